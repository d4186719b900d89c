package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.monitoring.clock.KeptClocks;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.clock.RunningClocks;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One agency's part of an instruction. */
@Entity
class Commission {
    @Id private UUID id;
    @Version private int version;
    private UUID instructionId;
    private String agency;

    @Enumerated(EnumType.STRING)
    private CommissionState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private KeptClocks clocks;

    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private @Nullable String answerReasons;
    private int issuedVersion;
    private @Nullable Integer lastVersion;
    private @Nullable Integer acknowledgedVersion;
    private LocalDate toldOn;
    private boolean anyResult;
    private @Nullable Instant completedAt;
    private @Nullable String completionNote;
    private @Nullable String reopeningReasons;
    private @Nullable Instant remindedAt;
    private Instant updatedAt;

    /** For the mapper. */
    Commission() {}

    static Commission issue(Instruction instruction, String agency, Moment moment) {
        Commission commission = new Commission();
        commission.id = Ids.next();
        commission.instructionId = instruction.id();
        commission.agency = agency;
        commission.state = InstructionLifecycle.COMMISSION.initial();
        commission.issuedVersion = instruction.contentVersion();
        commission.toldOn = moment.day();
        commission.keep(RunningClocks.NONE, InstructionLifecycle.COMMISSION.opening(), moment);
        return commission;
    }

    /** The agency takes the instruction as it is now, or an amendment of it. */
    void acknowledge(Instruction instruction, Caller by, Moment moment) {
        boolean first = acknowledgedVersion == null;
        move(
                isAmendmentOpen(instruction)
                        ? CommissionStep.ACKNOWLEDGE_AMENDMENT
                        : CommissionStep.ACKNOWLEDGE,
                null,
                by,
                moment);
        acknowledgedVersion = instruction.contentVersion();
        if (first) {
            answered(null, by, moment);
        }
    }

    /** The agency declines the instruction with reasons. */
    void decline(Instruction instruction, @Nullable String reasons, Caller by, Moment moment) {
        move(CommissionStep.DECLINE, reasons, by, moment);
        answered(reasons, by, moment);
        leaves(instruction);
    }

    /** What the city wants from now on is not for this agency to read. */
    private void leaves(Instruction instruction) {
        lastVersion = instruction.contentVersion();
    }

    private void answered(@Nullable String reasons, Caller by, Moment moment) {
        answeredAt = moment.at();
        answeredBy = by.subject();
        answerReasons = reasons;
    }

    /** A finding came in. */
    void submitResult(Caller by, Moment moment) {
        move(CommissionStep.SUBMIT_RESULT, null, by, moment);
        anyResult = true;
    }

    /**
     * Nothing more will come from this agency.
     *
     * @throws Conflict while an amendment waits for its acknowledgement: whoever has not read what
     *     is wanted now cannot say that it is done
     */
    void complete(Instruction instruction, @Nullable String note, Caller by, Moment moment) {
        if (isAmendmentOpen(instruction)) {
            throw new Conflict(
                    "amendment-unacknowledged",
                    "指令已变更，请先签收第 %d 版，再登记报送完毕。".formatted(instruction.contentVersion()),
                    "Acknowledge the amended instruction first.");
        }
        move(CommissionStep.COMPLETE, null, by, moment);
        completedAt = moment.at();
        completionNote = note;
    }

    /** The city wants more of an agency that was done. */
    void reopen(@Nullable String reasons, Caller by, Moment moment) {
        move(CommissionStep.REOPEN, reasons, by, moment);
        notDone();
        reopeningReasons = reasons;
        toldOn = moment.day();
    }

    /** The city changed what it wants; the agency has a new term to acknowledge it. */
    void amend(String reasons, Caller by, Moment moment) {
        move(CommissionStep.AMEND, reasons, by, moment);
        notDone();
        toldOn = moment.day();
    }

    /** The agency need not work on it any longer; the instruction is as it was until then. */
    void withdraw(Instruction instruction, String reasons, Caller by, Moment moment) {
        move(CommissionStep.WITHDRAW, reasons, by, moment);
        answered(reasons, by, moment);
        leaves(instruction);
    }

    /** An agency that declined, or from which the instruction was withdrawn, is asked anew. */
    void askAnew(Instruction instruction, String reasons, Caller by, Moment moment) {
        move(CommissionStep.ASK_ANEW, reasons, by, moment);
        issuedVersion = instruction.contentVersion();
        lastVersion = null;
        acknowledgedVersion = null;
        answeredAt = null;
        answeredBy = null;
        answerReasons = null;
        toldOn = moment.day();
    }

    /** The agency was reminded of it. */
    void remind(Moment moment) {
        remindedAt = moment.at();
        updatedAt = moment.at();
    }

    private void notDone() {
        completedAt = null;
        completionNote = null;
    }

    /** The instruction was closed. */
    void release(Caller by, Moment moment) {
        move(CommissionStep.RELEASE, null, by, moment);
    }

    /**
     * Fails where the agency may not hand in findings now.
     *
     * @throws io.mingjian.kit.refusal.StepNotAllowed before the acknowledgement, after a refusal,
     *     after the closing
     * @throws Conflict after the agency said that nothing more will come
     */
    void requireOpenForResults(Caller by) {
        if (state == CommissionState.COMPLETED) {
            throw new Conflict(
                    "agency-completed",
                    "本机构已登记报送完毕，不再接收线索；如需补充报送，请联系市局重新开放。",
                    "The agency said that nothing more will come; the city can reopen it.");
        }
        InstructionLifecycle.COMMISSION.step(state, CommissionStep.SUBMIT_RESULT, by, null);
    }

    /** Whether the agency took the instruction and has not acknowledged its last amendment. */
    boolean isAmendmentOpen(Instruction instruction) {
        return state != CommissionState.ISSUED
                && state.isConcerned()
                && acknowledgedVersion != null
                && acknowledgedVersion < instruction.contentVersion();
    }

    private void move(CommissionStep step, @Nullable String reasons, Caller by, Moment moment) {
        Decision decision =
                reasons == null || reasons.isBlank() ? null : Decision.of(by, moment.at(), reasons);
        Transition<CommissionState, CommissionStep> transition =
                InstructionLifecycle.COMMISSION.step(state, step, by, decision);
        state = transition.to();
        keep(runningClocks(), transition.clocks(), moment);
    }

    private void keep(RunningClocks running, List<ClockAction> actions, Moment moment) {
        RunningClocks after =
                running.after(
                        actions,
                        name ->
                                InstructionLifecycle.LIMITS.at(
                                        (InstructionLimit) name, moment.day()),
                        moment.day());
        clocks = after.toKeep();
        updatedAt = moment.at();
    }

    RunningClocks runningClocks() {
        return RunningClocks.kept(clocks);
    }

    int version() {
        return version;
    }

    UUID instructionId() {
        return instructionId;
    }

    String agency() {
        return agency;
    }

    CommissionState state() {
        return state;
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<String> answerReasons() {
        return Optional.ofNullable(answerReasons);
    }

    /** The first version that the agency was given. */
    int issuedVersion() {
        return issuedVersion;
    }

    /** Whether the agency was given this version: not before it was asked, nor after it was out. */
    boolean wasGiven(int number) {
        return issuedVersion <= number && (lastVersion == null || number <= lastVersion);
    }

    /** Whether the agency declined, or the instruction was withdrawn from it. */
    boolean isOut() {
        return lastVersion != null;
    }

    /** The last version that is the agency's to read. */
    int lastVersion(Instruction instruction) {
        return Objects.requireNonNullElseGet(lastVersion, instruction::contentVersion);
    }

    Optional<Integer> acknowledgedVersion() {
        return Optional.ofNullable(acknowledgedVersion);
    }

    /** The day on which the agency was told last of what is wanted. */
    LocalDate toldOn() {
        return toldOn;
    }

    /** Whether any finding came from the agency. */
    boolean hasResults() {
        return anyResult;
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    Optional<String> completionNote() {
        return Optional.ofNullable(completionNote);
    }

    Optional<String> reopeningReasons() {
        return Optional.ofNullable(reopeningReasons);
    }

    Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
