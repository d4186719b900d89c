package io.mingjian.detection.provenance;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * SM3withSM2 (GB/T 32918.2) with the default identity. Writers disagree about how a key and a
 * signature look in hexadecimal, so every known form is tried.
 */
final class Sm2Signature {
    private static final int MOST_HEX = 4_096;
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private Sm2Signature() {}

    static boolean fits(String message, String signatureHex, String keyHex) {
        Optional<byte[]> signature = bytes(signatureHex);
        Optional<byte[]> key = bytes(keyHex);
        if (signature.isEmpty() || key.isEmpty()) {
            return false;
        }
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        DSAEncoding encoding =
                signature.get().length == 64
                        ? PlainDSAEncoding.INSTANCE
                        : StandardDSAEncoding.INSTANCE;
        return keys(key.get()).stream().anyMatch(k -> fits(text, signature.get(), k, encoding));
    }

    private static boolean fits(
            byte[] message, byte[] signature, ECPublicKeyParameters key, DSAEncoding encoding) {
        SM2Signer signer = new SM2Signer(encoding);
        signer.init(false, key);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static Optional<byte[]> bytes(String hex) {
        String clean = hex.strip();
        boolean readable = clean.length() <= MOST_HEX && clean.matches("([0-9a-fA-F]{2})+");
        return readable ? Optional.of(HexFormat.of().parseHex(clean)) : Optional.empty();
    }

    /** A DER structure, a point with or without both halves, or its first half alone. */
    private static List<ECPublicKeyParameters> keys(byte[] key) {
        List<ECPublicKeyParameters> keys = new ArrayList<>();
        if (key.length > 80) {
            structured(key).ifPresent(keys::add);
        } else if (key.length == 64) {
            point(joined(4, key)).ifPresent(keys::add);
        } else if (key.length == 32) {
            halves(key, keys);
        } else if (key.length == 33 && key[0] == 0) {
            byte[] half = new byte[32];
            System.arraycopy(key, 1, half, 0, 32);
            halves(half, keys);
        } else {
            point(key).ifPresent(keys::add);
        }
        return keys;
    }

    /** Two points share their first half. */
    private static void halves(byte[] half, List<ECPublicKeyParameters> keys) {
        point(joined(2, half)).ifPresent(keys::add);
        point(joined(3, half)).ifPresent(keys::add);
    }

    private static byte[] joined(int head, byte[] tail) {
        byte[] whole = new byte[tail.length + 1];
        whole[0] = (byte) head;
        System.arraycopy(tail, 0, whole, 1, tail.length);
        return whole;
    }

    private static Optional<ECPublicKeyParameters> structured(byte[] der) {
        try {
            return PublicKeyFactory.createKey(der) instanceof ECPublicKeyParameters key
                            && key.getParameters().getN().equals(order())
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // The library answers foreign bytes with exceptions of many kinds.
            return Optional.empty();
        }
    }

    private static BigInteger order() {
        return DOMAIN.getN();
    }

    private static Optional<ECPublicKeyParameters> point(byte[] encoded) {
        try {
            return Optional.of(
                    new ECPublicKeyParameters(CURVE.getCurve().decodePoint(encoded), DOMAIN));
        } catch (IllegalArgumentException e) {
            // No point of the curve.
            return Optional.empty();
        }
    }
}
