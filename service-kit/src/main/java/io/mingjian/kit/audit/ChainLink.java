package io.mingjian.kit.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One entry of the chain without its own hash. {@code before} and {@code after} are hashes, or
 * empty.
 *
 * @param seq place in the chain, from 1 without gaps
 * @param at microseconds, as the database keeps them
 */
public record ChainLink(
        long seq,
        Instant at,
        String subject,
        String organisation,
        String action,
        String objectType,
        String objectId,
        String purpose,
        String beforeHash,
        String afterHash) {

    public ChainLink {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The hash that chains this entry to the one before: SM3 over the previous hash and all fields,
     * each with its length in front, so that no two different entries read the same.
     */
    String hash(String previous) {
        StringBuilder text = new StringBuilder();
        add(text, previous);
        add(text, Long.toString(seq));
        add(text, at.toString());
        add(text, subject);
        add(text, organisation);
        add(text, action);
        add(text, objectType);
        add(text, objectId);
        add(text, purpose);
        add(text, beforeHash);
        add(text, afterHash);
        return Sm3.hex(text.toString());
    }

    private static void add(StringBuilder text, String field) {
        text.append(field.length()).append(':').append(field).append('\n');
    }
}
