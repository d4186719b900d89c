package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.RULES;

import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.registry.listing.ProcedureRules.Rule;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What two people decide: one proposes, the head agrees or gives it back with reasons. */
final class Resolving {
    private Resolving() {}

    /**
     * @throws Conflict if something waits already, or the person could not speak yet
     * @throws Invalid if the term is not one that may be
     */
    static Outcome propose(
            Entry entry, EntryStep step, Moment now, Decision decision, Pending proposed) {
        entry.lawful(step, now, decision);
        entry.pending()
                .ifPresent(
                        waiting -> {
                            throw waiting.waits();
                        });
        requireSound(entry, now, proposed);
        entry.await(proposed);
        return entry.take(step, now, decision, now.today(), null);
    }

    /**
     * The second person does not agree.
     *
     * @throws Conflict if nobody proposed anything
     * @throws Forbidden for the person who proposed it
     */
    static Outcome giveBack(Entry entry, Moment now, Decision decision) {
        entry.lawful(EntryStep.RETURN, now, decision);
        entry.pending().orElseThrow(Pending::none).requireFor(now.by());
        entry.await(null);
        return entry.take(EntryStep.RETURN, now, decision, now.today(), null);
    }

    /**
     * The second person agrees.
     *
     * @param number of the entry, if this lists
     * @throws Conflict if nobody proposed anything, or it cannot be any more
     * @throws Forbidden for the person who proposed it
     */
    static Outcome agree(Entry entry, Moment now, Decision decision, String number) {
        Pending proposed = entry.pending().orElseThrow(Pending::none);
        proposed.requireFor(now.by());
        EntryStep step = proposed.resolution().step();
        entry.lawful(step, now, decision);
        requireSound(entry, now, proposed);
        Fact fact = effect(entry, now.today(), proposed, number);
        entry.await(null);
        return entry.take(step, now, decision, now.today(), fact);
    }

    private static @Nullable Fact effect(
            Entry entry, LocalDate today, Pending proposed, String number) {
        return switch (proposed.resolution()) {
            case LIST -> listed(entry, today, until(proposed), number);
            case EXTEND -> {
                entry.hold(entry.term().orElseThrow().extendedTo(until(proposed)));
                yield new Fact.Extended(
                        today, until(proposed), proposed.basis() == null ? "" : proposed.basis());
            }
            case UPHOLD_OBJECTION, REVOKE -> {
                entry.hold(entry.term().orElseThrow().stayEnded(today).ended(today));
                RevocationCause cause = proposed.cause();
                yield new Fact.Revoked(
                        today,
                        cause == null ? RevocationCause.OWN_ERROR : cause,
                        proposed.documentNo());
            }
            case REMOVE -> {
                entry.hold(entry.term().orElseThrow().ended(today));
                yield null;
            }
            case REFUSE_OBJECTION -> {
                entry.hold(entry.term().orElseThrow().stayEnded(today));
                yield null;
            }
            case NOT_LIST, REFUSE_REMOVAL -> null;
        };
    }

    private static Fact listed(Entry entry, LocalDate today, LocalDate until, String number) {
        entry.number(number);
        entry.hold(Term.of(today, until));
        return new Fact.Listed(today, number, today, until);
    }

    /** Looked at when it is proposed and again when it is decided: time passes in between. */
    private static void requireSound(Entry entry, Moment now, Pending proposed) {
        Rule rule = RULES.on(now.today());
        if (!proposed.resolution().isPossibleIn(entry.state())) {
            throw new Conflict(
                    "resolution-not-open",
                    "现在的状态不能“" + proposed.resolution().zh() + "”。",
                    "This cannot be decided in the present state.");
        }
        switch (proposed.resolution()) {
            case LIST -> {
                requireHeard(entry, now, rule);
                requireTerm(now.today(), Rule.lastDay(now.today(), rule.maxMonths()), proposed);
            }
            case EXTEND -> {
                Term term = entry.term().orElseThrow();
                requireTerm(term.until(), Openness.last(term, rule), proposed);
            }
            default -> {}
        }
    }

    private static void requireHeard(Entry entry, Moment now, Rule rule) {
        if (entry.state() == EntryState.UNDER_REVIEW && rule.priorNotice()) {
            throw new Conflict(
                    "not-noticed", "列入前须先行告知当事人事实、理由和权利。", "The person must be told beforehand.");
        }
        if (entry.state() != EntryState.UNDER_REVIEW && !Openness.isHeard(entry, now)) {
            throw new Conflict(
                    "not-heard",
                    "陈述申辩、申请听证的期限未满，当事人也未书面放弃，不能决定列入。",
                    "The person may still speak; nothing can be decided yet.");
        }
    }

    private static void requireTerm(LocalDate after, LocalDate last, Pending proposed) {
        LocalDate until = until(proposed);
        if (!until.isAfter(after) || until.isAfter(last)) {
            throw new Invalid(
                    "/until",
                    "term-out-of-range",
                    "期限届满日须晚于" + after + "，且不得晚于" + last + "（最长期限）。",
                    "The last day lies after " + after + " and not after " + last + ".");
        }
    }

    private static LocalDate until(Pending proposed) {
        LocalDate until = proposed.until();
        if (until == null) {
            throw new Invalid("/until", "required", "请填写期限届满日。", "This field is required.");
        }
        return until;
    }
}
