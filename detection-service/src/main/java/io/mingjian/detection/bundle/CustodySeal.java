package io.mingjian.detection.bundle;

/**
 * The seals of a chain of custody. Each entry seals its content together with the seal of the entry
 * before it, the first one together with the hashes of the file.
 */
public final class CustodySeal {
    private CustodySeal() {}

    /** What stands in the place of a previous seal before the first entry. */
    public static String root(String evidenceId, Hashes file) {
        return FieldsSeal.of(evidenceId, file.sha256(), file.sm3(), String.valueOf(file.size()));
    }

    /**
     * @param at as {@link java.time.Instant} writes it
     */
    public static String of(
            String evidenceId,
            int seq,
            String act,
            String actor,
            String organisation,
            String purpose,
            String at,
            String detail,
            String previousSeal) {
        return FieldsSeal.of(
                evidenceId,
                String.valueOf(seq),
                act,
                actor,
                organisation,
                purpose,
                at,
                detail,
                previousSeal);
    }
}
