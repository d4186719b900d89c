package io.mingjian.stack;

import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Passwords and keys of one stack, each made when first asked for and kept in a file that only its
 * owner may read.
 */
final class Secrets {
    private static final String LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 20;
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = file;
    }

    static Secrets in(Path home) {
        Secrets secrets = new Secrets(home.resolve("secrets.properties"));
        secrets.read();
        return secrets;
    }

    /** A password: letters and digits that nobody mistakes for one another. */
    String password(String name) {
        return keep(name, this::newPassword);
    }

    /** A key of 32 random bytes in base64. */
    String key(String name) {
        return keep("key." + name, this::newKey);
    }

    private synchronized String keep(String name, Supplier<String> maker) {
        String value = known.getProperty(name);
        if (value == null) {
            value = maker.get();
            known.setProperty(name, value);
            write();
        }
        return value;
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder();
        random.ints(PASSWORD_LENGTH, 0, LETTERS.length())
                .forEach(index -> password.append(LETTERS.charAt(index)));
        return password.toString();
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            known.load(reader);
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void write() {
        try {
            Path half = file.resolveSibling("secrets.half");
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(half);
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            StringWriter text = new StringWriter();
            known.store(text, "made at first start; whoever has this file has the stack");
            Files.writeString(half, text.toString());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
