package io.mingjian.monitoring.bundle;

/**
 * A file of a bundle as it was found.
 *
 * @param no its place in the archive, from 0, without the manifest
 * @param nested whether it is an archive itself
 */
record BundleFile(int no, Archive.Member member, Fingerprint fingerprint, boolean nested) {}
