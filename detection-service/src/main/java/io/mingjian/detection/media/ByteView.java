package io.mingjian.detection.media;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Read-only, bounds-checked look at bytes. Every read outside throws {@link BrokenBytes}; nobody
 * can reach the array itself.
 */
public final class ByteView {
    private final byte[] bytes;

    private ByteView(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A view of the array itself; the caller hands it over and must not change it any more. */
    public static ByteView of(byte[] bytes) {
        return new ByteView(bytes);
    }

    public int length() {
        return bytes.length;
    }

    public int u8(int offset) {
        require(offset, 1);
        return bytes[offset] & 0xFF;
    }

    public int u16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    public int u16le(int offset) {
        return u8(offset) | u8(offset + 1) << 8;
    }

    public int u24le(int offset) {
        return u16le(offset) | u8(offset + 2) << 16;
    }

    public long u32(int offset) {
        return (long) u16(offset) << 16 | u16(offset + 2);
    }

    public long u32le(int offset) {
        return u16le(offset) | (long) u16le(offset + 2) << 16;
    }

    public boolean has(int offset, String latin1) {
        if (offset < 0 || offset + latin1.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < latin1.length(); i++) {
            if ((bytes[offset + i] & 0xFF) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Offset of the first such byte in [from, to), or -1. */
    public int indexOf(int value, int from, int to) {
        for (int i = from; i < Math.min(to, bytes.length); i++) {
            if ((bytes[i] & 0xFF) == value) {
                return i;
            }
        }
        return -1;
    }

    /** Offset of the first such text in [from, to), or -1. */
    public int indexOf(String latin1, int from, int to) {
        int last = Math.min(to, bytes.length) - latin1.length();
        for (int i = Math.max(from, 0); i <= last; i++) {
            if (has(i, latin1)) {
                return i;
            }
        }
        return -1;
    }

    public String text(int offset, int length, Charset charset) {
        require(offset, length);
        return new String(bytes, offset, length, charset);
    }

    public String latin1(int offset, int length) {
        return text(offset, length, StandardCharsets.ISO_8859_1);
    }

    /** A copy. */
    public byte[] copy(int offset, int length) {
        require(offset, length);
        byte[] copy = new byte[length];
        System.arraycopy(bytes, offset, copy, 0, length);
        return copy;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** SHA-256 of a part, in lower-case hex. */
    public String sha256(int offset, int length) {
        require(offset, length);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, offset, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void require(int offset, int length) {
        if (offset < 0 || length < 0 || offset > bytes.length - length) {
            throw new BrokenBytes(
                    Math.max(0, Math.min(offset, bytes.length)), "reads past the end of the file");
        }
    }
}
