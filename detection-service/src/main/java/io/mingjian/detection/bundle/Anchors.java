package io.mingjian.detection.bundle;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Certificates that are trusted for one purpose. Revocation is not looked at, since that needs the
 * network; the report says so.
 */
record Anchors(List<X509Certificate> certificates) {
    Anchors {
        certificates = List.copyOf(certificates);
    }

    boolean isEmpty() {
        return certificates.isEmpty();
    }

    /** Whether a chain, the leaf first, leads to a trusted certificate, all being valid then. */
    boolean reaches(List<X509Certificate> chain, Instant at) {
        return certificates.contains(chain.get(0))
                ? isValid(chain.get(0), at)
                : !isEmpty() && leads(chain, at);
    }

    static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean leads(List<X509Certificate> chain, Instant at) {
        Set<TrustAnchor> anchors =
                certificates.stream()
                        .map(certificate -> new TrustAnchor(certificate, null))
                        .collect(Collectors.toSet());
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            // An anchor may stand at the end of the chain too.
            List<X509Certificate> path =
                    chain.stream().filter(link -> !certificates.contains(link)).toList();
            CertPathValidator.getInstance("PKIX", SignatureScheme.PROVIDER)
                    .validate(
                            CertificateFactory.getInstance("X.509", SignatureScheme.PROVIDER)
                                    .generateCertPath(path),
                            parameters);
            return true;
        } catch (CertPathValidatorException | InvalidAlgorithmParameterException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library checks certificate paths", e);
        } catch (RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds: no path.
            return false;
        }
    }
}
