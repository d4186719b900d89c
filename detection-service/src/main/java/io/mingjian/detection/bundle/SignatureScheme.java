package io.mingjian.detection.bundle;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How bundles are signed; which one, the curve of the key decides. */
enum SignatureScheme {
    ECDSA_P256("ECDSA-P256-SHA256", "SHA256withECDSA", X9ObjectIdentifiers.prime256v1),
    /** GB/T 32918.2 with the default identity. */
    SM2("SM2-SM3", "SM3withSM2", GMObjectIdentifiers.sm2p256v1);

    /** Never registered with the platform: nothing else is to change by it. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private final String label;
    private final String algorithm;
    private final ASN1ObjectIdentifier curve;

    SignatureScheme(String label, String algorithm, ASN1ObjectIdentifier curve) {
        this.label = label;
        this.algorithm = algorithm;
        this.curve = curve;
    }

    /** The name in the seal. */
    String label() {
        return label;
    }

    /** Empty for a key that bundles are not signed with. */
    static Optional<SignatureScheme> of(PublicKey key) {
        SubjectPublicKeyInfo info;
        try {
            info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(scheme -> scheme.curve.equals(info.getAlgorithm().getParameters()))
                .findFirst();
    }

    byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm, PROVIDER);
        signature.initSign(key);
        signature.update(message);
        return lower(signature.sign());
    }

    /** Whether these bytes, in the one form that a signature has, are a signature by this key. */
    boolean fits(PublicKey key, byte[] message, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(algorithm, PROVIDER);
            signature.initVerify(key);
            signature.update(message);
            return Arrays.equals(lower(bytes), bytes) && signature.verify(bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds: no signature.
            return false;
        }
    }

    /**
     * The one form: DER, and of the two signatures (r, s) and (r, n - s), which ECDSA takes for the
     * same, the one with the smaller s. Of SM2, nobody makes a second one without the key.
     *
     * @throws IllegalArgumentException if the bytes are no pair of numbers below n, or no DER
     */
    private byte[] lower(byte[] bytes) throws GeneralSecurityException {
        BigInteger n = ECNamedCurveTable.getByOID(curve).getN();
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(n, bytes);
            boolean twin = this == ECDSA_P256 && pair[1].compareTo(n.shiftRight(1)) > 0;
            return twin
                    ? StandardDSAEncoding.INSTANCE.encode(n, pair[0], n.subtract(pair[1]))
                    : bytes;
        } catch (IOException e) {
            throw new SignatureException(e);
        }
    }
}
