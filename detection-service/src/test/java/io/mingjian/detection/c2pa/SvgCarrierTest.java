package io.mingjian.detection.c2pa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.ByteView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drawings with a manifest in their text, signed by the test itself. */
class SvgCarrierTest {
    private static final String BEFORE =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:c2pa='http://c2pa.org/manifest'>"
                    + "<metadata><c2pa:manifest>";
    private static final String AFTER = "</c2pa:manifest></metadata><circle r='4'/></svg>";

    private final CredentialSmith smith = new CredentialSmith();

    @Test
    void allButTheManifestIsBound() {
        CredentialReport report = verify(signed());
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(CredentialState.TRUSTED);
        assertThat(report.place().orElseThrow().carrier()).isEqualTo("SVG");
    }

    @Test
    void aChangedDrawingIsTampering() {
        String changed = new String(signed(), US_ASCII).replace("r='4'", "r='5'");
        assertThat(verify(changed.getBytes(US_ASCII)).state()).isEqualTo(CredentialState.TAMPERED);
    }

    @Test
    void aDrawingWithoutOneHasNone() {
        assertThat(verify("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(US_ASCII)).state())
                .isEqualTo(CredentialState.NONE);
    }

    @Test
    void whatCannotBeReadIsSaidToBeSo() {
        for (String broken : List.of(BEFORE + "AAAA", BEFORE + "%%%" + AFTER, BEFORE + AFTER)) {
            assertThat(verify(broken.getBytes(US_ASCII)).state())
                    .as(broken)
                    .isEqualTo(CredentialState.INCONCLUSIVE);
        }
    }

    private CredentialReport verify(byte[] svg) {
        return new CredentialVerifier(
                        new TrustLists(
                                smith.authority.list(),
                                smith.authority.list(),
                                LocalDate.parse("2026-06-01")),
                        Instant.parse("2026-06-01T00:00:00Z"))
                .verify(ByteView.of(svg));
    }

    private byte[] signed() {
        TestAuthority.Holder signer =
                smith.authority.signer(smith.algorithm, smith.validTo, smith.purpose);
        byte[] hash = HashAlgorithm.SHA256.of((BEFORE + AFTER).getBytes(US_ASCII));
        String text = "";
        for (int length = -1; length != text.length(); ) {
            length = text.length();
            Map<String, Object> exclusion = Map.of("start", BEFORE.length(), "length", length);
            Map<String, Object> binding =
                    Map.of("alg", "sha256", "hash", hash, "exclusions", List.of(exclusion));
            byte[] manifest = smith.manifest("urn:c2pa:svg", binding, signer);
            text = Base64.getEncoder().encodeToString(Boxes.superbox("c2pa", "c2pa", manifest));
        }
        return (BEFORE + text + AFTER).getBytes(US_ASCII);
    }
}
