package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.StepNotAllowed;
import io.mingjian.kit.time.LegalClock;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.monitoring.clock.KeptClocks;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.clock.RunningClocks;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.FindingIntake.Sound;
import io.mingjian.monitoring.finding.FindingRules;
import io.mingjian.monitoring.finding.Flag;
import io.mingjian.monitoring.finding.SubjectName;
import io.mingjian.monitoring.instruction.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * A finding on its way through the loop. It changes only by {@link #take} and {@link #resubmit}.
 *
 * <p>Its JSON columns are values that are replaced and never changed: told so, the mapper neither
 * copies them through text nor compares their texts.
 */
@Entity
class Lead {
    private static final Set<LeadStep> LENGTHENING =
            EnumSet.of(LeadStep.REQUEST_EXTENSION, LeadStep.EXTEND);
    private static final Set<LeadStep> EXTENDING =
            EnumSet.of(LeadStep.REQUEST_EXTENSION, LeadStep.EXTEND, LeadStep.REFUSE_EXTENSION);

    @Id private UUID id;
    @Version private int version;
    private int steps;
    private String leadNo;
    private UUID instructionId;
    private String instructionNo;
    private String bureau;
    private String agency;
    private String findingNo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Finding finding;

    private String findingSha256;
    private String normalUrl;
    private String sameness;

    @Enumerated(EnumType.STRING)
    private LeadState state;

    private int contentVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Flags flags;

    /** A flag is to be looked at by itself: no review by sample. */
    private boolean flagged;

    private boolean checked;
    private @Nullable String uscc;
    private String subjectKey;
    private int findingVersion;
    private boolean overdue;
    private boolean outsideScope;
    private @Nullable UUID duplicateOf;
    private @Nullable String districtOrganisation;
    private @Nullable String districtCode;
    private boolean takenOver;
    private @Nullable Instant heldSince;
    private @Nullable String disposalCode;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private KeptClocks clocks;

    private @Nullable LocalDate dueOn;
    private Instant submittedAt;
    private Instant updatedAt;

    /** Number and time of what the agency was told last; what bureaus do moves neither. */
    private int agencyVersion;

    private Instant agencyUpdatedAt;

    /** For the mapper. */
    Lead() {}

    /** A sound finding that an agency hands in under an order. */
    static Lead submit(String leadNo, Order order, String agency, Sound sound, Moment moment) {
        Lead lead = new Lead();
        lead.id = Ids.next();
        lead.steps = 1;
        lead.leadNo = leadNo;
        lead.instructionId = order.instructionId();
        lead.instructionNo = order.instructionNo();
        lead.bureau = order.bureau();
        lead.agency = agency;
        lead.findingNo = Objects.requireNonNull(sound.finding().findingNo());
        lead.state = LeadLifecycle.TABLE.initial();
        lead.contentVersion = order.version();
        lead.overdue = order.isOverOn(moment.day());
        lead.submittedAt = moment.at();
        lead.agencyUpdatedAt = moment.at();
        lead.findingVersion = 1;
        lead.contains(sound, order);
        lead.keep(
                RunningClocks.NONE.after(
                        LeadLifecycle.TABLE.opening(), limitsOn(moment), moment.day()),
                moment);
        return lead;
    }

    /**
     * Takes one step.
     *
     * @throws io.mingjian.kit.refusal.StepNotAllowed if the table has no such row for this caller
     * @throws io.mingjian.kit.refusal.ReasonsMissing if the row needs reasons and there are none
     */
    LeadEntry take(LeadMove move, Caller caller, Moment moment) {
        requireOpen(move.step(), caller, moment);
        Transition<LeadState, LeadStep> transition =
                LeadLifecycle.TABLE.step(
                        state, move.step(), capacities(caller), decision(move, caller, moment));
        RunningClocks before = runningClocks();
        @Nullable String heldBefore = holder().orElse(null);
        state = transition.to();
        steps++;
        if (ShownStates.SHIPPED.differToAgencies(transition.from(), state)) {
            agencyVersion++;
            agencyUpdatedAt = moment.at();
        }
        if (move.to() != null) {
            districtOrganisation = move.to().organisation();
            districtCode = move.to().code();
            changeHands(false, moment);
        }
        if (move.step() == LeadStep.TAKE_OVER) {
            changeHands(true, moment);
        }
        if (move.disposalCode() != null) {
            disposalCode = move.disposalCode();
        }
        if (move.duplicateOf() != null || move.step() == LeadStep.REOPEN) {
            duplicateOf = move.duplicateOf();
        }
        LocalDate from = move.step() == LeadStep.EXTEND ? verifiedFrom(before) : moment.day();
        keep(before.after(transition.clocks(), limitsOn(moment), from), moment);
        return entry(
                move.step().name(),
                caller,
                moment,
                move.ground(),
                move.reasons(),
                TaskTurn.between(this, before, heldBefore, transition.clocks(), moment));
    }

    /** The agency hands in the finding anew, with what was missing. */
    LeadEntry resubmit(
            Sound sound, Order order, @Nullable String reasons, Caller caller, Moment moment) {
        LeadEntry entry = take(LeadMove.of(LeadStep.RESUBMIT, reasons), caller, moment);
        findingVersion++;
        contains(sound, order);
        return entry;
    }

    /** The finding as it is now, to be kept beside what replaces it. */
    LeadVersion version(Caller replacedBy, @Nullable String reasons, Moment moment) {
        return new LeadVersion(this, replacedBy, reasons, moment.at());
    }

    /** The first line of the history. */
    LeadEntry submissionEntry(Caller caller, Moment moment) {
        return entry(
                "SUBMIT",
                caller,
                moment,
                null,
                null,
                TaskTurn.between(
                        this, RunningClocks.NONE, null, LeadLifecycle.TABLE.opening(), moment));
    }

    /**
     * Gives a lead that was moved by an older version of this service what it lacks: the clock of
     * its state, from today on.
     *
     * @return whose time runs
     */
    List<TaskTurn> mend(Moment moment) {
        RunningClocks running = runningClocks();
        if (running.list().isEmpty() && !LeadState.ends().contains(state)) {
            running =
                    LeadLifecycle.clockOf(state)
                            .map(limit -> limitsOn(moment).apply(limit))
                            .map(limit -> LegalClock.started(limit, moment.day()))
                            .map(clock -> new RunningClocks(List.of(clock)))
                            .orElse(running);
            keepClocks(running, moment);
        }
        return TaskTurn.allOf(this, running, moment);
    }

    /** The steps that this caller may take now. */
    List<LeadStep> openSteps(Caller caller) {
        return LeadLifecycle.TABLE.openSteps(state, capacities(caller)).stream()
                .filter(step -> step != LeadStep.TAKE_OVER || !isHeldBy(bureau))
                .filter(step -> !EXTENDING.contains(step) || verification().isPresent())
                .toList();
    }

    /**
     * The table speaks of an officer who works on the lead. An officer of a bureau that does not
     * have it is none here.
     */
    private Set<Actor> capacities(Caller caller) {
        Set<Actor> held = EnumSet.noneOf(Actor.class);
        held.addAll(Actor.of(caller));
        if (!isHeldBy(caller.organisation())) {
            held.remove(Actor.DISTRICT);
            held.remove(Actor.OFFICER);
        }
        return held;
    }

    private boolean isHeldBy(String organisation) {
        return holder().filter(organisation::equals).isPresent();
    }

    private void changeHands(boolean toTheCity, Moment moment) {
        takenOver = toTheCity;
        heldSince = moment.at();
    }

    private void requireOpen(LeadStep step, Caller caller, Moment moment) {
        List<LeadStep> open = openSteps(caller);
        if (!open.contains(step)) {
            throw new StepNotAllowed(ShownStates.SHIPPED.to(caller, state), step, open);
        }
        if (LENGTHENING.contains(step)
                && verification().orElseThrow().due(moment.calendar()).isOverdueOn(moment.day())) {
            throw new Conflict(
                    "term-over",
                    "核查期限已届满，不能再申请或批准延长。",
                    "The verification term is over; it can no longer be extended.");
        }
    }

    private Optional<LegalClock> verification() {
        return verification(runningClocks());
    }

    private static Optional<LegalClock> verification(RunningClocks clocks) {
        return clocks.list().stream()
                .filter(clock -> clock.limit().name().equals(LeadLimit.VERIFICATION.name()))
                .findFirst();
    }

    /** The extended term is counted from the same day. */
    private static LocalDate verifiedFrom(RunningClocks clocks) {
        return verification(clocks).map(LegalClock::startedOn).orElseThrow();
    }

    private void contains(Sound sound, Order order) {
        finding = sound.finding();
        findingSha256 = sound.sha256();
        normalUrl = sound.normalUrl();
        sameness = sound.sameness();
        outsideScope = !order.covers(sound.finding());
        flags = new Flags(sound.flags());
        flagged =
                outsideScope
                        || sound.flags().stream().anyMatch(FindingRules.SHIPPED::keepsOutOfLots);
        checked = true;
        uscc = sound.finding().uscc();
        subjectKey = SubjectName.of(sound.finding().subjectName());
    }

    private void keep(RunningClocks running, Moment moment) {
        keepClocks(running, moment);
        updatedAt = moment.at();
    }

    private void keepClocks(RunningClocks running, Moment moment) {
        clocks = running.toKeep();
        dueOn = running.dueOn(moment.calendar()).orElse(null);
    }

    private LeadEntry entry(
            String step,
            Caller by,
            Moment moment,
            @Nullable String ground,
            @Nullable String reasons,
            List<TaskTurn> turns) {
        return new LeadEntry(Ids.next(), this, step, by, moment.at(), ground, reasons, turns);
    }

    private static @Nullable Decision decision(LeadMove move, Caller caller, Moment moment) {
        String reasons = move.reasons();
        return reasons == null || reasons.isBlank()
                ? null
                : Decision.on(move.ground(), caller, moment.at(), reasons);
    }

    private static Function<LimitName, LegalLimit> limitsOn(Moment moment) {
        return name -> LeadLifecycle.LIMITS.at((LeadLimit) name, moment.day());
    }

    /** The first due date by another calendar; what is kept of it only orders lists. */
    Optional<LocalDate> dueBy(WorkingCalendar calendar) {
        return runningClocks().dueOn(calendar);
    }

    RunningClocks runningClocks() {
        return RunningClocks.kept(clocks);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    /** Moves with each step that the agency is told of. */
    int agencyVersion() {
        return agencyVersion;
    }

    /** When the agency was told last. */
    Instant agencyUpdatedAt() {
        return agencyUpdatedAt;
    }

    /** How many steps were taken, the submission included. */
    int steps() {
        return steps;
    }

    String leadNo() {
        return leadNo;
    }

    UUID instructionId() {
        return instructionId;
    }

    String instructionNo() {
        return instructionNo;
    }

    String bureau() {
        return bureau;
    }

    String agency() {
        return agency;
    }

    Finding finding() {
        return finding;
    }

    String findingNo() {
        return findingNo;
    }

    String findingSha256() {
        return findingSha256;
    }

    String normalUrl() {
        return normalUrl;
    }

    String sameness() {
        return sameness;
    }

    LeadState state() {
        return state;
    }

    /** The version of the instruction by which it was judged when it came in. */
    int contentVersion() {
        return contentVersion;
    }

    /** Whether it came after the instruction's last day. */
    boolean isOverdue() {
        return overdue;
    }

    boolean isOutsideScope() {
        return outsideScope;
    }

    /** What the machine noticed when the finding came in. */
    List<Flag> flags() {
        return flags.list();
    }

    /** How often the finding was handed in. */
    int findingVersion() {
        return findingVersion;
    }

    Optional<UUID> duplicateOf() {
        return Optional.ofNullable(duplicateOf);
    }

    Optional<String> districtOrganisation() {
        return Optional.ofNullable(districtOrganisation);
    }

    Optional<String> districtCode() {
        return Optional.ofNullable(districtCode);
    }

    /** The bureau that works on it now: the district, or the city after it took over. */
    Optional<String> holder() {
        return takenOver ? Optional.of(bureau) : districtOrganisation();
    }

    Optional<String> disposalCode() {
        return Optional.ofNullable(disposalCode);
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
