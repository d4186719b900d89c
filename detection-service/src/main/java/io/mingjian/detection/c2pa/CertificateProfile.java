package io.mingjian.detection.c2pa;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Set;

/** What the C2PA specification demands of a signer's certificate, beside the chain behind it. */
final class CertificateProfile {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final String ANY_USE = "2.5.29.37.0";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;

    /** E-mail protection, document signing, C2PA claim signing, Microsoft C2PA signing. */
    private static final Set<String> SIGNING =
            Set.of(
                    "1.3.6.1.5.5.7.3.4",
                    "1.3.6.1.5.5.7.3.36",
                    "1.3.6.1.4.1.62558.2.1",
                    "1.3.6.1.4.1.311.76.59.1.9");

    private CertificateProfile() {}

    static boolean allows(X509Certificate signer) {
        boolean[] usage = signer.getKeyUsage();
        return signer.getVersion() == 3
                && signer.getBasicConstraints() < 0
                && usage != null
                && usage[DIGITAL_SIGNATURE]
                && allows(uses(signer))
                && allows(signer.getPublicKey());
    }

    private static boolean allows(List<String> uses) {
        return uses.stream().anyMatch(SIGNING::contains)
                && !uses.contains(ANY_USE)
                && !uses.contains(TIME_STAMPING)
                && !uses.contains(OCSP_SIGNING);
    }

    private static boolean allows(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= RSA_BITS;
        }
        if (key instanceof ECKey curve) {
            return curve.getParams().getOrder().bitLength() >= CURVE_BITS;
        }
        return key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519");
    }

    private static List<String> uses(X509Certificate signer) {
        try {
            List<String> uses = signer.getExtendedKeyUsage();
            return uses == null ? List.of() : uses;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
