package io.mingjian.monitoring.lead;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What a list of leads is narrowed to. With {@code updatedSince} the list is a feed in order of
 * change, so that a lost message is healed by polling; without it, a bureau's queue in order of due
 * dates or an agency's list in order of submission.
 */
record LeadFilter(
        @Nullable ShownState state,
        @Nullable UUID instructionId,
        @Nullable String agency,
        @Nullable String districtOrganisation,
        @Nullable OffsetDateTime updatedSince,
        LeadOrder order) {

    /** The filter in a fixed form; a cursor is good for this form alone. */
    String form() {
        return "leads|"
                + state
                + "|"
                + instructionId
                + "|"
                + agency
                + "|"
                + districtOrganisation
                + "|"
                + updatedSince
                + "|"
                + order;
    }

    String where(boolean goesOn) {
        return (state == null ? "" : " and l.state in (:states)")
                + (instructionId == null ? "" : " and l.instructionId = :instruction")
                + (agency == null ? "" : " and l.agency = :agency")
                + (districtOrganisation == null ? "" : " and l.districtOrganisation = :district")
                + (updatedSince == null ? "" : order.since())
                + (goesOn ? order.after() : "");
    }

    Mutiny.SelectionQuery<Lead> bind(
            Mutiny.SelectionQuery<Lead> query, @Nullable Map<String, String> after) {
        bind(query, "states", state == null ? null : ShownStates.SHIPPED.of(state));
        bind(query, "instruction", instructionId);
        bind(query, "agency", agency);
        bind(query, "district", districtOrganisation);
        bind(query, "since", updatedSince == null ? null : updatedSince.toInstant());
        if (after != null) {
            order.bind(query, after);
        }
        return query;
    }

    private static void bind(
            Mutiny.SelectionQuery<Lead> query, String name, @Nullable Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }
}
