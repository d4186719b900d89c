package io.mingjian.monitoring.instruction;

import io.mingjian.monitoring.finding.OutputField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What other rooms may know of an instruction.
 *
 * @param edition of its content, from 1
 * @param agencies those that the asker may know of
 * @param closedAt absent while it is open
 * @param closingReasons absent also where it closed by itself
 */
public record InstructionFacts(
        UUID id,
        String instructionNo,
        int edition,
        String bureau,
        String scope,
        List<String> platforms,
        List<String> keywords,
        List<String> categories,
        Set<OutputField> requiredFields,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate deadline,
        Instant issuedAt,
        List<String> agencies,
        @Nullable Instant closedAt,
        @Nullable String closingReasons) {

    static InstructionFacts of(Instruction instruction, List<Commission> parts) {
        Terms terms = instruction.terms();
        return new InstructionFacts(
                instruction.id(),
                instruction.instructionNo(),
                1,
                instruction.bureau(),
                instruction.scope(),
                terms.platforms(),
                terms.keywords(),
                terms.categories(),
                terms.requiredFields(),
                instruction.periodFrom(),
                instruction.periodTo(),
                instruction.deadline(),
                instruction.issuedAt(),
                parts.stream().map(Commission::agency).sorted().toList(),
                instruction.closedAt().orElse(null),
                instruction.closingReasons().orElse(null));
    }
}
