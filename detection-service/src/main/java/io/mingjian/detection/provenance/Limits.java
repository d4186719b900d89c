package io.mingjian.detection.provenance;

/** Limits of one reading; reaching one gives an inconclusive answer, never a guess. */
final class Limits {
    /** Metadata of all kinds together, bytes. */
    static final int METADATA_BYTES = 8 << 20;

    /** One payload as it lies in the file, bytes. */
    static final int PAYLOAD_BYTES = 2 << 20;

    /** One payload after inflating, bytes. */
    static final int INFLATED_BYTES = 1 << 20;

    /** Inflated bytes for one stored byte. */
    static final int INFLATE_RATIO = 200;

    /** Texts of one file. */
    static final int TEXTS = 5_000;

    /** Depth of XML elements. */
    static final int XML_DEPTH = 32;

    /** XML elements and attributes. */
    static final int XML_NODES = 20_000;

    /** Depth of JSON. */
    static final int JSON_DEPTH = 8;

    /** Characters of raw text kept in a finding. */
    static final int RAW_CHARS = 2_000;

    private Limits() {}

    static String bounded(String raw) {
        return raw.length() <= RAW_CHARS ? raw : raw.substring(0, RAW_CHARS) + "…";
    }
}
