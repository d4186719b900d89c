package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's history: who did what, when, on which ground, with which reasons. Never
 * changed.
 */
@Entity
@Immutable
class LeadEntry {
    @Id private UUID id;
    private UUID leadId;
    private int ordinal;
    private String step;

    @Enumerated(EnumType.STRING)
    private LeadState toState;

    private Instant at;
    private String bySubject;
    private String byName;
    private String organisation;
    private @Nullable String ground;
    private @Nullable String reasons;

    /** For the mapper. */
    LeadEntry() {}

    LeadEntry(
            UUID id,
            Lead lead,
            String step,
            Caller by,
            Instant at,
            @Nullable String ground,
            @Nullable String reasons) {
        this.id = id;
        this.leadId = lead.id();
        this.ordinal = lead.steps();
        this.step = step;
        this.toState = lead.state();
        this.at = at;
        this.bySubject = by.subject();
        this.byName = by.name();
        this.organisation = by.organisation();
        this.ground = ground;
        this.reasons = reasons;
    }

    int ordinal() {
        return ordinal;
    }

    String step() {
        return step;
    }

    LeadState toState() {
        return toState;
    }

    Instant at() {
        return at;
    }

    String byName() {
        return byName;
    }

    String organisation() {
        return organisation;
    }

    @Nullable String ground() {
        return ground;
    }

    @Nullable String reasons() {
        return reasons;
    }
}
