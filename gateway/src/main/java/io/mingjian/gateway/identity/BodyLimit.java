package io.mingjian.gateway.identity;

/** How large a request body may be; the sizes are settings ({@code mingjian.door.body.*}). */
public enum BodyLimit {
    /** No body at all. */
    NONE,
    /** One JSON document. */
    JSON,
    /** A batch of up to 100 items, or a holiday notice. */
    BATCH,
    /** One picture. */
    EVIDENCE,
    /** A file of many rows. */
    FILE,
    /** Findings with all their files. */
    BUNDLE
}
