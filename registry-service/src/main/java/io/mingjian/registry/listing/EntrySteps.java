package io.mingjian.registry.listing;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.registry.filer.Filers;
import io.mingjian.registry.listing.EntryViews.EntryView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.Outcome;
import io.mingjian.registry.procedure.StepLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The frame of every step of an entry: load, check the version, decide, keep, announce, show. */
@ApplicationScoped
class EntrySteps {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Entries entries;
    private final Filers filers;
    private final Rechecks rechecks;
    private final Reopening reopening;
    private final StepLog log;
    private final Outbox outbox;
    private final Audit audit;
    private final Numbers numbers;
    private final Callers callers;
    private final Calendars calendars;
    private final Clock clock;

    EntrySteps(
            Entries entries,
            Filers filers,
            Rechecks rechecks,
            Reopening reopening,
            StepLog log,
            Outbox outbox,
            Audit audit,
            Numbers numbers,
            Callers callers,
            Calendars calendars,
            Clock clock) {
        this.entries = entries;
        this.filers = filers;
        this.rechecks = rechecks;
        this.reopening = reopening;
        this.log = log;
        this.outbox = outbox;
        this.audit = audit;
        this.numbers = numbers;
        this.callers = callers;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is decided about one entry: pure, throws a refusal that names the rule. */
    interface Step {
        Outcome take(Entry entry, Moment now);
    }

    /** The same, of a step by which a paper is issued under a number of its own. */
    interface Issuing {
        Outcome take(Entry entry, Moment now, String number);
    }

    /** The same, of a step that a person decides, giving reasons. */
    interface Deciding {
        Outcome take(Entry entry, Moment now, Decision decision);
    }

    Uni<Response> decide(
            String id, @Nullable String ifMatch, @Nullable String reasons, Deciding step) {
        return take(id, ifMatch, (entry, now) -> step.take(entry, now, now.decision(reasons)));
    }

    Uni<Response> take(String id, @Nullable String ifMatch, Step step) {
        return take(
                id,
                ifMatch,
                entry -> Optional.empty(),
                (entry, now, number) -> step.take(entry, now));
    }

    /**
     * Takes a step of the current caller at the version that was read, and shows the result.
     *
     * @param paper what this step issues, if it does
     */
    Uni<Response> take(
            String id,
            @Nullable String ifMatch,
            Function<Entry, Optional<PaperNo>> paper,
            Issuing step) {
        return now(callers.current())
                .chain(
                        now ->
                                entries.require(now.by(), parse(id))
                                        .invoke(entry -> Etags.check(ifMatch, entry.version()))
                                        .call(entry -> take(entry, now, paper.apply(entry), step))
                                        .chain(entry -> answer(entry, now)));
    }

    /**
     * Files an entry away once all that was handled under it has been looked at again.
     *
     * @throws Conflict while something waits
     */
    Uni<Response> archive(String id, @Nullable String ifMatch, @Nullable String reasons) {
        return now(callers.current())
                .chain(
                        now ->
                                entries.require(now.by(), parse(id))
                                        .invoke(entry -> Etags.check(ifMatch, entry.version()))
                                        .call(entry -> requireRechecked(entry, now))
                                        .call(
                                                entry ->
                                                        keep(
                                                                entry,
                                                                now,
                                                                Remedies.archive(
                                                                        entry,
                                                                        now,
                                                                        now.remark(reasons))))
                                        .chain(entry -> answer(entry, now)));
    }

    private Uni<Void> requireRechecked(Entry entry, Moment now) {
        return rechecks.waiting(now.by(), entry.id())
                .invoke(
                        waiting -> {
                            if (waiting > 0) {
                                throw new Conflict(
                                        "rechecks-open",
                                        "尚有" + waiting + "件投诉举报未重新检视，不能归档。",
                                        waiting + " filing(s) are still to be looked at again.");
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> take(Entry entry, Moment now, Optional<PaperNo> paper, Issuing step) {
        return paper.map(kind -> number(kind, now))
                .orElseGet(() -> Uni.createFrom().item(""))
                .map(number -> step.take(entry, now, number))
                .call(outcome -> keep(entry, now, outcome))
                .call(outcome -> reopen(entry, now, outcome))
                .chain(() -> runOut(entry, now));
    }

    private Uni<String> number(PaperNo kind, Moment now) {
        String agency = now.by().organisation();
        int year = now.today().getYear();
        return numbers.next(agency, kind.series(), year)
                .map(running -> kind.of(agency, year, running));
    }

    /** What people did under a listing that is taken back is looked at again. */
    private Uni<Void> reopen(Entry entry, Moment now, Outcome outcome) {
        boolean revoked =
                outcome.taken().to() == EntryState.REVOKED
                        && outcome.taken().from() != EntryState.REVOKED;
        return revoked ? reopening.revoked(now.by(), entry) : Uni.createFrom().voidItem();
    }

    /** An entry whose term ran out while something else went on ends as soon as that is over. */
    Uni<Void> runOut(Entry entry, Moment now) {
        if (!entry.hasRunOut(now.today())) {
            return Uni.createFrom().voidItem();
        }
        Moment machine = new Moment(MACHINE, now.at(), now.calendar());
        return keep(entry, machine, Remedies.expire(entry, machine));
    }

    private Uni<Void> keep(Entry entry, Moment now, Outcome outcome) {
        return log.add(now.by(), entry.id(), outcome.taken(), outcome.decision(), List.of())
                .chain(() -> outbox.append(outcome.events()))
                .chain(() -> audit.record(now.by(), audited(entry, outcome)));
    }

    private static AuditEntry audited(Entry entry, Outcome outcome) {
        var taken = outcome.taken();
        var decision = outcome.decision();
        String step = taken.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        AuditEntry audited =
                AuditEntry.of(
                                "abnormal-filer-entry." + step,
                                "abnormal-filer-entry",
                                entry.id().toString())
                        .changing(
                                Map.of("state", taken.from()),
                                Map.of(
                                        "state",
                                        taken.to(),
                                        "term",
                                        entry.term().map(Term::toString).orElse("")));
        return decision == null ? audited : audited.forPurpose(decision.reasons());
    }

    /** What the maker of an entry is answered. */
    Uni<Answer> created(Entry entry) {
        return now(callers.current())
                .chain(now -> view(entry, now))
                .map(
                        view ->
                                Answer.created(
                                        "/v1/abnormal-filer-entries/" + entry.id(),
                                        entry.version(),
                                        view));
    }

    Uni<Response> show(String id) {
        return now(callers.current())
                .chain(
                        now ->
                                entries.require(now.by(), parse(id))
                                        .chain(entry -> answer(entry, now)));
    }

    Uni<Moment> now(Caller caller) {
        return calendars.current().map(calendar -> new Moment(caller, clock.instant(), calendar));
    }

    private Uni<EntryView> view(Entry entry, Moment now) {
        return filers.latestOf(now.by(), entry.filerId())
                .chain(
                        filer ->
                                log.of(now.by(), entry.id())
                                        .map(
                                                steps ->
                                                        EntryView.of(
                                                                entry,
                                                                now,
                                                                filer.map(Filers.Statement::masked)
                                                                        .orElse(null),
                                                                steps)));
    }

    private Uni<Response> answer(Entry entry, Moment now) {
        return view(entry, now).map(view -> Answer.ok(entry.version(), view).toResponse());
    }

    private static UUID parse(String id) {
        return Ids.parse(id, "名录条目", "abnormal-filer-entry");
    }
}
