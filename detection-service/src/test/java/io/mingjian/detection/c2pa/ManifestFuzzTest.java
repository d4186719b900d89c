package io.mingjian.detection.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.Frugal;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.PictureDrawer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parsers of content credentials. Each ends with a value or with {@link Unreadable}, within a
 * budget of memory; a verification ends with a state. See docs/fuzzing.md.
 */
class ManifestFuzzTest {
    private static final int PORTION = 8;
    private static final long BUDGET = 64 * Frugal.MIB;
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(16, 8, 1), 0.5);
    private static final TestAuthority AUTHORITY = new TestAuthority("Test Authority");
    private static final byte[] SIGNED = signed(false);
    private static final byte[] STAMPED = signed(true);
    private static final Set<CredentialState> UNPROVEN =
            Set.of(CredentialState.NONE, CredentialState.INCONCLUSIVE, CredentialState.UNSUPPORTED);
    private static final CredentialVerifier VERIFIER =
            new CredentialVerifier(
                    new TrustLists(
                            AUTHORITY.list(), AUTHORITY.list(), LocalDate.parse("2026-06-01")),
                    Instant.parse("2026-06-01T00:00:00Z"));

    @MethodSource
    @FuzzTest
    void cbor(byte[] bytes) {
        readable(
                () -> {
                    Cbor value = Cbor.read(bytes);
                    return value.items().size();
                });
        readable(() -> Cbor.readFirst(bytes).text("alg").isPresent());
    }

    static Stream<byte[]> cbor() {
        return Stream.of(
                Boxes.cbor(Map.of("alg", "sha256", "hash", new byte[4], "boxes", List.of(1, -2))),
                new byte[] {(byte) 0x9F, 1, (byte) 0xFF},
                new byte[] {(byte) 0xFB, 64, 9, 33, (byte) 0xFB, 84, 68, 45, 24},
                new byte[] {(byte) 0x5F, 0x41, 1, (byte) 0xFF});
    }

    @MethodSource
    @FuzzTest
    void jumbf(byte[] store) {
        readable(() -> JumbfReader.read(store));
        readable(() -> ManifestStore.read(store).active().claim().generator());
    }

    static Stream<byte[]> jumbf() {
        return Stream.of(store(SIGNED), Boxes.superbox("c2pa", "c2pa"));
    }

    @MethodSource
    @FuzzTest
    void cose(byte[] bytes) {
        readable(
                () -> {
                    CoseSignature signature = CoseSignature.read(bytes);
                    signature.algorithm();
                    return signature.certificates();
                });
    }

    static Stream<byte[]> cose() {
        return Stream.of(SIGNED, STAMPED)
                .map(file -> ManifestStore.read(store(file)).active())
                .map(m -> m.find(m.address("c2pa.signature")).orElseThrow())
                .map(box -> box.content("cbor").orElseThrow());
    }

    @MethodSource
    @FuzzTest
    void certificates(byte[] bytes) {
        readable(
                () -> {
                    try {
                        X509Certificate certificate = Certificates.chain(List.of(bytes)).get(0);
                        CertificateProfile.allows(certificate);
                        return Certificates.holder(certificate);
                    } catch (CertificateException e) {
                        return e;
                    }
                });
        readable(
                () -> {
                    try {
                        return Certificates.pem(bytes);
                    } catch (CertificateException e) {
                        return e;
                    }
                });
    }

    static Stream<byte[]> certificates() throws CertificateEncodingException {
        byte[] der =
                AUTHORITY
                        .signer(
                                SignatureAlgorithm.ES256,
                                TestAuthority.TO,
                                KeyPurposeId.id_kp_emailProtection)
                        .certificate()
                        .getEncoded();
        String pem =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n";
        return Stream.of(der, pem.getBytes(StandardCharsets.US_ASCII));
    }

    /** A whole verification of a picture that carries the bytes as its store. */
    @MethodSource
    @FuzzTest
    void credential(byte[] store) {
        if (store.length > 65_000) {
            return;
        }
        byte[] file =
                Boxes.joined(
                        new byte[] {(byte) 0xFF, (byte) 0xD8},
                        CredentialSmith.segment(store),
                        Arrays.copyOfRange(JPEG, 2, JPEG.length));
        CredentialReport report = verified(file);
        if (report.manifests().isEmpty()) {
            assertThat(UNPROVEN).contains(report.state());
        } else {
            assertThat(report.state()).isNotIn(CredentialState.NONE, CredentialState.INCONCLUSIVE);
        }
    }

    static Stream<byte[]> credential() {
        return Stream.of(store(SIGNED), store(STAMPED));
    }

    /** Boxes of a film and the rules over them. */
    @MethodSource
    @FuzzTest
    void film(byte[] film) {
        readable(() -> BmffBox.of(ByteView.of(film)));
        verified(Boxes.joined(Boxes.box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII)), film));
    }

    static Stream<byte[]> film() {
        byte[] uuid = HexFormat.of().parseHex("d8fec3d61b0e483c92975828877ec481");
        byte[] purpose = "\0\0\0\0manifest\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Boxes.joined(
                        Boxes.box("uuid", uuid, purpose, store(SIGNED)),
                        Boxes.box("moov", Boxes.box("trak", Boxes.box("stco", new byte[8]))),
                        Boxes.box("mdat", new byte[4])));
    }

    private static CredentialReport verified(byte[] file) {
        CredentialReport report = Frugal.within(BUDGET, () -> VERIFIER.verify(ByteView.of(file)));
        assertThat(VERIFIER.verify(ByteView.of(file)).state()).isEqualTo(report.state());
        return report;
    }

    private interface Parser {
        Object read();
    }

    private static void readable(Parser parser) {
        Object value =
                Frugal.within(
                        BUDGET,
                        () -> {
                            try {
                                return parser.read();
                            } catch (Unreadable e) {
                                return e.why();
                            }
                        });
        assertThat(value).isNotNull();
    }

    private static byte[] signed(boolean stamped) {
        CredentialSmith smith = new CredentialSmith();
        smith.authority = AUTHORITY;
        if (stamped) {
            smith.clock = AUTHORITY;
            smith.stampedAt = Instant.parse("2026-01-01T00:00:00Z");
        }
        return smith.signed(JPEG);
    }

    private static byte[] store(byte[] file) {
        ByteView view = ByteView.of(file);
        Block segment = Container.of(view, MediaKind.JPEG).first("APP11").orElseThrow();
        return view.copy(segment.dataOffset() + PORTION, segment.dataLength() - PORTION);
    }
}
