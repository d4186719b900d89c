package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Frugal;
import io.mingjian.detection.media.PictureDrawer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.DSAPublicKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Credentials made to do harm: each costs little and ends in a state. */
class HostileCredentialsTest {
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(64, 48, 3), 0.8);
    private static final long BUDGET = 64 * Frugal.MIB;
    private static final int MANY = 200;

    private final CredentialSmith smith = new CredentialSmith();

    /** Verifying with such a key takes minutes; nobody signs credentials with one. */
    @Test
    void aKeyOfAKindThatIsNotInUseIsNotTried() throws GeneralSecurityException {
        byte[] certificate = certificateOverDsaKey(200_000);
        assertThatThrownBy(() -> Certificates.chain(List.of(certificate)))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void ingredientsThatNameEachOtherAreCheckedOnce() {
        smith.earlierManifests =
                List.of(manifest("urn:c2pa:a", "urn:c2pa:b"), manifest("urn:c2pa:b", "urn:c2pa:a"));
        smith.ingredients = List.of(ingredient("urn:c2pa:a"));
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.manifests()).hasSize(3);
        assertThat(report.state()).isEqualTo(CredentialState.BROKEN);
    }

    @Test
    void aThousandLinksToOneManifestCostOneCheck() {
        smith.earlierManifests = List.of(manifest("urn:c2pa:a", "urn:c2pa:a"));
        smith.ingredients = Collections.nCopies(MANY, ingredient("urn:c2pa:a"));
        CredentialReport report = verify(smith.signed(JPEG));
        assertThat(report.manifests()).hasSize(2);
        assertThat(report.failures())
                .filteredOn(code -> code.status() == Status.INGREDIENT_MISMATCH)
                .hasSizeGreaterThanOrEqualTo(MANY);
    }

    @Test
    void lengthsThatLieAreDamage() {
        byte[] signed = smith.signed(JPEG);
        int store = ByteView.of(signed).indexOf("jumb", 0, signed.length) - 4;
        for (int length : new int[] {0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2, 7}) {
            byte[] file = signed.clone();
            ByteBuffer.wrap(file).putInt(store, length);
            assertThat(verify(file).state()).isEqualTo(CredentialState.INCONCLUSIVE);
        }
    }

    @Test
    void aCountBeyondTheBytesAllocatesNothing() {
        byte[] list = {(byte) 0x9A, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        byte[] text = {(byte) 0x7B, 0x7F, -1, -1, -1, -1, -1, -1, -1};
        for (byte[] cbor : List.of(list, text)) {
            Frugal.within(
                    Frugal.MIB,
                    () -> assertThatThrownBy(() -> Cbor.read(cbor)).isInstanceOf(Unreadable.class));
        }
    }

    @Test
    void structuresInStructuresEnd() {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x81);
        assertThatThrownBy(() -> Cbor.read(deep)).isInstanceOf(Unreadable.class);
        byte[] box = Boxes.superbox("c2ma", "x");
        for (int i = 0; i < 60; i++) {
            box = Boxes.superbox("c2ma", "x", box);
        }
        byte[] boxes = box;
        assertThatThrownBy(() -> JumbfReader.read(boxes)).isInstanceOf(Unreadable.class);
    }

    /** The time stamp's reader is a library; a token of nothing but brackets must not end it. */
    @Test
    void aTimeStampOfBracketsIsMalformed() {
        byte[] token = nested(20_000);
        CoseSignature signature =
                CoseSignature.read(
                        Boxes.cbor(
                                List.of(
                                        Boxes.cbor(Map.of(1, -7)),
                                        Map.of(
                                                "sigTst2",
                                                Map.of("tstTokens", List.of(Map.of("val", token)))),
                                        Cbor.NOTHING,
                                        new byte[64])));
        TimeStamp stamp =
                TimeStamp.of(signature, new byte[0], smith.authority.list(), new Effort());
        assertThat(stamp.results()).containsExactly(Status.TIME_MALFORMED);
    }

    // --- compressed manifests -----------------------------------------------------------------

    /** Twenty-seven bytes of Brotli say sixteen million zeros. */
    @Test
    void aCompressedManifestIsInflatedWithinLimits() {
        byte[] bomb = Base64.getDecoder().decode("y///P/gnAOKxQCD3/i/////wTwDEYRGA7v0f");
        byte[] store = Boxes.superbox("c2pa", "c2pa", compressed("urn:c2pa:x", bomb));
        Frugal.within(
                BUDGET,
                () ->
                        assertThatThrownBy(() -> ManifestStore.read(store))
                                .isInstanceOfSatisfying(
                                        Unreadable.class,
                                        e -> assertThat(e.why()).isEqualTo(Unreadable.Why.LIMIT)));
    }

    @Test
    void aCompressedManifestReadsAsThePlainOne() {
        byte[] plain = manifest("urn:c2pa:x", "urn:c2pa:y");
        byte[] content = Arrays.copyOfRange(plain, 8, plain.length);
        for (byte[] inner : List.of(plain, content)) {
            byte[] store =
                    Boxes.superbox(
                            "c2pa", "c2pa", compressed("urn:c2pa:x", BrotliSmith.stored(inner)));
            Manifest read = ManifestStore.read(store).active();
            assertThat(read.label()).isEqualTo("urn:c2pa:x");
            assertThat(read.claim().generator()).isEqualTo("Test Maker");
        }
    }

    private static byte[] compressed(String label, byte[] brotli) {
        byte[] brob = Boxes.box("brob", "jumb".getBytes(StandardCharsets.US_ASCII), brotli);
        return Boxes.superbox("c2cm", label, brob);
    }

    // --- makers of the test -------------------------------------------------------------------

    private byte[] manifest(String label, String ingredient) {
        CredentialSmith inner = new CredentialSmith();
        inner.ingredients = List.of(ingredient(ingredient));
        TestAuthority.Holder signer =
                smith.authority.signer(smith.algorithm, smith.validTo, smith.purpose);
        return inner.manifest(label, Map.of("alg", "sha256", "hash", new byte[32]), signer);
    }

    private static Map<String, Object> ingredient(String manifest) {
        Map<String, Object> ingredient = new LinkedHashMap<>();
        ingredient.put("relationship", "parentOf");
        ingredient.put(
                "activeManifest",
                Map.of("url", "self#jumbf=/c2pa/" + manifest, "hash", new byte[32]));
        return ingredient;
    }

    private static byte[] nested(int depth) {
        byte[] inner = {5, 0};
        ByteBuffer all = ByteBuffer.allocate(depth * 4 + inner.length);
        for (int i = depth - 1; i >= 0; i--) {
            int length = i * 4 + inner.length;
            all.put((byte) 0x30).put((byte) 0x82).putShort((short) Math.min(length, 0xFFFF));
        }
        return all.put(inner).array();
    }

    private byte[] certificateOverDsaKey(int bits) throws GeneralSecurityException {
        BigInteger p = new BigInteger(bits, new Random(1)).setBit(bits - 1).setBit(0);
        BigInteger q = new BigInteger(256, new Random(2)).setBit(255).setBit(0);
        PublicKey key =
                KeyFactory.getInstance("DSA")
                        .generatePublic(new DSAPublicKeySpec(BigInteger.TEN, p, q, BigInteger.TWO));
        try {
            ContentSigner signer =
                    new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(
                                    smith.authority
                                            .signer(smith.algorithm, smith.validTo, smith.purpose)
                                            .key());
            byte[] der =
                    new X509v3CertificateBuilder(
                                    new X500Name("CN=A"),
                                    BigInteger.ONE,
                                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                                    Date.from(Instant.parse("2027-01-01T00:00:00Z")),
                                    new X500Name("CN=A"),
                                    SubjectPublicKeyInfo.getInstance(key.getEncoded()))
                            .build(signer)
                            .getEncoded();
            X509Certificate readable =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(new ByteArrayInputStream(der));
            assertThat(readable.getPublicKey().getAlgorithm()).isEqualTo("DSA");
            return der;
        } catch (OperatorCreationException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private CredentialReport verify(byte[] file) {
        TrustLists lists =
                new TrustLists(
                        smith.authority.list(),
                        smith.authority.list(),
                        LocalDate.parse("2026-06-01"));
        CredentialVerifier verifier =
                new CredentialVerifier(lists, Instant.parse("2026-06-01T00:00:00Z"));
        return Frugal.within(BUDGET, () -> verifier.verify(ByteView.of(file)));
    }
}
