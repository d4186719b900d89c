package io.mingjian.gateway.identity;

/**
 * How long a service may take to answer once it has the whole request ({@code
 * mingjian.door.answer.*}).
 */
public enum TimeLimit {
    /** Questions and single decisions. */
    QUICK,
    /** Uploads, batches and walks over a whole chain. */
    LONG
}
