package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.CandidateLifecycle.LIMITS;
import static io.mingjian.registry.listing.CandidateLifecycle.TABLE;

import io.mingjian.contracts.CandidateChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.procedure.RunningClocks;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A filer whom a criterion points at, until a person decides. It changes only by a step of {@link
 * CandidateLifecycle}.
 */
@Entity
@Table(name = "candidate")
class Candidate {
    @Id private UUID id;
    @Version private int version;
    private UUID filerId;
    private @Nullable UUID filingId;
    private String organisation;

    @JdbcTypeCode(SqlTypes.JSON)
    private Grounds grounds;

    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private CandidateState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private RunningClocks clocks;

    protected Candidate() {}

    /**
     * A candidate just proposed; its review clock starts.
     *
     * @param organisation bureau that has the filing at which the line was reached
     */
    static Candidate proposed(UUID id, Proposal proposal, String organisation, Instant at) {
        Candidate candidate = new Candidate();
        LocalDate on = LegalDay.of(at);
        candidate.id = id;
        candidate.filerId = proposal.personId();
        candidate.filingId = proposal.filingId();
        candidate.organisation = organisation;
        candidate.grounds = new Grounds(proposal.grounds());
        candidate.proposedAt = at;
        candidate.state = TABLE.initial();
        candidate.clocks =
                RunningClocks.NONE.after(
                        TABLE.opening(), on, limit -> LIMITS.at((CandidateLimit) limit, on));
        return candidate;
    }

    /** What a step did. */
    record Outcome(
            Candidate candidate,
            Transition<CandidateState, CandidateStep> taken,
            Decision decision,
            List<Event> events) {}

    /** An officer looks into it. */
    Outcome beginReview(Caller by, Decision decision) {
        return step(CandidateStep.BEGIN_REVIEW, by, decision, EventType.CANDIDATE_UNDER_REVIEW);
    }

    /** An officer finds that it does not belong on the list. */
    Outcome dismiss(Caller by, Decision decision) {
        return step(CandidateStep.DISMISS, by, decision, EventType.CANDIDATE_DISMISSED);
    }

    Event proposedEvent() {
        return new Event(EventType.CANDIDATE_PROPOSED, fact());
    }

    /**
     * The city, which keeps the list, and the bureau that has the filing at which the line was
     * reached.
     */
    boolean isVisibleTo(Caller caller) {
        return caller.isCity()
                || (caller.isDistrict() && caller.organisation().equals(organisation));
    }

    List<CandidateStep> openSteps(Caller caller) {
        return TABLE.openSteps(state, caller);
    }

    private Outcome step(CandidateStep step, Caller by, Decision decision, EventType announced) {
        LocalDate on = LegalDay.of(decision.at());
        var taken = TABLE.step(state, step, by, decision);
        clocks = clocks.after(taken.clocks(), on, limit -> LIMITS.at((CandidateLimit) limit, on));
        state = taken.to();
        return new Outcome(this, taken, decision, List.of(new Event(announced, fact())));
    }

    private CandidateChanged fact() {
        return new CandidateChanged(
                id, filerId, grounds.list().get(0).criterion(), grounds.list().get(0).version());
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID filerId() {
        return filerId;
    }

    @Nullable UUID filingId() {
        return filingId;
    }

    String organisation() {
        return organisation;
    }

    List<Ground> grounds() {
        return grounds.list();
    }

    Instant proposedAt() {
        return proposedAt;
    }

    CandidateState state() {
        return state;
    }

    RunningClocks clocks() {
        return clocks;
    }
}
