package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.RULES;
import static io.mingjian.registry.listing.EntryLifecycle.TABLE;

import io.mingjian.registry.listing.ProcedureRules.Rule;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What of a step depends on more than the state: the rules of the day, clocks, a second person. */
final class Openness {
    private Openness() {}

    /** The steps that this caller may take now. */
    static List<EntryStep> steps(Entry entry, Moment now) {
        return TABLE.openSteps(entry.state(), now.by()).stream()
                .filter(step -> isOpen(entry, now, step))
                .toList();
    }

    private static boolean isOpen(Entry entry, Moment now, EntryStep step) {
        Rule rule = RULES.on(now.today());
        return switch (step) {
            case LIST,
                    NOT_LIST,
                    UPHOLD_OBJECTION,
                    REFUSE_OBJECTION,
                    REMOVE,
                    REFUSE_REMOVAL,
                    EXTEND,
                    REVOKE ->
                    waiting(entry, now)
                            .filter(pending -> pending.resolution().step() == step)
                            .isPresent();
            case RETURN -> waiting(entry, now).isPresent();
            case PROPOSE_LISTING ->
                    entry.pending().isEmpty()
                            && (entry.state() != EntryState.UNDER_REVIEW || !rule.priorNotice());
            case PROPOSE_EXTENSION ->
                    entry.pending().isEmpty()
                            && entry.term()
                                    .filter(term -> term.until().isBefore(last(term, rule)))
                                    .isPresent();
            case PROPOSE_ON_OBJECTION, PROPOSE_ON_REMOVAL, PROPOSE_REVOCATION ->
                    entry.pending().isEmpty();
            case REQUEST_HEARING ->
                    rule.hearing() && entry.clocks().runs(EntryLimit.HEARING_REQUEST);
            case STAY -> rule.stay() && entry.isEffectiveOn(now.today());
            case END_STAY -> entry.term().filter(Term::isStayed).isPresent();
            case PROLONG -> prolongable(entry, now).isPresent();
            default -> true;
        };
    }

    private static Optional<Pending> waiting(Entry entry, Moment now) {
        return entry.pending().filter(pending -> pending.isFor(now.by()));
    }

    /**
     * Whether nobody may be surprised by a listing any more: the person was heard, or the time to
     * speak has passed, or he said in writing that there is nothing to add.
     */
    static boolean isHeard(Entry entry, Moment now) {
        return entry.state() == EntryState.HEARD
                || entry.facts().isSpeakingWaived()
                || (isPast(entry, EntryLimit.DEFENCE, now)
                        && isPast(entry, EntryLimit.HEARING_REQUEST, now));
    }

    /** Whether a clock has ended; one that does not run has. */
    static boolean isPast(Entry entry, EntryLimit limit, Moment now) {
        return due(entry, limit, now).filter(due -> !now.today().isAfter(due)).isEmpty();
    }

    static Optional<LocalDate> due(Entry entry, EntryLimit limit, Moment now) {
        return entry.clocks().of(limit, now.calendar(), now.today()).map(DueView::dueOn);
    }

    /** The clock to which the head may still add time. */
    static Optional<EntryLimit> prolongable(Entry entry, Moment now) {
        EntryLimit limit =
                entry.state() == EntryState.OBJECTION_ACCEPTED
                        ? EntryLimit.OBJECTION_DECISION
                        : EntryLimit.REMOVAL_DECISION;
        return entry.clocks()
                .of(limit, now.calendar(), now.today())
                .filter(due -> !now.today().isAfter(due.dueOn()))
                .filter(due -> !isProlonged(entry, limit, due.startedOn()))
                .map(due -> limit);
    }

    private static boolean isProlonged(Entry entry, EntryLimit limit, LocalDate startedOn) {
        return entry.facts()
                .last(Fact.Prolonged.class)
                .filter(given -> given.limit() == limit && !given.on().isBefore(startedOn))
                .isPresent();
    }

    /** The last day to which a term may ever be extended. */
    static LocalDate last(Term term, Rule rule) {
        return Rule.lastDay(term.from(), rule.maxMonths());
    }
}
