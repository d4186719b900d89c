package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleFixture.AUTHORITY;
import static io.mingjian.detection.bundle.BundleFixture.SIGNER;
import static io.mingjian.detection.bundle.BundleFixture.sample;
import static io.mingjian.detection.bundle.BundleFixture.verify;
import static io.mingjian.detection.bundle.BundleSample.NOW;
import static io.mingjian.detection.bundle.Packed.indexOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles as they were sealed. */
class BundleVerifierTest {
    @TempDir Path folder;

    @Test
    void aBundleIsIntactIfItsSignerIsTrusted() throws IOException {
        Verdict verdict = verify(sample().write(file()));
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.state()).isEqualTo(State.INTACT);
        assertThat(verdict.pieces()).hasSize(1);
        assertThat(verdict.pieces().get(0).custodyEntries()).isEqualTo(3);
        assertThat(verdict.pieces().get(0).withheld()).isEqualTo(1);
        assertThat(verdict.pieces().get(0).keptSince()).isEqualTo("2026-11-29T03:59:51Z");
    }

    @Test
    void withoutTrustedCertificatesTheSignerStaysUnvouched() throws IOException {
        Verdict verdict =
                BundleVerifier.verify(sample().write(file()), Trust.NONE, KnownHeads.none());
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.state()).isEqualTo(State.UNVOUCHED);
    }

    @Test
    void theSignersOwnCertificateMayBeTheTrustedOne() throws IOException {
        Trust pinned = new Trust(List.of(SIGNER.chain().get(0)), List.of());
        assertThat(BundleVerifier.verify(sample().write(file()), pinned, KnownHeads.none()).state())
                .isEqualTo(State.INTACT);
    }

    @Test
    void aStampedOneTellsTheAuthoritysTime() throws IOException {
        Verdict verdict = verify(sample().stampedBy(AUTHORITY, NOW).write(file()));
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.time().time()).isEqualTo(NOW.toString());
        assertThat(verdict.time().trusted()).isTrue();
    }

    @Test
    void sm2SignsAsWell() throws IOException {
        TestKeys keys = TestKeys.onSm2();
        Path bundle = new BundleSample(keys.signer()).with("x").write(file());
        Verdict verdict = BundleVerifier.verify(bundle, keys.trust(), KnownHeads.none());
        assertThat(verdict.flaws()).isEmpty();
        assertThat(verdict.state()).isEqualTo(State.INTACT);
        assertThat(verdict.signer().algorithm()).isEqualTo("SM2-SM3");
    }

    @Test
    void otherProgramsReadItAsAZipFile() throws IOException {
        Path bundle = sample().with("second").write(file());
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .startsWith("evidence/" + BundleSample.id(0) + "/original.jpeg")
                    .endsWith("seal.sig")
                    .hasSize(11);
            ZipEntry second = zip.getEntry("evidence/" + BundleSample.id(1) + "/original.jpeg");
            try (InputStream in = zip.getInputStream(second)) {
                assertThat(in.readAllBytes()).isEqualTo("second".getBytes(UTF_8));
            }
        }
    }

    @Test
    void allButTheSignatureIsTheSameWhenMadeAgain() throws IOException {
        byte[] one = Files.readAllBytes(sample().write(folder.resolve("one.zip")));
        byte[] two = Files.readAllBytes(sample().write(folder.resolve("two.zip")));
        int signature = indexOf(one, BundleNames.SIGNATURE.getBytes(UTF_8)) - 30;
        assertThat(signature).isPositive();
        assertThat(Arrays.copyOf(one, signature)).isEqualTo(Arrays.copyOf(two, signature));
    }

    private Path file() {
        return folder.resolve("bundle.zip");
    }
}
