package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An instruction of the city. Its content never changes after it was issued; a mistake is closed
 * with reasons.
 */
@Entity
class Instruction {
    @Id private UUID id;
    @Version private int version;
    private String instructionNo;
    private String bureau;

    @Enumerated(EnumType.STRING)
    private InstructionState state;

    private String scope;

    @JdbcTypeCode(SqlTypes.JSON)
    private Terms terms;

    private LocalDate periodFrom;
    private LocalDate periodTo;
    private LocalDate deadline;
    private Instant issuedAt;
    private String issuedBy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String closingReasons;
    private Instant updatedAt;

    /** For the mapper. */
    Instruction() {}

    /** Issues an instruction whose content was checked. */
    static Instruction issue(String instructionNo, IssueRequest content, Caller by, Moment moment) {
        Instruction instruction = new Instruction();
        instruction.id = Ids.next();
        instruction.instructionNo = instructionNo;
        instruction.bureau = by.organisation();
        instruction.state = InstructionLifecycle.INSTRUCTION.initial();
        instruction.scope = content.scope();
        instruction.terms =
                new Terms(
                        content.platforms(),
                        content.keywords(),
                        content.categories(),
                        content.outputSpec().requiredFields());
        instruction.periodFrom = content.period().from();
        instruction.periodTo = content.period().to();
        instruction.deadline = content.deadline();
        instruction.issuedAt = moment.at();
        instruction.issuedBy = by.subject();
        instruction.updatedAt = moment.at();
        return instruction;
    }

    /** The city ends the instruction, with reasons. */
    void close(@Nullable String reasons, Caller by, Instant at) {
        end(InstructionStep.CLOSE, Decision.of(by, at, reasons), by, at);
        closingReasons = reasons;
    }

    /** The instruction ends by itself: its last day has passed and every lead is at an end. */
    void complete(Caller machine, Instant at) {
        end(InstructionStep.COMPLETE, null, machine, at);
    }

    /**
     * An agency's part moved; the instruction's row moves with it, which gives its events one
     * order.
     */
    void touch(Instant at) {
        updatedAt = at;
    }

    private void end(InstructionStep step, @Nullable Decision decision, Caller by, Instant at) {
        state = InstructionLifecycle.INSTRUCTION.step(state, step, by, decision).to();
        closedAt = at;
        closedBy = by.subject();
        updatedAt = at;
    }

    Order toOrder() {
        return new Order(
                id,
                instructionNo,
                bureau,
                terms.requiredFields(),
                terms.platforms(),
                terms.categories(),
                deadline,
                LegalDay.of(issuedAt),
                periodFrom,
                periodTo);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String instructionNo() {
        return instructionNo;
    }

    String bureau() {
        return bureau;
    }

    InstructionState state() {
        return state;
    }

    String scope() {
        return scope;
    }

    Terms terms() {
        return terms;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    /** Last day for findings. */
    LocalDate deadline() {
        return deadline;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    Optional<String> closingReasons() {
        return Optional.ofNullable(closingReasons);
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
