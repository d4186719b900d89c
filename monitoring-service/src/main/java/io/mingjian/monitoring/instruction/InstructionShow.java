package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.CommissionView;
import io.mingjian.monitoring.instruction.InstructionViews.InstructionView;
import io.mingjian.monitoring.instruction.InstructionViews.OutputSpec;
import io.mingjian.monitoring.instruction.InstructionViews.Period;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows instructions: the whole to the city, an agency its own part. An agency's entity tag and
 * time of change are those of its own part, so that nothing tells it what others did.
 */
@ApplicationScoped
class InstructionShow {
    private final Instructions instructions;
    private final LegalTime time;

    InstructionShow(Instructions instructions, LegalTime time) {
        this.instructions = instructions;
        this.time = time;
    }

    /** The answer to a request for one instruction, with its entity tag. */
    Uni<Answer> to(Caller caller, Instruction instruction) {
        return instructions
                .commissions(caller, List.of(instruction.id()))
                .chain(
                        parts ->
                                time.now()
                                        .map(
                                                now ->
                                                        Answer.ok(
                                                                version(caller, instruction, parts),
                                                                view(
                                                                        caller,
                                                                        instruction,
                                                                        parts,
                                                                        now))));
    }

    Uni<Answer> created(Caller caller, Instruction instruction) {
        return to(caller, instruction)
                .map(
                        shown ->
                                new Answer(
                                        201,
                                        "/v1/instructions/" + instruction.id(),
                                        shown.etag(),
                                        shown.body()));
    }

    Uni<List<InstructionView>> all(Caller caller, List<Instruction> found) {
        return instructions
                .commissions(caller, found.stream().map(Instruction::id).toList())
                .chain(parts -> time.now().map(now -> views(caller, found, parts, now)));
    }

    private static List<InstructionView> views(
            Caller caller, List<Instruction> found, List<Commission> parts, Moment now) {
        return found.stream()
                .map(instruction -> view(caller, instruction, of(instruction, parts), now))
                .toList();
    }

    private static List<Commission> of(Instruction instruction, List<Commission> parts) {
        return parts.stream()
                .filter(part -> part.instructionId().equals(instruction.id()))
                .toList();
    }

    private static int version(Caller caller, Instruction instruction, List<Commission> parts) {
        return own(caller, parts).map(Commission::version).orElseGet(instruction::version);
    }

    private static Optional<Commission> own(Caller caller, List<Commission> parts) {
        return parts.stream()
                .filter(part -> part.agency().equals(caller.organisation()))
                .findFirst();
    }

    private static InstructionView view(
            Caller caller, Instruction instruction, List<Commission> parts, Moment now) {
        Optional<Commission> own = own(caller, parts);
        return new InstructionView(
                instruction.id(),
                instruction.instructionNo(),
                instruction.bureau(),
                instruction.state(),
                instruction.scope(),
                instruction.terms().platforms(),
                instruction.terms().keywords(),
                instruction.terms().categories(),
                new Period(instruction.periodFrom(), instruction.periodTo()),
                new OutputSpec(instruction.terms().requiredFields()),
                instruction.deadline(),
                LegalTime.outside(instruction.issuedAt()),
                instruction.closedAt().map(LegalTime::outside).orElse(null),
                instruction.closingReasons().orElse(null),
                parts.stream().map(part -> view(part, now)).toList(),
                openSteps(caller, instruction, own).map(Enum::name).toList(),
                LegalTime.outside(
                        own.map(Commission::updatedAt).orElseGet(instruction::updatedAt)));
    }

    private static Stream<? extends Enum<?>> openSteps(
            Caller caller, Instruction instruction, Optional<Commission> own) {
        return own.isPresent()
                ? InstructionLifecycle.COMMISSION.openSteps(own.get().state(), caller).stream()
                : InstructionLifecycle.INSTRUCTION.openSteps(instruction.state(), caller).stream();
    }

    private static CommissionView view(Commission part, Moment now) {
        return new CommissionView(
                part.agency(),
                part.state(),
                part.answeredAt().map(LegalTime::outside).orElse(null),
                part.answerReasons().orElse(null),
                part.runningClocks().views(now));
    }
}
