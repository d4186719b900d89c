package io.mingjian.kit.table;

import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.TooLarge;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being taken: lies on the disk, readable by the service alone, until it is staged.
 */
public final class Upload implements Closeable {
    private final Path file;
    private final String sha256;

    private Upload(Path file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /**
     * Takes a body. One that says it is too long is not read at all, another one only until it is.
     *
     * @throws TooLarge if it is over the limit
     */
    public static Upload take(InputStream body, @Nullable Long declared, long most)
            throws IOException {
        if (declared != null && declared > most) {
            throw tooLarge(most);
        }
        Path file = Files.createTempFile("import", ".body");
        try {
            return new Upload(file, copy(body, file, most));
        } catch (IOException | RuntimeException failure) {
            Files.delete(file);
            throw failure;
        }
    }

    private static String copy(InputStream body, Path file, long most) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            int read;
            while ((read = body.read(buffer)) >= 0) {
                count += read;
                if (count > most) {
                    throw tooLarge(most);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (count == 0) {
            throw new Invalid("", "empty", "请求体为空，请上传文件。", "The body is empty.");
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public String sha256() {
        return sha256;
    }

    /** Where it lies until it is closed. */
    public Path path() {
        return file;
    }

    /** A piece of it; nothing after the last. */
    public byte[] piece(int seq, int size) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes((long) seq * size);
            return in.readNBytes(size);
        }
    }

    /** How many pieces of that size it makes. */
    public List<Integer> pieces(int size) throws IOException {
        List<Integer> pieces = new ArrayList<>();
        for (long at = 0; at < Files.size(file); at += size) {
            pieces.add(pieces.size());
        }
        return pieces;
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }

    private static TooLarge tooLarge(long most) {
        return new TooLarge((most >> 20) + " MB");
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
