package io.mingjian.detection.c2pa;

/** Limits of one verification; reaching one makes the answer inconclusive. */
final class Limits {
    /** One manifest store as it lies in the file, bytes. */
    static final int STORE_BYTES = 8 << 20;

    /** Boxes of one file or one store. */
    static final int BOXES = 20_000;

    /** Depth of boxes. */
    static final int BOX_DEPTH = 32;

    /** Depth of one CBOR item. */
    static final int CBOR_DEPTH = 32;

    /** Values of one CBOR item. */
    static final int CBOR_VALUES = 100_000;

    /** Manifests of one store. */
    static final int MANIFESTS = 256;

    /** Links of one claim. */
    static final int LINKS = 1_000;

    /** Certificates of one chain. */
    static final int CERTIFICATES = 16;

    /** Signatures of certificates checked for one file. */
    static final int SIGNATURES = 1_000;

    /** Rules that leave something out of one hash. */
    static final int EXCLUSIONS = 1_000;

    /** Bytes by which such a rule recognises a box. */
    static final int EXCLUSION_DATA = 64;

    /** Fragments of one video. */
    static final int FRAGMENTS = 2_000;

    /** Directories of a TIFF file. */
    static final int DIRECTORIES = 64;

    /** Leaves of one hash tree. */
    static final int LEAVES = 100_000;

    /** Characters of a text of the credential that a report repeats. */
    static final int TEXT_CHARS = 200;

    private Limits() {}

    static String bounded(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= TEXT_CHARS ? line : line.substring(0, TEXT_CHARS) + "…";
    }
}
