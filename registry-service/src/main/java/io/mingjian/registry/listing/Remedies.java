package io.mingjian.registry.listing;

import static io.mingjian.registry.listing.EntryLifecycle.RULES;

import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a listing afterwards: objection and stay, removal, other remedies, its end. */
final class Remedies {
    private Remedies() {}

    /** The effect is kept unless the head stays it; the clock counts from receipt. */
    static Outcome object(
            Entry entry, Moment now, @Nullable Decision remark, Fact.Objected objection) {
        return entry.take(EntryStep.OBJECT, now, remark, objection.receivedOn(), objection);
    }

    static Outcome acceptObjection(Entry entry, Moment now, @Nullable Decision remark) {
        return entry.take(EntryStep.ACCEPT_OBJECTION, now, remark, now.today(), null);
    }

    static Outcome rejectObjection(Entry entry, Moment now, Decision decision) {
        entry.lawful(EntryStep.REJECT_OBJECTION, now, decision);
        entry.hold(entry.term().orElseThrow().stayEnded(now.today()));
        return entry.take(EntryStep.REJECT_OBJECTION, now, decision, now.today(), null);
    }

    /**
     * @throws Conflict if it has no effect that could be stayed, or stays are not foreseen
     */
    static Outcome stay(Entry entry, Moment now, Decision decision) {
        entry.lawful(EntryStep.STAY, now, decision);
        Term term = entry.term().orElseThrow();
        if (!RULES.on(now.today()).stay() || !term.isEffectiveOn(now.today())) {
            throw new Conflict(
                    "nothing-to-stay",
                    "列入现无效力可以暂停，或者现行程序不设暂停。",
                    "There is no effect that could be stayed.");
        }
        entry.hold(term.stayedFrom(now.today()));
        return entry.take(EntryStep.STAY, now, decision, now.today(), null);
    }

    /**
     * @throws Conflict if it is not stayed
     */
    static Outcome endStay(Entry entry, Moment now, Decision decision) {
        entry.lawful(EntryStep.END_STAY, now, decision);
        Term term = entry.term().orElseThrow();
        if (!term.isStayed()) {
            throw new Conflict("not-stayed", "列入效力没有暂停。", "It is not stayed.");
        }
        entry.hold(term.stayEnded(now.today()));
        return entry.take(EntryStep.END_STAY, now, decision, now.today(), null);
    }

    /**
     * The head gives ten more days, once, before the seven have passed.
     *
     * @throws Conflict if they have, or it was done
     */
    static Outcome prolong(Entry entry, Moment now, Decision decision) {
        entry.lawful(EntryStep.PROLONG, now, decision);
        EntryLimit limit =
                Openness.prolongable(entry, now)
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "not-prolongable",
                                                "审查期限已经延长过，或者已经届满。",
                                                "It was prolonged, or it has passed."));
        entry.prolong(limit, now.today());
        LocalDate due = Openness.due(entry, limit, now).orElseThrow();
        return entry.take(
                EntryStep.PROLONG,
                now,
                decision,
                now.today(),
                new Fact.Prolonged(now.today(), limit, due));
    }

    static Outcome applyForRemoval(
            Entry entry, Moment now, @Nullable Decision remark, Fact.RemovalApplied applied) {
        return entry.take(EntryStep.APPLY_REMOVAL, now, remark, applied.receivedOn(), applied);
    }

    static Outcome acceptRemoval(Entry entry, Moment now, @Nullable Decision remark) {
        return entry.take(EntryStep.ACCEPT_REMOVAL, now, remark, now.today(), null);
    }

    static Outcome rejectRemoval(Entry entry, Moment now, Decision decision) {
        return entry.take(EntryStep.REJECT_REMOVAL, now, decision, now.today(), null);
    }

    static Outcome recordRemedy(
            Entry entry, Moment now, Decision decision, Fact.RemedyRecorded remedy) {
        return entry.take(EntryStep.RECORD_REMEDY, now, decision, now.today(), remedy);
    }

    /**
     * The last day has passed: the effect is over; an objection goes on. It is announced once, also
     * if the entry comes back from an objection and ends only then.
     */
    static Outcome expire(Entry entry, Moment now) {
        boolean known = entry.facts().has(Fact.TermPassed.class);
        entry.hold(entry.term().orElseThrow().stayEnded(now.today()));
        Outcome outcome =
                entry.take(
                        EntryStep.EXPIRE,
                        now,
                        null,
                        now.today(),
                        known ? null : new Fact.TermPassed(now.today()));
        return known
                ? new Outcome(outcome.taken(), null, List.of(), List.of(), List.of())
                : outcome;
    }

    static Outcome archive(Entry entry, Moment now, @Nullable Decision remark) {
        return entry.take(EntryStep.ARCHIVE, now, remark, now.today(), null);
    }
}
