package io.mingjian.detection.outcome;

import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people found out about a piece of evidence; it stays, also when it is withdrawn. */
@Entity
@Table(name = "evidence_outcome")
class EvidenceOutcome {
    private static final String REGISTRY = "registry";

    @Id private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID evidenceId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private OutcomeKind outcome;

    @Column(nullable = false, updatable = false)
    private String restsOn;

    @Column(nullable = false, updatable = false)
    private boolean independent;

    @Column(nullable = false, updatable = false)
    private String reasons;

    @Column(nullable = false, updatable = false)
    private String organisation;

    @Column(nullable = false, updatable = false)
    private String decidedBy;

    @Column(nullable = false, updatable = false)
    private String decidedSubject;

    @Column(nullable = false, updatable = false)
    private Instant decidedAt;

    @Column(updatable = false)
    private @Nullable UUID filingId;

    @Column(nullable = false, updatable = false)
    private long filingRevision;

    @Column private @Nullable String withdrawnBy;

    @Column private @Nullable String withdrawnFrom;

    @Column private @Nullable String withdrawReasons;

    @Column private @Nullable Instant withdrawnAt;

    @Version private int version;

    /** For the mapper. */
    protected EvidenceOutcome() {}

    /** Said at this service's own door. */
    EvidenceOutcome(UUID id, UUID evidenceId, Finding finding, Decision decision) {
        this(
                id,
                evidenceId,
                finding,
                decision.reasons(),
                new By(
                        decision.by().organisation(),
                        decision.by().name(),
                        decision.by().subject(),
                        decision.at()));
    }

    private EvidenceOutcome(UUID id, UUID evidenceId, Finding finding, String reasons, By by) {
        this.id = id;
        this.evidenceId = evidenceId;
        this.outcome = finding.outcome();
        this.restsOn = RestsOn.write(finding.restsOn());
        this.independent = finding.restsOn().stream().anyMatch(RestsOn::isIndependent);
        this.reasons = reasons;
        this.organisation = by.organisation();
        this.decidedBy = by.name();
        this.decidedSubject = by.subject();
        this.decidedAt = by.at();
    }

    /** Found by the registry's officers in a filing; their reasons stay there. */
    static EvidenceOutcome ofFiling(UUID id, UUID evidenceId, Finding finding, Filing filing) {
        EvidenceOutcome outcome =
                new EvidenceOutcome(
                        id,
                        evidenceId,
                        finding,
                        "见登记系统中该投诉、举报的认定记录",
                        new By(filing.organisation(), REGISTRY, REGISTRY, filing.at()));
        outcome.filingId = filing.id();
        outcome.filingRevision = filing.revision();
        return outcome;
    }

    /** What was found, and what it rests on; never on nothing. */
    record Finding(OutcomeKind outcome, Collection<RestsOn> restsOn) {}

    /**
     * The filing in which something was found.
     *
     * @param revision of its event; a later one takes the place of an earlier one
     */
    record Filing(UUID id, long revision, String organisation, Instant at) {}

    private record By(String organisation, String name, String subject, Instant at) {}

    /**
     * Takes it back.
     *
     * @throws Conflict if somebody did already
     */
    void withdraw(Decision decision) {
        withdraw(
                decision.by().name(),
                decision.by().organisation(),
                decision.reasons(),
                decision.at());
    }

    /** A later finding in the same filing takes its place. */
    void replacedBy(Filing later) {
        withdraw(REGISTRY, later.organisation(), "同一投诉、举报中另有认定", later.at());
    }

    private void withdraw(String by, String from, String why, Instant at) {
        if (withdrawnAt != null) {
            throw new Conflict("withdrawn", "该结论已撤回。", "This outcome was withdrawn already.");
        }
        withdrawnBy = by;
        withdrawnFrom = from;
        withdrawReasons = why;
        withdrawnAt = at;
    }

    /** What other rooms are told of it. */
    OutcomeConfirmed told() {
        return new OutcomeConfirmed(
                id,
                evidenceId,
                outcome,
                restsOn(),
                independent,
                reasons,
                new OutcomeConfirmed.By(
                        organisation, decidedBy, filingId == null ? decidedSubject : ""),
                withdrawnAt != null,
                withdrawnAt == null ? decidedAt : withdrawnAt);
    }

    UUID id() {
        return id;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    OutcomeKind outcome() {
        return outcome;
    }

    Set<RestsOn> restsOn() {
        return RestsOn.read(restsOn);
    }

    boolean isIndependent() {
        return independent;
    }

    String reasons() {
        return reasons;
    }

    String organisation() {
        return organisation;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Optional<UUID> filingId() {
        return Optional.ofNullable(filingId);
    }

    long filingRevision() {
        return filingRevision;
    }

    /** How it was taken back. */
    record Withdrawal(String by, String organisation, String reasons, Instant at) {}

    Optional<Withdrawal> withdrawn() {
        return withdrawnBy == null
                        || withdrawnFrom == null
                        || withdrawReasons == null
                        || withdrawnAt == null
                ? Optional.empty()
                : Optional.of(
                        new Withdrawal(withdrawnBy, withdrawnFrom, withdrawReasons, withdrawnAt));
    }

    int version() {
        return version;
    }
}
