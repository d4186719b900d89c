package io.mingjian.monitoring.instruction;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The room's public face: under which order findings come in, and the closing of what is over. */
@ApplicationScoped
public class Commissions {
    private static final Caller MACHINE = Caller.machine("monitoring");

    private final Instructions instructions;
    private final InstructionAnnouncer announcer;
    private final LegalTime time;
    private final Audit audit;

    Commissions(
            Instructions instructions,
            InstructionAnnouncer announcer,
            LegalTime time,
            Audit audit) {
        this.instructions = instructions;
        this.announcer = announcer;
        this.time = time;
        this.audit = audit;
    }

    /**
     * The order under which this agency works: the version of the instruction that is in force,
     * which no amendment changes before the transaction ends. The agency's part is held as long, so
     * that submissions and the closing take turns. Findings after the last day are still taken, and
     * marked: a violation that was found late must be verified all the same (Order 2 Art 18), only
     * the agency's punctuality suffers. So are findings from an agency that has not yet
     * acknowledged an amendment.
     *
     * <p>Fails with {@code NotFound} for an instruction that is not the agency's.
     */
    public Uni<Mandate> requireMandate(Caller agency, UUID instructionId) {
        return instructions
                .requireShared(agency, instructionId)
                .chain(
                        instruction ->
                                instructions
                                        .requireOwnHeld(agency, instructionId)
                                        .map(
                                                own ->
                                                        new Mandate(
                                                                instruction.toOrder(),
                                                                own,
                                                                agency)));
    }

    /**
     * The same where the agency may hand in something new now.
     *
     * <p>Fails with {@code StepNotAllowed} before the acknowledgement, after a refusal, a
     * withdrawal and the closing, with {@code Conflict} after the agency said that nothing more
     * will come.
     */
    public Uni<Order> requireOpen(Caller agency, UUID instructionId) {
        return requireMandate(agency, instructionId).map(found -> found.requireOpen().order());
    }

    /** The order that is in force, whatever became of the instruction and the agency's part. */
    public Uni<Order> requireKnown(Caller agency, UUID instructionId) {
        return instructions.require(agency, instructionId).map(Instruction::toOrder);
    }

    /**
     * The order by the version under which an agency once handed in a finding, whatever was amended
     * since and whatever became of the instruction: what was taken is not judged anew.
     */
    public Uni<Order> requireKnown(Caller agency, UUID instructionId, int version) {
        return instructions
                .require(agency, instructionId)
                .chain(
                        instruction ->
                                instruction.contentVersion() == version
                                        ? Uni.createFrom().item(instruction.toOrder())
                                        : instructions
                                                .requireVersion(instructionId, version)
                                                .map(
                                                        then ->
                                                                instruction.toOrder(
                                                                        version, then.content())));
    }

    /** At least one finding came in under this order. */
    public Uni<Void> resultSubmitted(Caller agency, UUID instructionId) {
        return instructions
                .requireOwnHeld(agency, instructionId)
                .call(own -> time.now().invoke(now -> own.submitResult(agency, now)))
                .replaceWithVoid();
    }

    /** Instructions that are still open although {@link Closing} says that they are over. */
    public Uni<List<UUID>> over() {
        return time.now().chain(instructions::over);
    }

    /**
     * Closes an instruction that is over, also one without any finding.
     *
     * @param everyLeadAtAnEnd asked while no finding can come in
     * @return whether it was closed
     */
    public Uni<Boolean> complete(UUID instructionId, Supplier<Uni<Boolean>> everyLeadAtAnEnd) {
        return instructions
                .requireHeld(MACHINE, instructionId)
                .chain(
                        instruction ->
                                instructions
                                        .partsHeld(instructionId)
                                        .chain(
                                                parts ->
                                                        completeIf(
                                                                everyLeadAtAnEnd,
                                                                instruction,
                                                                parts)));
    }

    private Uni<Boolean> completeIf(
            Supplier<Uni<Boolean>> everyLeadAtAnEnd,
            Instruction instruction,
            List<Commission> parts) {
        return time.now()
                .chain(
                        now ->
                                Closing.isOver(instruction, parts, now)
                                        ? everyLeadAtAnEnd
                                                .get()
                                                .chain(
                                                        done ->
                                                                done
                                                                        ? complete(
                                                                                instruction,
                                                                                parts,
                                                                                now)
                                                                        : Uni.createFrom()
                                                                                .item(false))
                                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> complete(Instruction instruction, List<Commission> parts, Moment moment) {
        instruction.complete(MACHINE, moment.at());
        parts.forEach(part -> part.release(MACHINE, moment));
        return announcer
                .closed(instruction, parts)
                .chain(
                        () ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                "instruction.complete",
                                                "instruction",
                                                instruction.id().toString())))
                .replaceWith(true);
    }
}
