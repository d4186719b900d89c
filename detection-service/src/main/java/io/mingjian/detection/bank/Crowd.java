package io.mingjian.detection.bank;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How many show one picture.
 *
 * @param id of the entry or of the evidence
 * @param matters different matters within the window; several pieces of one filing or lead count
 *     once
 * @param organisations that uploaded these
 * @param former different matters before the window
 * @param counted over how long before the window those were counted
 * @param within which picture of the evidence it is, if that is a film or a document
 */
public record Crowd(
        UUID id,
        int matters,
        int organisations,
        int former,
        Duration counted,
        Optional<Within> within) {
    /** Of an entry, or of evidence as a whole. */
    public Crowd(UUID id, int matters, int organisations, int former, Duration counted) {
        this(id, matters, organisations, former, counted, Optional.empty());
    }
}
