package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real files cut short or changed at random: an answer each time, in bounded time. */
class CredentialFuzzTest {
    private static final int ROUNDS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final List<String> SAMPLES =
            List.of(
                    "real/c2pars-C.jpg",
                    "real/gptimage2-slide-01.png",
                    "real/c2pars-video1.mp4",
                    "real/c2pars-dashinit.mp4",
                    "real/c2papub-adobe-20220124-CIE-sig-CA.jpg",
                    "real/c2papub-adobe-20240110-single_manifest_store.pdf");

    @Test
    void changedFilesAreAnswered() {
        Optional<Path> folder = SampleFiles.folder("labels");
        assumeThat(folder).isPresent();
        Path labels = folder.orElseThrow();
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("credential fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        CredentialVerifier verifier = new CredentialVerifier(TestTrust.withTestRoots(labels));
        List<byte[]> files =
                SAMPLES.stream().map(name -> SampleFiles.bytes(labels.resolve(name))).toList();
        List<CredentialState> whole = files.stream().map(f -> state(verifier, f)).toList();
        Map<CredentialState, Integer> states = new EnumMap<>(CredentialState.class);
        for (int round = 0; round < ROUNDS; round++) {
            int sample = round % files.size();
            byte[] file = changed(files.get(sample), random);
            long start = System.nanoTime();
            CredentialState state = state(verifier, file);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
            if (whole.get(sample) != CredentialState.TRUSTED) {
                assertThat(state).isNotEqualTo(CredentialState.TRUSTED);
            }
            states.merge(state, 1, Integer::sum);
        }
        System.out.println("states of changed files: " + states);
        assertThat(states).containsKeys(CredentialState.BROKEN, CredentialState.INCONCLUSIVE);
    }

    private static CredentialState state(CredentialVerifier verifier, byte[] file) {
        return verifier.verify(ByteView.of(file.clone())).state();
    }

    /** Cut anywhere, or a few bits turned, most of them where the store lies. */
    private static byte[] changed(byte[] original, Random random) {
        if (random.nextInt(5) == 0) {
            return Arrays.copyOf(original, random.nextInt(original.length));
        }
        byte[] file = original.clone();
        ByteView view = ByteView.of(original);
        int store = Math.max(0, view.indexOf("jumb", 0, original.length));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at =
                    random.nextBoolean()
                            ? random.nextInt(file.length)
                            : Math.min(file.length - 1, store + random.nextInt(40_000));
            file[at] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }
}
