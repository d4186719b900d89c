package io.mingjian.monitoring.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * In which order leads are listed, and with it what a cursor says of the last one. A cursor is
 * signed, not secret: an order may use only what its reader sees in the leads themselves.
 */
enum LeadOrder {
    /** The queue of a bureau: what is due first comes first, what has no running clock last. */
    DUE("coalesce(l.dueOn, cast('9999-12-31' as LocalDate))") {
        @Override
        String keyOf(Lead lead) {
            return String.valueOf(lead.dueOn().orElse(NO_CLOCK));
        }

        @Override
        Object read(String key) {
            return LocalDate.parse(key);
        }
    },
    /** A feed: what changed first comes first. */
    CHANGE("l.updatedAt") {
        @Override
        String keyOf(Lead lead) {
            return lead.updatedAt().toString();
        }

        @Override
        Object read(String key) {
            return Instant.parse(key);
        }
    },
    /** The same for agencies: what they were told of first comes first. */
    CHANGE_TOLD("l.agencyUpdatedAt") {
        @Override
        String keyOf(Lead lead) {
            return lead.agencyUpdatedAt().toString();
        }

        @Override
        Object read(String key) {
            return Instant.parse(key);
        }
    },
    /** As they were handed in, for agencies, which do not know until when others must act. */
    SUBMISSION("l.id") {
        @Override
        String keyOf(Lead lead) {
            return lead.id().toString();
        }

        @Override
        Object read(String key) {
            return UUID.fromString(key);
        }
    };

    private static final LocalDate NO_CLOCK = LocalDate.of(9999, 12, 31);

    private final String key;

    LeadOrder(String key) {
        this.key = key;
    }

    abstract String keyOf(Lead lead);

    abstract Object read(String key);

    /** The place of a lead in this order. */
    Map<String, String> placeOf(Lead lead) {
        return Map.of("key", keyOf(lead), "id", lead.id().toString());
    }

    String by() {
        return " order by " + key + ", l.id";
    }

    /** From a time on; for the orders of change alone. */
    String since() {
        return " and " + key + " >= :since";
    }

    String after() {
        return " and (" + key + " > :key or (" + key + " = :key and l.id > :id))";
    }

    void bind(Mutiny.SelectionQuery<Lead> query, Map<String, String> place) {
        query.setParameter("key", read(place.getOrDefault("key", "")));
        query.setParameter("id", UUID.fromString(place.getOrDefault("id", "")));
    }
}
