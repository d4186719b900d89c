package io.mingjian.monitoring.bundle;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** A digest that a web archive declares, counted along while the bytes go by. */
final class DeclaredDigest {
    private static final Map<String, String> KNOWN =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final String declared;
    private final MessageDigest digest;

    private DeclaredDigest(String declared, MessageDigest digest) {
        this.declared = declared;
        this.digest = digest;
    }

    /**
     * @param label algorithm and value, as {@code sha1:3EF4…}; blank where none is declared
     * @throws io.mingjian.kit.refusal.Invalid if nobody here knows the algorithm
     */
    static DeclaredDigest of(String label) {
        int colon = label.indexOf(':');
        String name = label.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        String algorithm = label.isBlank() ? "MD5" : KNOWN.get(name.replace("-", ""));
        if (algorithm == null) {
            throw Faulty.of("unknown-digest", "WARC 中的摘要算法不受支持：“" + Faulty.shown(name) + "”。");
        }
        try {
            return new DeclaredDigest(
                    label.substring(colon + 1).strip(), MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    InputStream along(InputStream in) {
        return declared.isEmpty() ? in : new DigestInputStream(in, digest);
    }

    /** Whether what went by has the declared digest, or none was declared. */
    boolean fits() {
        if (declared.isEmpty()) {
            return true;
        }
        byte[] found = digest.digest();
        return declared.equalsIgnoreCase(HexFormat.of().formatHex(found))
                || declared.replace("=", "").equalsIgnoreCase(base32(found));
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = ((held << 8) | (each & 0xff)) & 0xffff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt((held << (5 - bits)) & 31)).toString();
    }
}
