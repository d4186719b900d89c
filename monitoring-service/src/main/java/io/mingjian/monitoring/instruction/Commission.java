package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.monitoring.clock.KeptClocks;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.clock.RunningClocks;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
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
    private Instant updatedAt;

    /** For the mapper. */
    Commission() {}

    static Commission issue(Instruction instruction, String agency, Moment moment) {
        Commission commission = new Commission();
        commission.id = Ids.next();
        commission.instructionId = instruction.id();
        commission.agency = agency;
        commission.state = InstructionLifecycle.COMMISSION.initial();
        commission.keep(RunningClocks.NONE, InstructionLifecycle.COMMISSION.opening(), moment);
        return commission;
    }

    /** The agency takes the instruction, or declines it with reasons. */
    void answer(CommissionStep step, @Nullable String reasons, Caller by, Moment moment) {
        move(step, reasons, by, moment);
        answeredAt = moment.at();
        answeredBy = by.subject();
        answerReasons = reasons;
    }

    /** A finding came in. */
    void submitResult(Caller by, Moment moment) {
        move(CommissionStep.SUBMIT_RESULT, null, by, moment);
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
     */
    void requireOpenForResults(Caller by) {
        InstructionLifecycle.COMMISSION.step(state, CommissionStep.SUBMIT_RESULT, by, null);
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

    Instant updatedAt() {
        return updatedAt;
    }
}
