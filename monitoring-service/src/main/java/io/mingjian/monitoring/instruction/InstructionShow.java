package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.web.Answer;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.CommissionView;
import io.mingjian.monitoring.instruction.InstructionViews.InstructionView;
import io.mingjian.monitoring.instruction.InstructionViews.OutputSpec;
import io.mingjian.monitoring.instruction.InstructionViews.Period;
import io.mingjian.monitoring.instruction.InstructionViews.ReminderView;
import io.mingjian.monitoring.instruction.InstructionViews.VersionView;
import io.mingjian.monitoring.monitor.Agencies;
import io.mingjian.monitoring.monitor.AgencyContracts;
import io.mingjian.monitoring.monitor.ContractStanding;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shows instructions: the whole to the city, an agency its own part. An agency's entity tag and
 * time of change are those of its own part, so that nothing tells it what others did. One that is
 * out, because it declined or was withdrawn, reads the order as it was when it left.
 */
@ApplicationScoped
class InstructionShow {
    private final Instructions instructions;
    private final Agencies agencies;
    private final LegalTime time;

    InstructionShow(Instructions instructions, Agencies agencies, LegalTime time) {
        this.instructions = instructions;
        this.agencies = agencies;
        this.time = time;
    }

    /** The answer to a request for one instruction, with its entity tag. */
    Uni<Answer> to(Caller caller, Instruction instruction) {
        return parts(caller, List.of(instruction))
                .map(
                        parts ->
                                Answer.ok(
                                        version(caller, instruction, parts.list()),
                                        view(caller, instruction, parts)));
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
        return parts(caller, found)
                .map(
                        parts ->
                                found.stream()
                                        .map(
                                                instruction ->
                                                        view(
                                                                caller,
                                                                instruction,
                                                                parts.of(instruction)))
                                        .toList());
    }

    /** What the caller may see of the parts, with what is known of their agencies. */
    private Uni<Parts> parts(Caller caller, List<Instruction> found) {
        List<UUID> ids = found.stream().map(Instruction::id).toList();
        return instructions
                .commissions(caller, ids)
                .chain(
                        list ->
                                instructions
                                        .versionsAtLeaving(caller, ids)
                                        .chain(left -> parts(list, left)));
    }

    private Uni<Parts> parts(List<Commission> list, Map<UUID, InstructionVersion> left) {
        return agencies.contractsOf(list.stream().map(Commission::agency).distinct().toList())
                .chain(contracts -> time.now().map(now -> new Parts(list, left, contracts, now)));
    }

    /**
     * @param left with which version the caller was out, by instruction
     */
    private record Parts(
            List<Commission> list,
            Map<UUID, InstructionVersion> left,
            Map<String, AgencyContracts> contracts,
            Moment now) {
        Parts of(Instruction instruction) {
            return new Parts(
                    list.stream()
                            .filter(part -> part.instructionId().equals(instruction.id()))
                            .toList(),
                    left,
                    contracts,
                    now);
        }

        /** What the instruction says to the caller. */
        InstructionContent content(Instruction instruction) {
            return Optional.ofNullable(left.get(instruction.id()))
                    .map(InstructionVersion::content)
                    .orElseGet(instruction::content);
        }

        ContractStanding standing(Commission part) {
            return contracts
                    .getOrDefault(part.agency(), AgencyContracts.NONE)
                    .standingOn(now.day());
        }
    }

    private static int version(Caller caller, Instruction instruction, List<Commission> parts) {
        return own(caller, parts).map(Commission::version).orElseGet(instruction::version);
    }

    private static Optional<Commission> own(Caller caller, List<Commission> parts) {
        return parts.stream()
                .filter(part -> part.agency().equals(caller.organisation()))
                .findFirst();
    }

    private static InstructionView view(Caller caller, Instruction instruction, Parts parts) {
        Optional<Commission> own = own(caller, parts.list());
        InstructionContent content = parts.content(instruction);
        Terms terms = content.terms();
        return new InstructionView(
                instruction.id(),
                instruction.instructionNo(),
                instruction.bureau(),
                instruction.state(),
                lastVersion(instruction, own),
                content.scope(),
                terms.platformTypes(),
                terms.platforms(),
                terms.keywords(),
                terms.categories(),
                new Period(content.periodFrom(), content.periodTo()),
                OutputSpec.of(terms),
                content.deadline(),
                caller.isCity() ? instruction.campaignId().orElse(null) : null,
                LegalTime.outside(instruction.issuedAt()),
                instruction.closedAt().map(LegalTime::outside).orElse(null),
                own.filter(Commission::isOut).isPresent()
                        ? null
                        : instruction.closingReasons().orElse(null),
                parts.list().stream().map(part -> view(part, parts)).toList(),
                openSteps(caller, instruction, own).map(Enum::name).toList(),
                LegalTime.outside(
                        own.map(Commission::updatedAt).orElseGet(instruction::updatedAt)));
    }

    private static int lastVersion(Instruction instruction, Optional<Commission> own) {
        return own.map(part -> part.lastVersion(instruction))
                .orElseGet(instruction::contentVersion);
    }

    private static Stream<? extends Enum<?>> openSteps(
            Caller caller, Instruction instruction, Optional<Commission> own) {
        if (own.isEmpty()) {
            return InstructionLifecycle.INSTRUCTION.openSteps(instruction.state(), caller).stream();
        }
        CommissionStep closed =
                own.get().isAmendmentOpen(instruction)
                        ? CommissionStep.COMPLETE
                        : CommissionStep.ACKNOWLEDGE_AMENDMENT;
        return InstructionLifecycle.COMMISSION.openSteps(own.get().state(), caller).stream()
                .filter(step -> step != closed);
    }

    private static CommissionView view(Commission part, Parts parts) {
        return new CommissionView(
                part.agency(),
                part.state(),
                parts.standing(part),
                part.answeredAt().map(LegalTime::outside).orElse(null),
                part.answerReasons().orElse(null),
                part.acknowledgedVersion().orElse(null),
                part.completedAt().map(LegalTime::outside).orElse(null),
                part.completionNote().orElse(null),
                part.reopeningReasons().orElse(null),
                part.remindedAt().map(LegalTime::outside).orElse(null),
                part.runningClocks().views(parts.now()));
    }

    /**
     * The versions that the caller was given: the city all, an agency those from its own first to
     * the last before it was out.
     */
    Uni<List<VersionView>> versions(Caller caller, Instruction instruction) {
        return instructions
                .commissions(caller, List.of(instruction.id()))
                .map(parts -> own(caller, parts))
                .chain(own -> versions(caller, instruction, own));
    }

    private Uni<List<VersionView>> versions(
            Caller caller, Instruction instruction, Optional<Commission> own) {
        int last = lastVersion(instruction, own);
        return instructions
                .versions(instruction.id(), own.map(Commission::issuedVersion).orElse(1), last)
                .map(all -> all.stream().map(version -> view(caller, last, version)).toList());
    }

    private static VersionView view(Caller caller, int last, InstructionVersion version) {
        InstructionContent content = version.content();
        Terms terms = content.terms();
        return new VersionView(
                version.number(),
                version.number() == last,
                content.scope(),
                terms.platformTypes(),
                terms.platforms(),
                terms.keywords(),
                terms.categories(),
                new Period(content.periodFrom(), content.periodTo()),
                OutputSpec.of(terms),
                content.deadline(),
                version.reasons().orElse(null),
                LegalTime.outside(version.madeAt()),
                caller.isCity() ? version.madeByName().orElse(null) : null);
    }

    static ReminderView view(Caller caller, Reminder reminder) {
        return new ReminderView(
                reminder.id(),
                reminder.agency(),
                reminder.point(),
                reminder.title(),
                reminder.text(),
                reminder.dueOn().orElse(null),
                reminder.contentVersion(),
                LegalTime.outside(reminder.remindedAt()),
                caller.isCity() ? reminder.remindedByName().orElse(null) : null);
    }
}
