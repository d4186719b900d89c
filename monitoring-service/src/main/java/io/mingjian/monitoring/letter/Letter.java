package io.mingjian.monitoring.letter;

import io.mingjian.contracts.LetterChanged;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Actor;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitName;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.monitoring.clock.KeptClocks;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.clock.RunningClocks;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.letter.LetterViews.DraftRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A letter that asks a platform for assistance with a lead. It changes only by its steps, and goes
 * with its lead from one bureau to another.
 */
@Entity
class Letter {
    @Id private UUID id;
    @Version private int version;
    private UUID leadId;
    private String leadNo;
    private String leadBureau;

    /** Who works on the lead now, and so on the letter. */
    private String bureau;

    /** Who sent it, if another bureau has it now. */
    private @Nullable String sender;

    private String platform;
    private @Nullable String letterNo;

    @Enumerated(EnumType.STRING)
    private LetterState state;

    private String title;
    private String text;
    private Instant draftedAt;
    private String draftedBy;
    private @Nullable Instant issuedAt;
    private @Nullable String issuedBy;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private @Nullable String answer;

    @JdbcTypeCode(SqlTypes.JSON)
    private NamedEvidence answerEvidence;

    private boolean late;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reminders reminders;

    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnBy;
    private @Nullable String withdrawalReasons;

    @JdbcTypeCode(SqlTypes.JSON)
    private KeptClocks clocks;

    private @Nullable LocalDate dueOn;
    private Instant updatedAt;

    /** For the mapper. */
    Letter() {}

    static Letter draft(Standing lead, DraftRequest request, Caller by, Moment moment) {
        Letter letter = new Letter();
        letter.id = Ids.next();
        letter.leadId = lead.leadId();
        letter.leadNo = lead.leadNo();
        letter.leadBureau = lead.bureau();
        letter.bureau = by.organisation();
        letter.platform = request.platform();
        letter.state = LetterLifecycle.TABLE.initial();
        letter.title = request.title();
        letter.text = request.text();
        letter.draftedAt = moment.at();
        letter.draftedBy = by.subject();
        letter.answerEvidence = NamedEvidence.NONE;
        letter.reminders = Reminders.NONE;
        letter.keep(RunningClocks.NONE, moment);
        return letter;
    }

    /**
     * Whether the caller may issue it, before a number is taken.
     *
     * @throws Forbidden if the caller drafted it
     * @throws io.mingjian.kit.refusal.StepNotAllowed if it is no draft
     */
    void requireIssuableBy(Caller by) {
        LetterLifecycle.TABLE.step(state, LetterStep.ISSUE, capacities(by), null);
        if (by.subject().equals(draftedBy)) {
            throw new Forbidden(
                    "own-draft",
                    "协助函须由起草人以外的人员签发。",
                    "Somebody else than who drafted it issues it.");
        }
    }

    void issue(String number, Caller by, Moment moment) {
        requireIssuableBy(by);
        take(LetterStep.ISSUE, null, by, moment);
        sender = null;
        letterNo = number;
        issuedAt = moment.at();
        issuedBy = by.subject();
    }

    void acknowledge(Caller by, Moment moment) {
        take(LetterStep.ACKNOWLEDGE, null, by, moment);
        acknowledgedAt = moment.at();
    }

    /** Taken after the term too, and marked. */
    void answer(String words, List<UUID> evidence, Caller by, Moment moment) {
        boolean over = isOverdueOn(moment.day());
        take(LetterStep.ANSWER, null, by, moment);
        late = over;
        answer = words;
        answerEvidence = new NamedEvidence(evidence.stream().distinct().toList());
        answeredAt = moment.at();
        answeredBy = by.subject();
    }

    void remind(@Nullable String words, Caller by, Moment moment) {
        take(LetterStep.REMIND, null, by, moment);
        reminders = reminders.plus(new Reminders.Reminder(moment.at(), words));
    }

    void withdraw(@Nullable String reasons, Caller by, Moment moment) {
        take(LetterStep.WITHDRAW, reasons, by, moment);
        withdrawnAt = moment.at();
        withdrawnBy = by.subject();
        withdrawalReasons = reasons;
    }

    /** The lead went to another bureau; what was sent remains its sender's. */
    void handOver(String to, Moment moment) {
        sender = sender();
        bureau = to;
        updatedAt = moment.at();
    }

    private void take(LetterStep step, @Nullable String reasons, Caller by, Moment moment) {
        @Nullable Decision decision =
                reasons == null || reasons.isBlank() ? null : Decision.of(by, moment.at(), reasons);
        Transition<LetterState, LetterStep> taken =
                LetterLifecycle.TABLE.step(state, step, capacities(by), decision);
        state = taken.to();
        keep(runningClocks().after(taken.clocks(), limitsOn(moment), moment.day()), moment);
    }

    /** What is told of it. */
    LetterChanged changed() {
        return new LetterChanged(
                id, letterNo().orElseThrow(), bureau, platform, state.name(), answerEvidence());
    }

    List<LetterStep> openSteps(Caller caller) {
        return LetterLifecycle.TABLE.openSteps(state, capacities(caller));
    }

    /** Officers of other bureaus, the city's too, only look. */
    private Set<Actor> capacities(Caller caller) {
        boolean party =
                caller.is(OrganisationKind.PLATFORM) || caller.organisation().equals(bureau);
        return party ? Actor.of(caller) : EnumSet.noneOf(Actor.class);
    }

    private static Function<LimitName, LegalLimit> limitsOn(Moment moment) {
        return name -> LetterLifecycle.LIMITS.at((LetterLimit) name, moment.day());
    }

    private void keep(RunningClocks running, Moment moment) {
        clocks = running.toKeep();
        dueOn = running.dueOn(moment.calendar()).orElse(dueOn);
        updatedAt = moment.at();
    }

    /** The due date by another calendar, while the clock runs. */
    Optional<LocalDate> dueBy(WorkingCalendar calendar) {
        return runningClocks().dueOn(calendar);
    }

    RunningClocks runningClocks() {
        return RunningClocks.kept(clocks);
    }

    boolean isOverdueOn(LocalDate day) {
        return (state == LetterState.ISSUED || state == LetterState.ACKNOWLEDGED)
                && dueOn != null
                && day.isAfter(dueOn);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID leadId() {
        return leadId;
    }

    String leadNo() {
        return leadNo;
    }

    String leadBureau() {
        return leadBureau;
    }

    /** Who works on the lead and the letter now. */
    String bureau() {
        return bureau;
    }

    /** Who sent it, or of a draft who wrote it. */
    String sender() {
        return sender == null ? bureau : sender;
    }

    String platform() {
        return platform;
    }

    Optional<String> letterNo() {
        return Optional.ofNullable(letterNo);
    }

    LetterState state() {
        return state;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    List<UUID> answerEvidence() {
        return answerEvidence.list();
    }

    boolean isLate() {
        return late;
    }

    List<Reminders.Reminder> reminders() {
        return reminders.list();
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    Optional<String> withdrawalReasons() {
        return Optional.ofNullable(withdrawalReasons);
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }
}
