package io.mingjian.monitoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.refusal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that nobody made on purpose: they are a bundle, or they are refused in words. */
class BundleMutationTest {
    private static final int TRIES = 4_000;

    @TempDir Path folder;

    @Test
    void nothingButARefusalComesOfMutatedBundles() throws IOException {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("mutated bundles, seed " + seed);
        Random random = new Random(seed);
        List<byte[]> seeds = BundleCheckTest.seeds();
        Path file = folder.resolve("bundle");
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            Files.write(file, mutated(seeds.get(random.nextInt(seeds.size())), random));
            refused += isRefused(file, seed, i) ? 1 : 0;
        }
        assertThat(refused).as("refused of %d", TRIES).isGreaterThan(TRIES / 3);
    }

    private static boolean isRefused(Path file, long seed, int run) {
        Limits limits = BundleCheckTest.limits();
        try (Archive archive = Archive.open(file, limits)) {
            BundleCheck.of(archive, limits, Parcel.JSON);
            return false;
        } catch (Refusal told) {
            assertThat(told.detail(false)).isNotBlank();
            return true;
        } catch (IOException | RuntimeException other) {
            throw new AssertionError("seed " + seed + ", run " + run, other);
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = Parcel.join(Arrays.copyOf(bytes, at), bytes);
                default -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) -1);
            }
        }
        return bytes;
    }
}
