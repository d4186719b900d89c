package io.mingjian.registry.filer;

import io.mingjian.registry.code.IdType;
import io.mingjian.registry.code.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hides and finds identities: AES-256-GCM for what is kept, HMAC-SM3 (GB/T 32905) for what is
 * matched. Both keys come from one secret by HMAC-SM3 with different labels, so that neither tells
 * the other. A sealed value names its row and column: moved elsewhere, it does not open.
 */
@ApplicationScoped
public class FilerSecrets {
    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealingKey;
    private final byte[] matchingKey;

    FilerSecrets(@ConfigProperty(name = "mingjian.secrets.filer-key") String filerKey) {
        byte[] secret = Base64.getDecoder().decode(filerKey);
        if (secret.length != 32) {
            throw new IllegalArgumentException(
                    "mingjian.secrets.filer-key must be 32 bytes in base64, not " + secret.length);
        }
        sealingKey = new SecretKeySpec(hmac(secret, "filer sealing"), "AES");
        matchingKey = hmac(secret, "filer matching");
    }

    /** Seals a value for one column of one row. */
    public byte[] seal(String value, UUID row, String column) {
        return sealBytes(value.getBytes(StandardCharsets.UTF_8), row, column);
    }

    /** Seals bytes for one column of one row. */
    public byte[] sealBytes(byte[] value, UUID row, String column) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, place(row, column), value);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(FORMAT)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what {@link #seal} made for the same row and column. */
    public String open(byte[] sealed, UUID row, String column) {
        return new String(openBytes(sealed, row, column), StandardCharsets.UTF_8);
    }

    /** Opens what {@link #sealBytes} made for the same row and column. */
    public byte[] openBytes(byte[] sealed, UUID row, String column) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != FORMAT) {
            throw new IllegalStateException("unknown format of a sealed value in " + column);
        }
        byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        byte[] body = java.util.Arrays.copyOfRange(sealed, 1 + NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, nonce, place(row, column), body);
    }

    /** The key under which this document is found again; type and number are normalised. */
    byte[] idKey(IdType type, String number) {
        return hmac(matchingKey, "ID|" + type.name() + '|' + number);
    }

    /** The key under which who calls himself so at this telephone is found again. */
    byte[] callerKey(String phone, String name) {
        return hmac(matchingKey, "CALLER|" + Phone.canonical(phone) + '|' + Spelling.plain(name));
    }

    /** The key under which those are found who gave the same; spelt in the one way. */
    byte[] contactKey(ContactKind kind, String spelt) {
        return hmac(matchingKey, kind.name() + '|' + spelt);
    }

    private byte[] run(int mode, byte[] nonce, byte[] place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealingKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "a sealed identity does not open with this key", broken);
        }
    }

    private static byte[] place(UUID row, String column) {
        return (row + "|" + column).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(byte[] key, String text) {
        byte[] input = text.getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(input, 0, input.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }
}
