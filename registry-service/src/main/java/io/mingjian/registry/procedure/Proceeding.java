package io.mingjian.registry.procedure;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilingAdvanced;
import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.contracts.FilingRouted;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.outbox.Event;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.queue.QueueEntry;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A complaint or a report, as far as the law treats both alike: which bureau has it, who may see
 * it, how it moves along its {@link Course} and how it changes hands.
 *
 * @param <S> its states
 * @param <T> its steps
 */
@MappedSuperclass
public abstract class Proceeding<S extends Enum<S>, T extends Enum<T>> {
    @Id private UUID id;
    @Version private int version;
    @Embedded private FilingHead head;
    private String holder;
    private String districtCode;
    private String placeRule;
    private String placeBasis;
    private String placeZh;

    @JdbcTypeCode(SqlTypes.JSON)
    private RunningClocks clocks;

    protected Proceeding() {}

    /** Just entered: with the intake unit, where its table begins, no clock running. */
    protected final void begin(UUID id, FilingHead head) {
        this.id = id;
        this.head = head;
        this.holder = head.registeringAgency();
        this.clocks = RunningClocks.NONE;
        enter(course().table().initial());
    }

    protected abstract Course<S, T> course();

    /** The row of a limit for a clock that starts on a day. */
    protected abstract LegalLimit limit(LimitName name, LocalDate on);

    public abstract S state();

    /** Stands in another state from now on. */
    protected abstract void enter(S next);

    public abstract List<UUID> evidenceIds();

    /** Name of the business that the filing is about. */
    protected abstract String partyName();

    /** Whether an agent or joint complainants stand on the form (Order 121 Arts 11, 12). */
    public abstract boolean hasFurtherParties();

    /** How the first and every later routing goes (Order 121 Art 13, 29–32, 41). */
    protected final Outcome route(T step, Moment now, Placement to, @Nullable Decision decision) {
        return place(step(step, now, decision), now, to, decision);
    }

    /** Goes back to the unit that entered it; a bureau may not forward it itself (Art 41). */
    protected final Outcome giveBack(T step, Moment now, Decision decision) {
        LocalDate due = due(now);
        var taken = step(step, now, decision);
        FilingRouted left = routed(due);
        holder = head.registeringAgency();
        return Outcome.of(taken, decision, new Event(EventType.FILING_RETURNED, left));
    }

    /**
     * The common superior says who is competent (Art 33).
     *
     * @throws Conflict unless there is a dispute
     */
    protected final Outcome designate(T step, Moment now, Placement to, Decision decision) {
        var taken = lawful(step, now, decision);
        if (!isAuthorityDisputed()) {
            throw new Conflict(
                    "no-authority-dispute",
                    "该" + course().zh() + "没有管辖权争议，由登记单位分送即可。",
                    "There is no dispute over authority; the intake unit routes it.");
        }
        return place(move(taken, now), now, to, decision);
    }

    /**
     * The superior handles it itself; where it stands, and its clocks, stay.
     *
     * @throws Conflict if it has it already
     */
    protected final Outcome takeOver(T step, Moment now, Decision decision) {
        var taken = lawful(step, now, decision);
        if (isWith(now.by())) {
            throw new Conflict(
                    "taken-over-already", "该" + course().zh() + "已由贵单位办理。", "You have it already.");
        }
        holder = now.by().organisation();
        move(taken, now);
        return Outcome.of(taken, decision, new Event(EventType.FILING_ROUTED, routed(due(now))));
    }

    /** Whether its bureau holds another one competent, and that is not settled (Art 33). */
    public final boolean isAuthorityDisputed() {
        return clocks.runs(course().authorityDispute());
    }

    /** Whether the caller's bureau has it. */
    public final boolean isWith(Caller caller) {
        return caller.organisation().equals(holder);
    }

    /**
     * The bureaus that may see it: the city, the bureau that has it, and the one that entered it.
     */
    public final boolean isVisibleTo(Caller caller) {
        return caller.isCity()
                || (caller.isDistrict()
                        && (isWith(caller)
                                || caller.organisation().equals(head.registeringAgency())));
    }

    /**
     * The steps of the table that are for this caller: all of the bureau that has it; of the city
     * also those by which a superior reaches down (Art 13, 33).
     */
    protected final List<T> stepsFor(Caller caller) {
        return course().table().openSteps(state(), caller).stream()
                .filter(step -> isFor(caller, step))
                .toList();
    }

    private boolean isFor(Caller caller, T step) {
        return isWith(caller) || (caller.isCity() && course().reachingDown().contains(step));
    }

    /** Where a step leads, if the table and the desk allow it; nothing has changed yet. */
    protected final Transition<S, T> lawful(T step, Moment now, @Nullable Decision decision) {
        if (!now.by().isMachine() && !isFor(now.by(), step)) {
            throw new Forbidden(
                    "该" + course().zh() + "现由其他单位办理，贵单位只能查看。",
                    "Another bureau has this filing; you may only look.");
        }
        return course().table().step(state(), step, now.by(), decision);
    }

    protected final Transition<S, T> move(Transition<S, T> taken, Moment now) {
        return move(taken, now.today());
    }

    /** Moves, and lets the clocks of the step count from a day. */
    protected final Transition<S, T> move(Transition<S, T> taken, LocalDate on) {
        taken.clocks().forEach(action -> act(action, on));
        enter(taken.to());
        return taken;
    }

    protected final Transition<S, T> step(T step, Moment now, @Nullable Decision decision) {
        return move(lawful(step, now, decision), now);
    }

    protected final void act(ClockAction action, LocalDate on) {
        clocks = clocks.after(List.of(action), on, name -> limit(name, on));
    }

    /** Other clocks count from now on. */
    protected final void count(RunningClocks changed) {
        clocks = changed;
    }

    private Outcome place(
            Transition<S, T> taken, Moment now, Placement to, @Nullable Decision decision) {
        holder = to.district().organisation();
        districtCode = to.district().code();
        placeRule = to.rule();
        placeBasis = to.basis();
        placeZh = to.zh();
        return Outcome.of(taken, decision, new Event(EventType.FILING_ROUTED, routed(due(now))));
    }

    private LocalDate due(Moment now) {
        return mostUrgent(now.calendar(), now.today()).map(DueView::dueOn).orElse(now.today());
    }

    /** The clock that ends first. */
    public final Optional<DueView> mostUrgent(WorkingCalendar calendar, LocalDate today) {
        return clocks.mostUrgent(calendar, today);
    }

    /** The fact of registration, to be announced before the first routing. */
    public final Event registeredEvent() {
        return new Event(
                EventType.FILING_REGISTERED,
                new FilingRegistered(
                        id,
                        head.registrationNo(),
                        kind(),
                        head.submissionId(),
                        head.linkedFilingId(),
                        head.filerId(),
                        head.registeringOrganisation(),
                        evidenceIds(),
                        head.receivedAt().atZone(LegalDay.ZONE).toOffsetDateTime()));
    }

    private FilingRouted routed(LocalDate dueOn) {
        return new FilingRouted(
                id,
                kind(),
                head.registeringOrganisation(),
                holder,
                districtCode,
                evidenceIds(),
                dueOn);
    }

    /** A step of its log in words. */
    public abstract TakenStep inWords(TakenStep taken);

    /** The data of {@code filing.advanced.v1} and {@code filing.closed.v1}. */
    public final FilingAdvanced advanced(Transition<?, ?> taken, Moment now) {
        return new FilingAdvanced(
                id,
                kind(),
                taken.step().name(),
                taken.from().name(),
                taken.to().name(),
                now.today());
    }

    /**
     * How the queue shows it.
     *
     * @param filerName masked; null keeps what the queue shows already
     */
    public final QueueEntry queueEntry(
            @Nullable String filerName, WorkingCalendar calendar, LocalDate today) {
        return new QueueEntry(
                id,
                head.submissionId(),
                head.isMixed(),
                kind(),
                state().name(),
                !course().table().isEnd(state()),
                holder,
                head.registeringAgency(),
                head.registeringOrganisation(),
                districtCode,
                head.registrationNo(),
                head.filerId(),
                filerName,
                partyName(),
                LegalDay.of(head.receivedAt()),
                clocks.counted(calendar, today),
                evidenceIds());
    }

    public final UUID id() {
        return id;
    }

    public final int version() {
        return version;
    }

    public final FilingKind kind() {
        return course().kind();
    }

    public final FilingHead head() {
        return head;
    }

    public final String holder() {
        return holder;
    }

    public final String districtCode() {
        return districtCode;
    }

    public final String placeRule() {
        return placeRule;
    }

    public final String placeBasis() {
        return placeBasis;
    }

    public final String placeZh() {
        return placeZh;
    }

    public final RunningClocks clocks() {
        return clocks;
    }
}
