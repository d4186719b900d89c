package io.mingjian.detection.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Read-only, bounds-checked look at bytes. Every read outside throws {@link BrokenBytes}; nobody
 * can reach the array itself.
 */
public final class ByteView {
    private final ByteBuffer bytes;
    private final int length;

    private ByteView(ByteBuffer bytes) {
        this.bytes = bytes;
        this.length = bytes.limit();
    }

    /** A view of the array itself; the caller hands it over and must not change it any more. */
    public static ByteView of(byte[] bytes) {
        return new ByteView(ByteBuffer.wrap(bytes));
    }

    /** A view of a file below 2 GiB; only those pages are read that somebody looks at. */
    public static ByteView of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ByteView(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    public int length() {
        return length;
    }

    public int u8(int offset) {
        require(offset, 1);
        return bytes.get(offset) & 0xFF;
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

    /** Eight bytes; values beyond 2^63 come out negative. */
    public long u64(int offset) {
        return u32(offset) << 32 | u32(offset + 4);
    }

    public boolean has(int offset, String latin1) {
        if (offset < 0 || offset > length - latin1.length()) {
            return false;
        }
        for (int i = 0; i < latin1.length(); i++) {
            if ((bytes.get(offset + i) & 0xFF) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Offset of the first such byte in [from, to), or -1. */
    public int indexOf(int value, int from, int to) {
        int last = Math.min(to, length);
        for (int i = Math.max(from, 0); i < last; i++) {
            if ((bytes.get(i) & 0xFF) == value) {
                return i;
            }
        }
        return -1;
    }

    /** Offset of the first such text in [from, to), or -1. */
    public int indexOf(String latin1, int from, int to) {
        int last = Math.min(to, length) - latin1.length();
        int at = indexOf(latin1.charAt(0), from, last + 1);
        while (at >= 0 && !has(at, latin1)) {
            at = indexOf(latin1.charAt(0), at + 1, last + 1);
        }
        return at;
    }

    /** Offset of the last such text that starts in [from, to), or -1. */
    public int lastIndexOf(String latin1, int from, int to) {
        for (int at = Math.min(to, length) - 1; at >= Math.max(from, 0); at--) {
            if (has(at, latin1)) {
                return at;
            }
        }
        return -1;
    }

    public String text(int offset, int length, Charset charset) {
        return new String(copy(offset, length), charset);
    }

    public String latin1(int offset, int length) {
        return text(offset, length, StandardCharsets.ISO_8859_1);
    }

    /** A copy. */
    public byte[] copy(int offset, int length) {
        require(offset, length);
        byte[] copy = new byte[length];
        bytes.get(offset, copy);
        return copy;
    }

    public InputStream stream() {
        return bytes.hasArray()
                ? new ByteArrayInputStream(bytes.array())
                : new ByteArrayInputStream(copy(0, length));
    }

    /** Fills a file that exists. */
    void writeTo(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = bytes.duplicate().position(0);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /** Adds a part to a digest, without a copy. */
    public void feed(MessageDigest digest, int offset, int length) {
        require(offset, length);
        digest.update(bytes.slice(offset, length));
    }

    /** SHA-256 of a part, in lower-case hex. */
    public String sha256(int offset, int length) {
        require(offset, length);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.slice(offset, length));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void require(int offset, int length) {
        if (offset < 0 || length < 0 || offset > this.length - length) {
            throw new BrokenBytes(
                    Math.max(0, Math.min(offset, this.length)), "reads past the end of the file");
        }
    }
}
