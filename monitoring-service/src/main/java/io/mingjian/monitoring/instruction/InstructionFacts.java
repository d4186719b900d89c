package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.EvidenceKind;
import io.mingjian.monitoring.finding.OutputField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms may know of an instruction, as one of its versions says it.
 *
 * @param edition number of the version, from 1
 * @param madeAt when this version was made
 * @param changeReasons why it was amended; absent for the first
 * @param agencies those that were given this version and that the asker may know of
 * @param closedAt absent while it is open
 * @param closingReasons absent also where it closed by itself
 */
public record InstructionFacts(
        UUID id,
        String instructionNo,
        int edition,
        Instant madeAt,
        @Nullable String changeReasons,
        String bureau,
        String scope,
        List<String> platforms,
        List<String> keywords,
        List<String> categories,
        Demand everyFinding,
        List<Demand> ofCategories,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate deadline,
        Instant issuedAt,
        List<String> agencies,
        @Nullable Instant closedAt,
        @Nullable String closingReasons) {

    /**
     * What a finding must have.
     *
     * @param category kind of violation; empty for every finding
     * @param evidence least number of files of a kind
     */
    public record Demand(
            String category, Set<OutputField> fields, Map<EvidenceKind, Integer> evidence) {}

    /** What is in force. */
    static InstructionFacts of(Instruction instruction, List<Commission> parts) {
        return of(
                instruction,
                instruction.contentVersion(),
                instruction.content(),
                instruction.issuedAt(),
                null,
                parts);
    }

    static InstructionFacts of(
            Instruction instruction, InstructionVersion version, List<Commission> parts) {
        return of(
                instruction,
                version.number(),
                version.content(),
                version.madeAt(),
                version.reasons().orElse(null),
                parts);
    }

    private static InstructionFacts of(
            Instruction instruction,
            int number,
            InstructionContent content,
            Instant madeAt,
            @Nullable String reasons,
            List<Commission> parts) {
        Terms terms = content.terms();
        return new InstructionFacts(
                instruction.id(),
                instruction.instructionNo(),
                number,
                madeAt,
                reasons,
                instruction.bureau(),
                content.scope(),
                terms.platforms(),
                terms.keywords(),
                terms.categories(),
                new Demand("", terms.requiredFields(), terms.evidence()),
                terms.ofCategories().stream()
                        .map(Terms.CategoryDemand::category)
                        .distinct()
                        .map(
                                category ->
                                        new Demand(
                                                category,
                                                terms.fieldsOf(category),
                                                terms.evidenceOf(category)))
                        .toList(),
                content.periodFrom(),
                content.periodTo(),
                content.deadline(),
                instruction.issuedAt(),
                parts.stream()
                        .filter(part -> part.wasGiven(number))
                        .map(Commission::agency)
                        .sorted()
                        .toList(),
                instruction.closedAt().orElse(null),
                instruction.closingReasons().orElse(null));
    }
}
