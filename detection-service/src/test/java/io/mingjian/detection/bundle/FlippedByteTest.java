package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleSample.NOW;
import static io.mingjian.detection.bundle.Packed.members;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of a bundle can differ without being named. */
class FlippedByteTest {
    /** Without certificates above them: a small bundle, and no path to check for each byte. */
    private static final SigningKey SIGNER = TestKeys.alone(BundleFixture.SIGNER);

    private static final TestAuthority AUTHORITY =
            new TestAuthority(TestKeys.alone(BundleFixture.KEYS.authority()));
    private static final Trust TRUST = new Trust(SIGNER.chain(), SIGNER.chain());

    @TempDir Path folder;

    @Test
    void everyByteOfASmallBundle() throws IOException {
        everyByte(sample().write(file()), 0x01, 0x80, 0xff);
    }

    @Test
    void everyByteOfAStampedBundle() throws IOException {
        everyByte(sample().stampedBy(AUTHORITY, NOW).write(file()), 0x01);
    }

    @Test
    void bytesOfALargeBundleByChance() throws IOException {
        Random random = new Random(20261129);
        byte[] large = new byte[3 << 20];
        random.nextBytes(large);
        Path bundle = sample().with(large).with("third").write(file());
        List<Member> members = members(Files.readAllBytes(bundle));
        for (int round = 0; round < 60; round++) {
            long at = (long) (random.nextDouble() * Files.size(bundle));
            flip(bundle, members, at, 1 << random.nextInt(8));
        }
    }

    private static void everyByte(Path bundle, int... masks) throws IOException {
        List<Member> members = members(Files.readAllBytes(bundle));
        for (long at = 0; at < Files.size(bundle); at++) {
            for (int mask : masks) {
                flip(bundle, members, at, mask);
            }
        }
        assertThat(verify(bundle).state()).isEqualTo(State.INTACT);
    }

    /** Touches one byte, asks, and puts it back. */
    private static void flip(Path bundle, List<Member> members, long at, int mask)
            throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(bundle.toFile(), "rw")) {
            file.seek(at);
            int right = file.read();
            file.seek(at);
            file.write(right ^ mask);
            assertNamed(verify(bundle), members, at, mask);
            file.seek(at);
            file.write(right);
        }
    }

    /** The verdict names the entry that the byte belongs to, or the place itself. */
    private static void assertNamed(Verdict verdict, List<Member> members, long at, int mask) {
        Optional<Member> touched =
                members.stream().filter(m -> at >= m.dataOffset() && at < m.end()).findFirst();
        assertThat(verdict.state()).as("byte %d xor %x", at, mask).isEqualTo(State.NOT_INTACT);
        assertThat(verdict.flaws())
                .as("byte %d xor %x of %s", at, mask, touched)
                .anyMatch(
                        flaw ->
                                touched.isEmpty()
                                        ? flaw.kind() == Kind.CONTAINER && flaw.offset() != null
                                        : touched.get().name().equals(flaw.entry())
                                                && flaw.kind() == Kind.CONTENT);
    }

    private static BundleSample sample() {
        return new BundleSample(SIGNER).with("picture");
    }

    private static Verdict verify(Path bundle) throws IOException {
        return BundleVerifier.verify(bundle, TRUST, KnownHeads.none());
    }

    private Path file() {
        return folder.resolve("bundle.zip");
    }
}
