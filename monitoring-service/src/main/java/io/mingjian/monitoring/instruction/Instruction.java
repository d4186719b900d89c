package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.finding.Demands;
import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.OutputField;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import io.mingjian.monitoring.instruction.Terms.CategoryDemand;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An instruction of the city. Its content changes by amendments alone, each of which makes a new
 * version; the row holds the version that is in force.
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
    private int contentVersion;
    private @Nullable UUID campaignId;
    private Instant issuedAt;
    private String issuedBy;
    private @Nullable Instant closedAt;
    private @Nullable String closedBy;
    private @Nullable String closingReasons;
    private Instant updatedAt;

    /** For the mapper. */
    Instruction() {}

    /** Issues an instruction whose content was checked. */
    static Instruction issue(String instructionNo, IssueRequest request, Caller by, Moment moment) {
        Instruction instruction = new Instruction();
        instruction.id = Ids.next();
        instruction.instructionNo = instructionNo;
        instruction.bureau = by.organisation();
        instruction.state = InstructionLifecycle.INSTRUCTION.initial();
        instruction.contentVersion = 1;
        instruction.campaignId = request.campaignId();
        instruction.says(InstructionContent.of(request));
        instruction.issuedAt = moment.at();
        instruction.issuedBy = by.subject();
        instruction.updatedAt = moment.at();
        return instruction;
    }

    /**
     * The city changes what it wants, with reasons; a new version is in force.
     *
     * @throws io.mingjian.kit.refusal.StepNotAllowed when the instruction is closed
     */
    void amend(InstructionContent content, @Nullable String reasons, Caller by, Instant at) {
        requireAmendable(reasons, by, at);
        if (!content.equals(content())) {
            contentVersion++;
            says(content);
        }
        updatedAt = at;
    }

    /** Fails where the caller may not amend it, or gives no reasons. */
    void requireAmendable(@Nullable String reasons, Caller by, Instant at) {
        InstructionLifecycle.INSTRUCTION.step(
                state, InstructionStep.AMEND, by, decision(reasons, by, at));
    }

    /**
     * Agencies are reminded.
     *
     * @throws io.mingjian.kit.refusal.StepNotAllowed when the instruction is closed
     */
    void remind(Caller by, Instant at) {
        InstructionLifecycle.INSTRUCTION.step(state, InstructionStep.REMIND, by, null);
        updatedAt = at;
    }

    private void says(InstructionContent content) {
        scope = content.scope();
        terms = content.terms();
        periodFrom = content.periodFrom();
        periodTo = content.periodTo();
        deadline = content.deadline();
    }

    /** What the version in force says. */
    InstructionContent content() {
        return new InstructionContent(scope, terms, periodFrom, periodTo, deadline);
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

    /** None where reasons are missing: the table then says whether any are needed. */
    private static @Nullable Decision decision(@Nullable String reasons, Caller by, Instant at) {
        return reasons == null || reasons.isBlank() ? null : Decision.of(by, at, reasons);
    }

    private void end(InstructionStep step, @Nullable Decision decision, Caller by, Instant at) {
        state = InstructionLifecycle.INSTRUCTION.step(state, step, by, decision).to();
        closedAt = at;
        closedBy = by.subject();
        updatedAt = at;
    }

    /** The order by the version in force. */
    Order toOrder() {
        return toOrder(contentVersion, content());
    }

    /** The order by one of the versions. */
    Order toOrder(int number, InstructionContent content) {
        Terms asked = content.terms();
        return new Order(
                id,
                instructionNo,
                bureau,
                number,
                demands(content, asked.requiredFields(), asked.evidence()),
                asked.ofCategories().stream()
                        .map(CategoryDemand::category)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        category ->
                                                demands(
                                                        content,
                                                        asked.fieldsOf(category),
                                                        asked.evidenceOf(category)))),
                asked.platformTypes(),
                asked.platforms(),
                asked.categories(),
                content.deadline());
    }

    /** The moment of the first issue counts, whatever was amended; the period is the version's. */
    private Demands demands(
            InstructionContent content,
            Set<OutputField> fields,
            Map<EvidenceKind, Integer> evidence) {
        return new Demands(
                fields,
                evidence,
                issuedAt,
                content.periodFrom(),
                content.periodTo(),
                content.terms().platforms(),
                content.terms().categories());
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

    Terms terms() {
        return terms;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    /** Last day for findings. */
    LocalDate deadline() {
        return deadline;
    }

    /** Number of the version in force. */
    int contentVersion() {
        return contentVersion;
    }

    Optional<UUID> campaignId() {
        return Optional.ofNullable(campaignId);
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
