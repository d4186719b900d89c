package io.mingjian.registry.procedure;

import io.mingjian.contracts.EventType;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.outbox.Outbox;
import io.mingjian.kit.time.Calendars;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.registry.document.Documents;
import io.mingjian.registry.document.NoticeOrder;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.queue.Claims;
import io.mingjian.registry.queue.QueueEntry;
import io.mingjian.registry.queue.Worklist;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frame of every step, the same for complaints and reports: load, check the version, decide,
 * keep (log, queue, announcement, notices, audit), show. What is decided is the room's.
 */
@ApplicationScoped
public class Steps {
    private final StepLog log;
    private final Worklist worklist;
    private final Claims claims;
    private final Outbox outbox;
    private final Documents documents;
    private final Audit audit;
    private final Pages pages;
    private final Callers callers;
    private final Calendars calendars;
    private final Clock clock;

    Steps(
            StepLog log,
            Worklist worklist,
            Claims claims,
            Outbox outbox,
            Documents documents,
            Audit audit,
            Pages pages,
            Callers callers,
            Calendars calendars,
            Clock clock) {
        this.log = log;
        this.worklist = worklist;
        this.claims = claims;
        this.outbox = outbox;
        this.documents = documents;
        this.audit = audit;
        this.pages = pages;
        this.callers = callers;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is decided about one filing: pure, throws a refusal that names the rule. */
    public interface Step<P> {
        Outcome take(P proceeding, Moment now);
    }

    /** Takes a step of the current caller at the version that was read, and shows the result. */
    public <P extends Proceeding<?, ?>> Uni<Response> take(
            Room<P> room, String id, @Nullable String ifMatch, Step<P> step) {
        return now(callers.current())
                .chain(
                        now ->
                                load(room, now.by(), room.parse(id), ifMatch)
                                        .call(found -> finish(now, found, step.take(found, now)))
                                        .chain(found -> answer(room, now, found)));
    }

    /** What a step brings about beside its own filing, in the same transaction. */
    public interface Besides<P, R> {
        Uni<R> bring(P proceeding, Moment now);
    }

    /** Takes a step that brings about something else, and answers that. */
    public <P extends Proceeding<?, ?>, R> Uni<R> take(
            Room<P> room,
            String id,
            @Nullable String ifMatch,
            Step<P> step,
            Besides<P, R> besides) {
        return now(callers.current())
                .chain(
                        now ->
                                load(room, now.by(), room.parse(id), ifMatch)
                                        .chain(found -> both(now, found, step, besides)));
    }

    private <P extends Proceeding<?, ?>, R> Uni<R> both(
            Moment now, P found, Step<P> step, Besides<P, R> besides) {
        Outcome outcome = step.take(found, now);
        return keepAll(now.by(), List.of(Kept.of(now, found, outcome)))
                .chain(() -> besides.bring(found, now))
                .call(() -> audit.record(now.by(), entry(found, outcome)));
    }

    /** Takes a step that follows from something else, in the transaction of that. */
    public Uni<Void> follow(Caller machine, Proceeding<?, ?> proceeding, Follow step) {
        return now(machine).chain(now -> finish(now, proceeding, step.take(now)));
    }

    /** A step that follows by itself. */
    public interface Follow {
        Outcome take(Moment now);
    }

    /** Shows one filing to the current caller. */
    public <P extends Proceeding<?, ?>> Uni<Response> show(Room<P> room, String id) {
        return now(callers.current())
                .chain(
                        now ->
                                room.require(now.by(), room.parse(id))
                                        .chain(found -> answer(room, now, found)));
    }

    /**
     * A step that was taken and is to be kept.
     *
     * @param masked the filer as the queue shows it; null keeps what it shows already
     * @param before events that come before the step's own
     */
    public record Kept(
            Moment now,
            Proceeding<?, ?> proceeding,
            Outcome outcome,
            @Nullable MaskedIdentity masked,
            List<Event> before) {

        static Kept of(Moment now, Proceeding<?, ?> proceeding, Outcome outcome) {
            return new Kept(now, proceeding, outcome, null, List.of());
        }

        StepLog.Entry entry() {
            return new StepLog.Entry(
                    proceeding.id(), outcome.taken(), outcome.decision(), outcome.factors());
        }

        QueueEntry queueEntry(LocalDate today) {
            String name = masked == null ? null : masked.name();
            return proceeding.queueEntry(name, now.calendar(), today);
        }

        Stream<Event> events() {
            return Stream.concat(before.stream(), own().stream());
        }

        private List<Event> own() {
            return outcome.events().isEmpty()
                    ? List.of(
                            new Event(
                                    EventType.FILING_ADVANCED,
                                    proceeding.advanced(outcome.taken(), now)))
                    : outcome.events();
        }
    }

    /**
     * Keeps and announces one step each of different filings in the transaction that took them; the
     * audit entries are still to be written.
     */
    public Uni<Void> keepAll(Caller by, List<Kept> steps) {
        LocalDate today = LegalDay.today(clock);
        return log.add(by, steps.stream().map(Kept::entry).toList())
                .chain(
                        () ->
                                worklist.putAll(
                                        by,
                                        steps.stream()
                                                .map(each -> each.queueEntry(today))
                                                .toList()))
                .chain(() -> outbox.append(steps.stream().flatMap(Kept::events).toList()));
    }

    private Uni<Moment> now(Caller caller) {
        return calendars.current().map(calendar -> new Moment(caller, clock.instant(), calendar));
    }

    private <P extends Proceeding<?, ?>> Uni<P> load(
            Room<P> room, Caller caller, UUID id, @Nullable String ifMatch) {
        return room.require(caller, id)
                .invoke(found -> Etags.check(ifMatch, found.version()))
                .call(found -> claims.requireFree(caller, found.id()));
    }

    private Uni<Void> finish(Moment now, Proceeding<?, ?> proceeding, Outcome outcome) {
        return keepAll(now.by(), List.of(Kept.of(now, proceeding, outcome)))
                .chain(() -> issue(now.by(), outcome.notices()))
                .chain(() -> audit.record(now.by(), entry(proceeding, outcome)));
    }

    private Uni<Void> issue(Caller caller, List<NoticeOrder> orders) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (NoticeOrder order : orders) {
            done = done.chain(() -> documents.issue(caller, order));
        }
        return done;
    }

    private <P extends Proceeding<?, ?>> Uni<Response> answer(
            Room<P> room, Moment now, P proceeding) {
        return pages.around(now, proceeding)
                .chain(around -> room.view(now, proceeding, around))
                .map(view -> Answer.ok(proceeding.version(), view).toResponse());
    }

    private static AuditEntry entry(Proceeding<?, ?> proceeding, Outcome outcome) {
        var taken = outcome.taken();
        var decision = outcome.decision();
        String type = proceeding.kind().name().toLowerCase(Locale.ROOT);
        String step = taken.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
        AuditEntry entry =
                AuditEntry.of(type + "." + step, type, proceeding.id().toString())
                        .changing(
                                Map.of("state", taken.from()),
                                Map.of("state", taken.to(), "factors", outcome.factors()));
        return decision == null ? entry : entry.forPurpose(decision.reasons());
    }
}
