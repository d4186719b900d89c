package io.mingjian.detection.c2pa;

import java.security.MessageDigest;
import java.util.Optional;

/** Comparison of hashes; one that is not stated equals none. */
final class Hashes {
    private Hashes() {}

    static boolean same(byte[] found, Optional<byte[]> stated) {
        return stated.isPresent() && MessageDigest.isEqual(found, stated.get());
    }
}
