package io.mingjian.detection.retention;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's wish that a piece of evidence be kept whatever its term says, until released. */
@Entity
@Table(name = "evidence_hold")
class Hold {
    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID evidenceId;

    @Column(nullable = false, updatable = false)
    private String organisation;

    @Column(nullable = false, updatable = false)
    private String placedBy;

    @Column(nullable = false, updatable = false)
    private String reasons;

    @Column(nullable = false, updatable = false)
    private Instant placedAt;

    @Column private @Nullable String releasedBy;

    @Column private @Nullable String releasedFrom;

    @Column private @Nullable String releaseReasons;

    @Column private @Nullable Instant releasedAt;

    @Version private int version;

    /** For the mapper. */
    protected Hold() {}

    Hold(UUID id, UUID evidenceId, Decision decision) {
        this.id = id;
        this.evidenceId = evidenceId;
        this.organisation = decision.by().organisation();
        this.placedBy = decision.by().name();
        this.reasons = decision.reasons();
        this.placedAt = decision.at();
    }

    /** Whether it is the caller's business to end it: its own bureau's, or the city's. */
    boolean mayBeReleasedBy(Caller caller) {
        return caller.isCity() || caller.organisation().equals(organisation);
    }

    /**
     * Ends it.
     *
     * @throws Conflict if somebody did already
     */
    void release(Decision decision) {
        if (releasedAt != null) {
            throw new Conflict("released", "该保全已解除。", "This hold was released already.");
        }
        releasedBy = decision.by().name();
        releasedFrom = decision.by().organisation();
        releaseReasons = decision.reasons();
        releasedAt = decision.at();
    }

    UUID id() {
        return id;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    String organisation() {
        return organisation;
    }

    String placedBy() {
        return placedBy;
    }

    String reasons() {
        return reasons;
    }

    Instant placedAt() {
        return placedAt;
    }

    /** How it ended. */
    record Release(String by, String organisation, String reasons, Instant at) {}

    Optional<Release> released() {
        return releasedBy == null
                        || releasedFrom == null
                        || releaseReasons == null
                        || releasedAt == null
                ? Optional.empty()
                : Optional.of(new Release(releasedBy, releasedFrom, releaseReasons, releasedAt));
    }

    int version() {
        return version;
    }
}
