package io.mingjian.detection.bundle;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What bundles are signed with.
 *
 * @param chain certificates, the signer's first
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {
    public SigningKey {
        chain = List.copyOf(chain);
    }

    /**
     * Fails unless the key is one that bundles are signed with, and belongs to a certificate that
     * may do so.
     */
    public void requireUsable() {
        if (!SignerPurpose.fits(chain.get(0))) {
            throw new IllegalArgumentException("the certificate is not for signing bundles");
        }
        byte[] probe = {1};
        try {
            if (!scheme().fits(chain.get(0).getPublicKey(), probe, sign(probe))) {
                throw new IllegalArgumentException("the key does not belong to the certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign", e);
        }
    }

    SignatureScheme scheme() {
        return SignatureScheme.of(chain.get(0).getPublicKey())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "bundles are signed with keys on P-256 or sm2p256v1"));
    }

    byte[] sign(byte[] message) throws GeneralSecurityException {
        return scheme().sign(key, message);
    }

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
