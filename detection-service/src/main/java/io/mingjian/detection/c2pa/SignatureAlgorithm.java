package io.mingjian.detection.c2pa;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Signature algorithms a credential may use, by their COSE number (RFC 9053, RFC 8230). */
enum SignatureAlgorithm {
    ES256(-7, "SHA256withECDSAinP1363Format"),
    ES384(-35, "SHA384withECDSAinP1363Format"),
    ES512(-36, "SHA512withECDSAinP1363Format"),
    PS256(-37, "SHA-256", 32),
    PS384(-38, "SHA-384", 48),
    PS512(-39, "SHA-512", 64),
    ED25519(-8, "Ed25519");

    private final long number;
    private final String name;
    private final int saltLength;

    SignatureAlgorithm(long number, String name) {
        this(number, name, 0);
    }

    SignatureAlgorithm(long number, String name, int saltLength) {
        this.number = number;
        this.name = name;
        this.saltLength = saltLength;
    }

    static Optional<SignatureAlgorithm> numbered(long number) {
        return Arrays.stream(values()).filter(a -> a.number == number).findFirst();
    }

    long number() {
        return number;
    }

    /** The engine, ready for a key. */
    Signature engine() throws GeneralSecurityException {
        if (saltLength == 0) {
            return Signature.getInstance(name);
        }
        Signature engine = Signature.getInstance("RSASSA-PSS");
        engine.setParameter(
                new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), saltLength, 1));
        return engine;
    }

    /** False also when the key is of another kind or the signature has no such form. */
    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature engine = engine();
            engine.initVerify(key);
            engine.update(signed);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
