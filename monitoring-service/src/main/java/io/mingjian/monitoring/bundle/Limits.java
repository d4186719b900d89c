package io.mingjian.monitoring.bundle;

/**
 * How large a bundle may be inside.
 *
 * @param entries files of a ZIP, records of a WARC
 * @param entryBytes of one file, unpacked
 * @param totalBytes of all files, unpacked
 * @param ratio how many times larger a packed file may become
 * @param nameLength characters of a name with its folders
 * @param depth folders in each other
 * @param findings in the manifest
 * @param manifestBytes of the manifest
 */
record Limits(
        int entries,
        long entryBytes,
        long totalBytes,
        int ratio,
        int nameLength,
        int depth,
        int findings,
        int manifestBytes) {

    /** Small files may be packed very well; only beyond this does the ratio count. */
    static final long RATIO_COUNTS_FROM = 1L << 20;

    boolean isBomb(long packed, long unpacked) {
        return unpacked > RATIO_COUNTS_FROM && unpacked / Math.max(1, packed) > ratio;
    }
}
