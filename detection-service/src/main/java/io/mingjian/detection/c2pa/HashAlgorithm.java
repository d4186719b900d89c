package io.mingjian.detection.c2pa;

import io.mingjian.detection.media.ByteView;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Hash algorithms a credential may name. */
enum HashAlgorithm {
    SHA256("sha256", "SHA-256"),
    SHA384("sha384", "SHA-384"),
    SHA512("sha512", "SHA-512");

    private final String name;
    private final String javaName;

    HashAlgorithm(String name, String javaName) {
        this.name = name;
        this.javaName = javaName;
    }

    static Optional<HashAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.name.equals(name)).findFirst();
    }

    Digest digest() {
        try {
            return new Digest(MessageDigest.getInstance(javaName));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + javaName, e);
        }
    }

    byte[] of(byte[] bytes) {
        return digest().bytes(bytes).value();
    }

    /** A hash in the making. */
    static final class Digest {
        private final MessageDigest digest;

        private Digest(MessageDigest digest) {
            this.digest = digest;
        }

        Digest part(ByteView file, int from, int to) {
            file.feed(digest, from, to - from);
            return this;
        }

        Digest bytes(byte[] bytes) {
            digest.update(bytes);
            return this;
        }

        /** Eight bytes, big end first. */
        Digest number(long number) {
            return bytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        byte[] value() {
            return digest.digest();
        }
    }
}
