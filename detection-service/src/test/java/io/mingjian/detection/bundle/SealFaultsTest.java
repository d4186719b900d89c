package io.mingjian.detection.bundle;

import static io.mingjian.detection.bundle.BundleFixture.AUTHORITY;
import static io.mingjian.detection.bundle.BundleFixture.KEYS;
import static io.mingjian.detection.bundle.BundleFixture.sample;
import static io.mingjian.detection.bundle.BundleFixture.verify;
import static io.mingjian.detection.bundle.BundleSample.NOW;
import static io.mingjian.detection.bundle.Packed.entry;
import static io.mingjian.detection.bundle.Packed.repack;
import static io.mingjian.detection.bundle.Packed.rewrite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Verdict.State;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be done to manifest, time stamp, certificates and seal. */
class SealFaultsTest {
    @TempDir Path folder;

    @Test
    void aBundleSealedAnewBySomebodyElseIsNotOfATrustedSigner() throws IOException {
        SigningKey stranger = TestKeys.onP256().signer();
        Path bundle = new BundleSample(stranger).with("another picture").write(file());
        Verdict verdict = verify(bundle);
        assertThat(verdict.state()).isEqualTo(State.NOT_INTACT);
        assertThat(verdict.flaws())
                .extracting(Flaw::kind, Flaw::entry)
                .containsExactly(tuple(Kind.SIGNER, BundleNames.CERTIFICATES));
    }

    @Test
    void aReplacedManifestIsNotTheSealedOne() throws IOException {
        Path bundle = sample().write(file());
        Path other = sample().with("second").write(folder.resolve("other.zip"));
        byte[] manifest = entry(other, BundleNames.MANIFEST);
        rewrite(bundle, (name, bytes) -> name.equals(BundleNames.MANIFEST) ? manifest : bytes);
        assertThat(verify(bundle).flaws()).anyMatch(flaw -> flaw.what().equals("清单不是封签所封的清单"));
    }

    @Test
    void aStampOverAnotherManifestIsNamed() throws IOException {
        Path bundle =
                sample().stampedBy(AUTHORITY, NOW)
                        .stamping(manifest -> new byte[] {1})
                        .write(file());
        assertThat(verify(bundle).flaws())
                .extracting(Flaw::kind, Flaw::what)
                .containsExactly(tuple(Kind.TIME_STAMP, "时间戳针对的不是本清单"));
    }

    @Test
    void anotherStampOverTheSameManifestIsNotTheSealedOne() throws IOException {
        Path bundle = sample().stampedBy(AUTHORITY, NOW).write(file());
        byte[] manifest = entry(bundle, BundleNames.MANIFEST);
        byte[] later = AUTHORITY.token(manifest, NOW.plusSeconds(60));
        rewrite(bundle, (name, bytes) -> name.equals(BundleNames.TIME_STAMP) ? later : bytes);
        assertThat(verify(bundle).flaws()).extracting(Flaw::what).containsExactly("时间戳不是封签所封的时间戳");
    }

    @Test
    void aStampTakenOutIsMissed() throws IOException {
        Path bundle = sample().stampedBy(AUTHORITY, NOW).write(file());
        repack(bundle, names -> names.remove(BundleNames.TIME_STAMP));
        assertThat(verify(bundle).flaws())
                .anyMatch(
                        flaw ->
                                flaw.kind() == Kind.MISSING
                                        && BundleNames.TIME_STAMP.equals(flaw.entry()));
    }

    @Test
    void aCertificateThatHadExpiredAtTheTimeOfSealingIsNamed() throws IOException {
        SigningKey expired = KEYS.signer(NOW.minusSeconds(1000), NOW.minusSeconds(10));
        Path bundle = new BundleSample(expired).with("x").write(file());
        assertThat(verify(bundle).flaws()).extracting(Flaw::what).containsExactly("签名证书在封签时不在有效期内");
    }

    @Test
    void aTrustedStampTellsWhenTheCertificateHadToBeValid() throws IOException {
        SigningKey brief = KEYS.signer(NOW.minusSeconds(10), NOW.plusSeconds(10));
        Path inTime = new BundleSample(brief).with("x").stampedBy(AUTHORITY, NOW).write(file());
        assertThat(verify(inTime).state()).isEqualTo(State.INTACT);
        Path late =
                new BundleSample(brief)
                        .with("x")
                        .stampedBy(AUTHORITY, NOW.plusSeconds(3600))
                        .write(file());
        assertThat(verify(late).flaws()).extracting(Flaw::what).containsExactly("签名证书在封签时不在有效期内");
    }

    @Test
    void anAuthorityWhoseCertificateHadExpiredIsNamed() throws IOException {
        TestAuthority expired =
                new TestAuthority(KEYS.authority(NOW.minusSeconds(1000), NOW.minusSeconds(10)));
        Path bundle = sample().stampedBy(expired, NOW).write(file());
        assertThat(verify(bundle).flaws()).extracting(Flaw::kind).containsExactly(Kind.TIME_STAMP);
    }

    @Test
    void anAuthorityThatNobodyVouchesForIsTold() throws IOException {
        TestAuthority stranger = new TestAuthority(TestKeys.onP256().authority());
        Verdict verdict = verify(sample().stampedBy(stranger, NOW).write(file()));
        assertThat(verdict.state()).isEqualTo(State.INTACT);
        assertThat(verdict.time().trusted()).isFalse();
    }

    @Test
    void whoTheTimeStampAuthoritysIssuerKnowsIsNoSigner() throws IOException {
        TestKeys others = TestKeys.onP256();
        TestAuthority authority = new TestAuthority(others.authority());
        Path bundle =
                new BundleSample(others.signer())
                        .with("invented")
                        .stampedBy(authority, NOW)
                        .write(file());
        Trust trust = new Trust(List.of(KEYS.root()), List.of(others.root()));
        Verdict verdict = BundleVerifier.verify(bundle, trust, KnownHeads.none());
        assertThat(verdict.time().trusted()).isTrue();
        assertThat(verdict.signer().trusted()).isFalse();
        assertThat(verdict.state()).isEqualTo(State.NOT_INTACT);
        Trust onlyTime = new Trust(List.of(), List.of(others.root()));
        assertThat(BundleVerifier.verify(bundle, onlyTime, KnownHeads.none()).state())
                .isEqualTo(State.UNVOUCHED);
        Trust onlySigner = new Trust(List.of(others.root()), List.of());
        assertThat(BundleVerifier.verify(bundle, onlySigner, KnownHeads.none()).time().trusted())
                .isFalse();
    }

    @Test
    void aCertificateForSomethingElseIsNoSigners() throws IOException {
        SigningKey web =
                KEYS.signerFor(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
        Path bundle = new BundleSample(web).with("invented").write(file());
        assertThat(verify(bundle).flaws())
                .extracting(Flaw::kind, Flaw::what)
                .containsExactly(tuple(Kind.SIGNER, "签名证书的用途不包括签署保全包"));
        assertThatThrownBy(web::requireUsable).isInstanceOf(IllegalArgumentException.class);
        for (KeyPurposeId other :
                List.of(KeyPurposeId.id_kp_codeSigning, KeyPurposeId.id_kp_timeStamping)) {
            Path made = new BundleSample(KEYS.signerFor(other)).with("invented").write(file());
            assertThat(verify(made).state()).isEqualTo(State.NOT_INTACT);
        }
        SigningKey documents =
                KEYS.signerFor(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_emailProtection);
        assertThat(verify(new BundleSample(documents).with("x").write(file())).state())
                .isEqualTo(State.INTACT);
    }

    @Test
    void theOtherSignatureThatEcdsaTakesForTheSameIsNamed() throws IOException {
        BigInteger n = ECNamedCurveTable.getByOID(X9ObjectIdentifiers.prime256v1).getN();
        Path bundle = sample().write(file());
        BigInteger[] pair =
                StandardDSAEncoding.INSTANCE.decode(n, entry(bundle, BundleNames.SIGNATURE));
        assertThat(pair[1]).isLessThanOrEqualTo(n.shiftRight(1));
        byte[] twin = StandardDSAEncoding.INSTANCE.encode(n, pair[0], n.subtract(pair[1]));
        rewrite(bundle, (name, bytes) -> name.equals(BundleNames.SIGNATURE) ? twin : bytes);
        assertThat(verify(bundle).flaws())
                .extracting(Flaw::kind, Flaw::entry)
                .containsExactly(tuple(Kind.SEAL, BundleNames.SIGNATURE));
    }

    private Path file() {
        return folder.resolve("bundle.zip");
    }
}
