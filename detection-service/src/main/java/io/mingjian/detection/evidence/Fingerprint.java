package io.mingjian.detection.evidence;

/**
 * What identifies a file's bytes.
 *
 * @param sha256 64 lower-case hex digits; also the address in the content store
 * @param sm3 64 lower-case hex digits, GB/T 32905
 * @param sizeBytes number of bytes
 */
public record Fingerprint(String sha256, String sm3, long sizeBytes) {}
