package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Forbidden;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an officer asked for more time to verify, and what the head of the same bureau said. */
@Entity
class Extension {
    private static final Caller MACHINE = Caller.machine("monitoring");

    @Id private UUID id;
    private UUID leadId;
    private String organisation;
    private String reasons;
    private Instant askedAt;
    private String askedBy;
    private @Nullable Boolean granted;
    private @Nullable String decisionReasons;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;

    /** For the mapper. */
    Extension() {}

    static Extension ask(UUID leadId, String reasons, Caller by, Instant at) {
        Extension extension = new Extension();
        extension.id = Ids.next();
        extension.leadId = leadId;
        extension.organisation = by.organisation();
        extension.reasons = reasons;
        extension.askedAt = at;
        extension.askedBy = by.subject();
        return extension;
    }

    /**
     * @throws Forbidden if the head is who asked
     */
    void requireAnother(Caller head) {
        if (head.subject().equals(askedBy)) {
            throw new Forbidden(
                    "own-request", "延长核查期限须由申请人以外的负责人决定。", "Somebody else than who asked decides.");
        }
    }

    void decide(boolean yes, String why, Caller by, Instant at) {
        granted = yes;
        decisionReasons = why;
        decidedAt = at;
        decidedBy = by.subject();
    }

    /**
     * Another step left nothing to decide. Nobody refused: whoever took that step may be who asked.
     */
    void lapse(String why, Instant at) {
        decide(false, why, MACHINE, at);
    }

    String organisation() {
        return organisation;
    }

    String reasons() {
        return reasons;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Boolean> granted() {
        return Optional.ofNullable(granted);
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<String> decisionReasons() {
        return Optional.ofNullable(decisionReasons);
    }
}
