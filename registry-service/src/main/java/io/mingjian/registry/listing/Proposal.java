package io.mingjian.registry.listing;

import java.util.UUID;

/**
 * What a criterion found about a filer.
 *
 * @param filingId the filing at which the line was reached
 * @param inputs the values it saw, as JSON
 * @param explanation in words that one could show the filer
 */
public record Proposal(
        UUID filerId,
        UUID filingId,
        String criterion,
        int criterionVersion,
        String inputs,
        String explanation) {}
