package io.mingjian.monitoring.instruction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What a list of instructions is narrowed to, and after which row it goes on. */
record InstructionFilter(
        @Nullable InstructionState state,
        @Nullable String agency,
        @Nullable OffsetDateTime updatedSince,
        @Nullable After after) {

    /** The last row of the page before. */
    record After(Instant updatedAt, UUID id) {
        static After of(Map<String, String> keys) {
            return new After(
                    Instant.parse(keys.getOrDefault("at", "")),
                    UUID.fromString(keys.getOrDefault("id", "")));
        }

        Map<String, String> keys() {
            return Map.of("at", updatedAt.toString(), "id", id.toString());
        }
    }

    /** The filter in a fixed form; a cursor is good for this form alone. */
    String form() {
        return "instructions|" + state + "|" + agency + "|" + updatedSince;
    }

    InstructionFilter from(@Nullable After place) {
        return new InstructionFilter(state, agency, updatedSince, place);
    }

    Mutiny.SelectionQuery<Instruction> bind(Mutiny.SelectionQuery<Instruction> query) {
        if (state != null) {
            query.setParameter("state", state);
        }
        if (agency != null) {
            query.setParameter("agency", agency);
        }
        if (updatedSince != null) {
            query.setParameter("since", updatedSince.toInstant());
        }
        if (after != null) {
            query.setParameter("afterAt", after.updatedAt());
            query.setParameter("afterId", after.id());
        }
        return query;
    }
}
