package io.mingjian.detection.c2pa;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a manifest, when, and whether that holds.
 *
 * @param results of the checks
 * @param issuer organisation in the signer's certificate
 * @param time stated by a time stamp that covers the signature
 * @param timeTrusted the stamp's authority is on the list
 */
record Signing(
        List<Status> results,
        Optional<String> issuer,
        Optional<Instant> time,
        boolean timeTrusted) {

    Signing {
        results = List.copyOf(results);
    }

    static Signing check(Manifest manifest, Trust trust, Effort effort) {
        Optional<byte[]> stored = stored(manifest);
        if (stored.isEmpty()) {
            return failed(Status.SIGNATURE_MISSING);
        }
        CoseSignature signature = CoseSignature.read(stored.get());
        Optional<SignatureAlgorithm> algorithm = signature.algorithm();
        if (algorithm.isEmpty()) {
            return failed(Status.ALGORITHM_UNSUPPORTED);
        }
        try {
            List<X509Certificate> chain = Certificates.chain(signature.certificates());
            return chain.isEmpty()
                    ? failed(Status.SIGNER_INVALID)
                    : check(
                            signature,
                            algorithm.get(),
                            chain,
                            manifest.claim().bytes(),
                            trust,
                            effort);
        } catch (CertificateException e) {
            return failed(Status.SIGNER_INVALID);
        }
    }

    private static Signing failed(Status status) {
        return new Signing(List.of(status), Optional.empty(), Optional.empty(), false);
    }

    /** The claim must name the signature of its own manifest. */
    private static Optional<byte[]> stored(Manifest manifest) {
        BoxAddress own = manifest.address("c2pa.signature");
        return manifest.claim()
                .fields()
                .text("signature")
                .flatMap(url -> BoxAddress.of(url, manifest.label()))
                .filter(own::equals)
                .flatMap(manifest::find)
                .flatMap(box -> box.content("cbor"));
    }

    private static Signing check(
            CoseSignature signature,
            SignatureAlgorithm algorithm,
            List<X509Certificate> chain,
            byte[] claim,
            Trust trust,
            Effort effort) {
        X509Certificate signer = chain.get(0);
        TimeStamp stamp = TimeStamp.of(signature, claim, trust.lists().timeStampers(), effort);
        Instant at = stamp.trusted() ? stamp.time().orElse(trust.present()) : trust.present();
        List<Status> results = new ArrayList<>(stamp.results());
        if (!CertificateProfile.allows(signer)) {
            results.add(Status.SIGNER_INVALID);
        }
        // An old stamp answers the question of expiry even when its authority is on no list, as
        // the reference tool has it; whether the signer is trusted is never asked at its time.
        Instant used = stamp.first() ? stamp.time().orElse(at) : at;
        results.add(validAt(signer, used) ? Status.SIGNED_IN_VALIDITY : Status.SIGNER_EXPIRED);
        boolean trusted = trust.lists().signers().reaches(signer, chain, at, effort);
        results.add(trusted ? Status.SIGNER_TRUSTED : Status.SIGNER_UNTRUSTED);
        StapledStatus.of(signature, chain, at, effort).ifPresent(results::add);
        boolean holds =
                algorithm.verifies(
                        signer.getPublicKey(), signature.covered(claim), signature.signature());
        results.add(holds ? Status.SIGNATURE_VALID : Status.SIGNATURE_MISMATCH);
        return new Signing(results, Certificates.holder(signer), stamp.time(), stamp.trusted());
    }

    private static boolean validAt(X509Certificate certificate, Instant at) {
        Date date = Date.from(at);
        return !date.before(certificate.getNotBefore()) && !date.after(certificate.getNotAfter());
    }
}
