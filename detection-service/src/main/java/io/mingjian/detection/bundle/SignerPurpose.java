package io.mingjian.detection.bundle;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * Whether a certificate may sign bundles, by what it says of its use (RFC 5280, 4.2.1.3 and 12).
 */
final class SignerPurpose {
    /** What certificates are sold for to everybody: web servers, programs, time stamps. */
    private static final Set<String> OTHERS =
            Set.of(
                    KeyPurposeId.id_kp_serverAuth.getId(),
                    KeyPurposeId.id_kp_clientAuth.getId(),
                    KeyPurposeId.id_kp_codeSigning.getId(),
                    KeyPurposeId.id_kp_timeStamping.getId());

    private SignerPurpose() {}

    static boolean fits(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return (usage == null || usage[0]) && !isForOthersOnly(certificate);
    }

    private static boolean isForOthersOnly(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && OTHERS.containsAll(purposes);
        } catch (CertificateParsingException e) {
            return true;
        }
    }
}
