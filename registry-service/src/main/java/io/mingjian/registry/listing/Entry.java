package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.LIMITS;
import static io.mingjian.registry.listing.EntryLifecycle.TABLE;

import io.mingjian.contracts.CandidateChanged;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.ListingChanged;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the abnormal-filer list, from candidate to archive. It changes only by a step of
 * {@link EntryLifecycle}; what the steps of each stage do stands in {@link Hearing}, {@link
 * Resolving} and {@link Remedies}.
 */
@Entity
@Table(name = "abnormal_filer_entry")
class Entry {
    @Id private UUID id;
    @Version private int version;

    /** The filer it was proposed for; it holds for all who are the same person on a day. */
    private UUID filerId;

    private @Nullable UUID filingId;
    private String organisation;

    @JdbcTypeCode(SqlTypes.JSON)
    private Grounds grounds;

    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private RunningClocks clocks;

    @JdbcTypeCode(SqlTypes.JSON)
    private Facts facts;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Pending pending;

    private @Nullable String entryNo;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Term term;

    // The term in columns, for queries only; what has no effect has no effective days.
    private @Nullable LocalDate termUntil;
    private @Nullable LocalDate effectiveFrom;
    private @Nullable LocalDate effectiveUntil;
    private boolean termPassed;

    /** Day on which it came to rest; absent while it is live. */
    private @Nullable LocalDate settledOn;

    protected Entry() {}

    /**
     * A candidate just proposed; its review clock starts.
     *
     * @param organisation bureau that has the filing at which the line was reached
     */
    static Entry proposed(UUID id, Proposal proposal, String organisation, Instant at) {
        Entry entry = new Entry();
        LocalDate on = LegalDay.of(at);
        entry.id = id;
        entry.filerId = proposal.personId();
        entry.filingId = proposal.filingId();
        entry.organisation = organisation;
        entry.grounds = new Grounds(proposal.grounds());
        entry.proposedAt = at;
        entry.state = TABLE.initial();
        entry.facts = Facts.NONE;
        entry.clocks = RunningClocks.NONE.after(TABLE.opening(), on, limit -> limit(limit, on));
        return entry;
    }

    /** Whether something new was found that an officer should see with the rest. */
    boolean add(List<Ground> found) {
        Grounds more = grounds.and(found);
        boolean isNew = !more.equals(grounds);
        grounds = more;
        return isNew;
    }

    /** Whether grounds may still be added: the person was not told of them yet. */
    boolean isOpenForGrounds() {
        return state == EntryState.CANDIDATE || state == EntryState.UNDER_REVIEW;
    }

    /**
     * The city, which keeps the list, and the bureau that has the filing at which the line was
     * reached.
     */
    boolean isVisibleTo(Caller caller) {
        return caller.isCity()
                || (caller.isDistrict() && caller.organisation().equals(organisation));
    }

    /** Where a step leads, if the table allows it; nothing has changed yet. */
    Transition<EntryState, EntryStep> lawful(
            EntryStep step, Moment now, @Nullable Decision decision) {
        return TABLE.step(state, step, now.by(), decision);
    }

    /** Takes a step whose clocks count from a day, and records what it found. */
    Outcome take(
            EntryStep step,
            Moment now,
            @Nullable Decision decision,
            LocalDate from,
            @Nullable Fact fact) {
        var taken = lawful(step, now, decision);
        move(taken, from, now.today());
        if (fact != null) {
            facts = facts.and(fact);
            termPassed = facts.has(Fact.TermPassed.class);
        }
        return Outcome.of(taken, decision, event(taken, now.today()));
    }

    private void move(Transition<EntryState, EntryStep> taken, LocalDate from, LocalDate today) {
        clocks = clocks.after(taken.clocks(), from, limit -> limit(limit, from));
        if (taken.to() != state) {
            state = taken.to();
            settledOn = state.isLive() ? null : today;
            if (pending != null && !pending.resolution().isPossibleIn(state)) {
                pending = null;
            }
        }
    }

    /** Filers that it had held for are somebody else's. */
    void divided(Fact.PersonDivided fact) {
        facts = facts.and(fact);
    }

    void await(@Nullable Pending proposed) {
        pending = proposed;
    }

    void number(String given) {
        entryNo = given;
    }

    /** From now on it has effect for this term. */
    void hold(Term changed) {
        term = changed;
        boolean none = changed.endedOn() != null || changed.isStayed();
        termUntil = changed.until();
        effectiveFrom = none ? null : changed.from();
        effectiveUntil = none ? null : changed.until();
    }

    void prolong(EntryLimit clock, LocalDate on) {
        clocks = clocks.prolonged(clock, LIMITS.at(EntryLimit.PROLONGATION, on));
    }

    boolean isEffectiveOn(LocalDate day) {
        return term != null && term.isEffectiveOn(day);
    }

    /** Whether its last day has passed and that is not recorded yet. */
    boolean hasRunOut(LocalDate today) {
        return term != null
                && term.isOver(today)
                && TABLE.row(state, EntryStep.EXPIRE).isPresent()
                && (state == EntryState.LISTED || !termPassed);
    }

    Event proposedEvent() {
        return new Event(EventType.CANDIDATE_PROPOSED, candidate());
    }

    private Event event(Transition<?, ?> taken, LocalDate on) {
        EventType type = Announcements.of((EntryStep) taken.step());
        return new Event(
                type,
                type.data() == CandidateChanged.class
                        ? candidate()
                        : new ListingChanged(
                                id,
                                filerId,
                                taken.step().name(),
                                taken.from().name(),
                                taken.to().name(),
                                term == null ? null : term.from(),
                                term == null ? null : term.until(),
                                on));
    }

    private CandidateChanged candidate() {
        Ground first = grounds.list().get(0);
        return new CandidateChanged(id, filerId, first.criterion(), first.version());
    }

    private static LegalLimit limit(LimitName name, LocalDate on) {
        return LIMITS.at((EntryLimit) name, on);
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

    EntryState state() {
        return state;
    }

    RunningClocks clocks() {
        return clocks;
    }

    Facts facts() {
        return facts;
    }

    Optional<Pending> pending() {
        return Optional.ofNullable(pending);
    }

    @Nullable String entryNo() {
        return entryNo;
    }

    Optional<Term> term() {
        return Optional.ofNullable(term);
    }

    @Nullable LocalDate settledOn() {
        return settledOn;
    }
}
