package io.mingjian.detection.bundle;

import io.mingjian.detection.bundle.Flaw.Kind;
import io.mingjian.detection.bundle.Manifest.TimeEvidence;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what lies behind the manifest: time stamp, certificates, seal and signature. */
final class SealCheck {
    private final Inventory inventory;
    private final Trust trust;
    private final List<Flaw> flaws;

    /**
     * @param flaws where faults are added
     */
    SealCheck(Inventory inventory, Trust trust, List<Flaw> flaws) {
        this.inventory = inventory;
        this.trust = trust;
        this.flaws = flaws;
    }

    Verdict.Time time(Manifest manifest) {
        TimeEvidence evidence = manifest.time();
        byte[] token = inventory.bytes(BundleNames.TIME_STAMP);
        byte[] text = inventory.bytes(BundleNames.MANIFEST);
        if (evidence.kind() == TimeEvidence.Kind.TIME_STAMP && token != null && text != null) {
            try {
                TimeStamp stamp = TimeStamp.check(token, text, trust.forAuthority());
                return new Verdict.Time(
                        evidence, stamp.time().toString(), stamp.authority(), stamp.trusted());
            } catch (NotInForm e) {
                flaws.add(Flaw.of(Kind.TIME_STAMP, BundleNames.TIME_STAMP, e.what()));
            }
        }
        return new Verdict.Time(evidence, null, null, false);
    }

    /** Who sealed the manifest; null if that cannot be read. */
    Verdict.@Nullable Signer signer(Instant createdAt, Verdict.Time time) {
        byte[] text = inventory.bytes(BundleNames.SEAL);
        byte[] pem = inventory.bytes(BundleNames.CERTIFICATES);
        byte[] signature = inventory.bytes(BundleNames.SIGNATURE);
        if (text == null || pem == null || signature == null) {
            return null; // that they are missing, or too large, has been said
        }
        List<X509Certificate> chain;
        Seal seal;
        try {
            chain = Certificates.readExactly(pem);
        } catch (NotInForm e) {
            flaws.add(Flaw.of(Kind.SIGNER, BundleNames.CERTIFICATES, e.what()));
            return null;
        }
        try {
            seal = Canonical.read(text, Seal.class);
        } catch (NotInForm e) {
            flaws.add(Flaw.of(Kind.SEAL, BundleNames.SEAL, e.what()));
            return null;
        }
        covers(seal, chain);
        signed(seal, chain.get(0), text, signature);
        return known(seal, chain, at(createdAt, time));
    }

    private void covers(Seal seal, List<X509Certificate> chain) {
        byte[] manifest = inventory.bytes(BundleNames.MANIFEST);
        if (manifest == null || !Hashes.of(manifest).equals(seal.manifest())) {
            flaws.add(Flaw.of(Kind.SEAL, BundleNames.MANIFEST, "清单不是封签所封的清单"));
        }
        byte[] token = inventory.bytes(BundleNames.TIME_STAMP);
        Hashes stamp = token == null ? null : Hashes.of(token);
        if (!Objects.equals(stamp, seal.timeStamp())) {
            flaws.add(Flaw.of(Kind.SEAL, BundleNames.TIME_STAMP, "时间戳不是封签所封的时间戳"));
        }
        if (!chain.stream().map(Certificates::sha256).toList().equals(seal.certificates())) {
            flaws.add(Flaw.of(Kind.SEAL, BundleNames.CERTIFICATES, "证书不是封签所封的证书"));
        }
    }

    private void signed(Seal seal, X509Certificate signer, byte[] text, byte[] signature) {
        Optional<SignatureScheme> scheme = SignatureScheme.of(signer.getPublicKey());
        boolean fits =
                scheme.isPresent()
                        && scheme.get().label().equals(seal.algorithm())
                        && scheme.get().fits(signer.getPublicKey(), text, signature);
        if (!fits) {
            flaws.add(Flaw.of(Kind.SEAL, BundleNames.SIGNATURE, "签名与封签或证书不符"));
        }
    }

    private Verdict.Signer known(Seal seal, List<X509Certificate> chain, Instant at) {
        X509Certificate signer = chain.get(0);
        Anchors anchors = trust.forSigner();
        boolean trusted = anchors.reaches(chain, at);
        if (!Anchors.isValid(signer, at)) {
            flaws.add(Flaw.of(Kind.SIGNER, BundleNames.CERTIFICATES, "签名证书在封签时不在有效期内"));
        } else if (!SignerPurpose.fits(signer)) {
            flaws.add(Flaw.of(Kind.SIGNER, BundleNames.CERTIFICATES, "签名证书的用途不包括签署保全包"));
        } else if (!anchors.isEmpty() && !trusted) {
            flaws.add(Flaw.of(Kind.SIGNER, BundleNames.CERTIFICATES, "签名证书不能推至所给的信任证书"));
        }
        return new Verdict.Signer(
                signer.getSubjectX500Principal().getName(),
                signer.getSerialNumber().toString(16),
                Certificates.sha256(signer),
                seal.algorithm(),
                trusted);
    }

    /** A trusted authority's time goes before what the bundle says of itself. */
    private static Instant at(Instant createdAt, Verdict.Time time) {
        return time.time() != null && time.trusted() ? Instant.parse(time.time()) : createdAt;
    }
}
