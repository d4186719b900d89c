package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.PictureDrawer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files signed by the test itself, whole and changed in one place each. */
class CredentialVerifierTest {
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 3), 0.85);
    private static final Instant PRESENT = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private final CredentialSmith smith = new CredentialSmith();

    @ParameterizedTest
    @EnumSource
    void everyAlgorithmVerifies(SignatureAlgorithm algorithm) {
        smith.algorithm = algorithm;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.failures()).isEmpty();
        assertThat(report.state()).isEqualTo(CredentialState.TRUSTED);
        ManifestReport active = report.active().orElseThrow();
        assertThat(active.generator()).isEqualTo("Test Maker");
        assertThat(active.issuer()).hasValue("Test Signer");
        assertThat(active.actions())
                .extracting(Action::name, a -> a.digitalSourceType().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "c2pa.created", "trainedAlgorithmicMedia"));
    }

    @Test
    void theFirstVersionOfTheClaimVerifiesToo() {
        smith.secondVersion = false;
        smith.clock = smith.authority;
        smith.stampedAt = BEFORE;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.TRUSTED);
        assertThat(report.active().orElseThrow().time()).hasValue(BEFORE);
    }

    @Test
    void aSignerOfNoListIsUntrusted() {
        byte[] file = smith.signed(JPEG);
        CredentialReport report = verify(file, new TestAuthority("Somebody Else"), smith.authority);
        assertThat(report.state()).isEqualTo(CredentialState.VALID_UNTRUSTED);
        assertFailures(report, Status.SIGNER_UNTRUSTED);
    }

    // --- time ---------------------------------------------------------------------------------

    @Test
    void anExpiredCertificateIsNotTampering() {
        smith.validTo = Instant.parse("2026-03-01T00:00:00Z");
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.EXPIRED_UNTIMED);
        assertFailures(report, Status.SIGNER_EXPIRED, Status.SIGNER_UNTRUSTED);
    }

    @Test
    void aTrustedTimeStampVouchesForAnExpiredCertificate() {
        smith.validTo = Instant.parse("2026-03-01T00:00:00Z");
        smith.clock = smith.authority;
        smith.stampedAt = BEFORE;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.TRUSTED);
        assertThat(report.active().orElseThrow().timeTrusted()).isTrue();
    }

    @Test
    void aTimeStampOfNoListVouchesForNothing() {
        smith.validTo = Instant.parse("2026-03-01T00:00:00Z");
        smith.clock = new TestAuthority("Some Clock");
        smith.stampedAt = BEFORE;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.EXPIRED_UNTIMED);
        assertThat(report.active().orElseThrow().time()).hasValue(BEFORE);
        assertThat(statuses(report)).contains(Status.TIME_UNTRUSTED);
    }

    // --- changes ------------------------------------------------------------------------------

    @Test
    void oneChangedPixelByteIsTampering() {
        byte[] file = smith.signed(JPEG);
        file[file.length - 20] ^= 1;
        CredentialReport report = verify(file);
        assertThat(report.state()).isEqualTo(CredentialState.TAMPERED);
        assertFailures(report, Status.DATA_MISMATCH);
    }

    @Test
    void bytesBehindTheEndAreTampering() {
        byte[] signed = smith.signed(JPEG);
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        assertThat(verify(longer).state()).isEqualTo(CredentialState.TAMPERED);
    }

    @Test
    void aChangedAssertionBreaksTheCredential() {
        byte[] file =
                changed(smith.signed(JPEG), "trainedAlgorithmicMedia", "digitalCaptureOfTheRoom");
        CredentialReport report = verify(file);
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
        assertFailures(report, Status.ASSERTION_MISMATCH);
    }

    @Test
    void aChangedClaimBreaksTheCredential() {
        byte[] file = changed(smith.signed(JPEG), "Test Maker", "Best Maker");
        CredentialReport report = verify(file);
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
        assertFailures(report, Status.SIGNATURE_MISMATCH);
    }

    @Test
    void aHashThatLeavesMoreOutThanTheStoreBindsNothing() {
        smith.excludedBeyond = 30;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
        assertFailures(report, Status.DATA_LEFT_OPEN);
        assertThat(Status.DATA_LEFT_OPEN.code()).isEqualTo("assertion.dataHash.mismatch");
    }

    @Test
    void aCertificateForAnotherUseIsInvalid() {
        smith.purpose = KeyPurposeId.id_kp_serverAuth;
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
        assertFailures(report, Status.SIGNER_INVALID);
    }

    @Test
    void aManifestMovedToAnotherPictureIsTampering() {
        byte[] file = smith.signed(JPEG);
        byte[] other = PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 9), 0.85);
        int head = file.length - JPEG.length;
        byte[] moved =
                Boxes.joined(
                        Arrays.copyOf(file, head + 2), Arrays.copyOfRange(other, 2, other.length));
        assertThat(verify(moved).state()).isEqualTo(CredentialState.TAMPERED);
    }

    // --- box hashes ---------------------------------------------------------------------------

    @Test
    void boxHashesBindEverySegment() {
        smith.boxHashes = true;
        byte[] file = smith.signed(JPEG);
        assertThat(statuses(verify(file))).contains(Status.BOXES_MATCH);
        assertThat(verify(file).state()).isEqualTo(CredentialState.TRUSTED);
        byte[] changed = file.clone();
        changed[changed.length - 20] ^= 1;
        assertThat(verify(changed).state()).isEqualTo(CredentialState.TAMPERED);
        byte[] longer = Arrays.copyOf(file, file.length + 4);
        assertThat(verify(longer).state()).isEqualTo(CredentialState.TAMPERED);
    }

    // --- ingredients --------------------------------------------------------------------------

    @Test
    void anIngredientWhoseManifestIsGoneIsToldAsMissing() {
        smith.ingredients = List.of(ingredient("urn:c2pa:gone", new byte[32]));
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
        assertFailures(report, Status.INGREDIENT_MISSING);
    }

    @Test
    void ingredientsInACircleEnd() {
        smith.ingredients = List.of(ingredient("urn:c2pa:test", new byte[32]));
        CredentialReport report = verify(smith.signed(JPEG));
        assertFailures(report, Status.INGREDIENT_MISMATCH);
    }

    @Test
    void twoStoresInOneFileAreNotChosenBetween() {
        byte[] file = smith.signed(JPEG);
        byte[] again = CredentialSmith.segment(Boxes.superbox("c2pa", "c2pa"));
        again[7] = 2;
        byte[] both =
                Boxes.joined(
                        Arrays.copyOf(file, 2), again, Arrays.copyOfRange(file, 2, file.length));
        CredentialReport report = verify(both);
        assertThat(report.state()).isEqualTo(CredentialState.INCONCLUSIVE);
    }

    @Test
    void aFileWithoutCredentialsHasNone() {
        assertThat(verify(JPEG).state()).isEqualTo(CredentialState.NONE);
        assertThat(verify(new byte[0]).state()).isEqualTo(CredentialState.NONE);
    }

    // --- helpers of the test ------------------------------------------------------------------

    private static Map<String, Object> ingredient(String manifest, byte[] hash) {
        return Map.of(
                "relationship",
                "parentOf",
                "activeManifest",
                Map.of("url", "self#jumbf=/c2pa/" + manifest, "hash", hash));
    }

    private CredentialReport verify(byte[] file) {
        return verify(file, smith.authority, smith.authority);
    }

    private static CredentialReport verify(
            byte[] file, TestAuthority signers, TestAuthority clocks) {
        TrustLists lists =
                new TrustLists(signers.list(), clocks.list(), LocalDate.parse("2026-06-01"));
        return new CredentialVerifier(lists, PRESENT).verify(ByteView.of(file));
    }

    private static void assertFailures(CredentialReport report, Status... statuses) {
        assertThat(report.failures())
                .extracting(ValidationCode::status)
                .containsExactlyInAnyOrder(statuses);
    }

    private static List<Status> statuses(CredentialReport report) {
        return report.active().orElseThrow().codes().stream().map(ValidationCode::status).toList();
    }

    private static byte[] changed(byte[] file, String from, String to) {
        String latin1 = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(latin1).contains(from);
        assertThat(to).hasSameSizeAs(from);
        return latin1.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
