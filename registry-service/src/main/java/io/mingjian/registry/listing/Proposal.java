package io.mingjian.registry.listing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What criteria found about a person, or who else holds that it belongs on the list.
 *
 * @param personId the oldest filer of the person
 * @param filingId the filing at which the lines were reached; absent if no filing was
 * @param grounds at least one
 */
public record Proposal(UUID personId, @Nullable UUID filingId, List<Ground> grounds) {

    public Proposal {
        grounds = List.copyOf(grounds);
        if (grounds.isEmpty()) {
            throw new IllegalArgumentException("a proposal says why");
        }
    }
}
