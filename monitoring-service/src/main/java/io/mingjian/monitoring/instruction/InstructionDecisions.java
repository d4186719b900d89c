package io.mingjian.monitoring.instruction;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.number.Numbers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.CompletionRequest;
import io.mingjian.monitoring.instruction.InstructionViews.InstructionView;
import io.mingjian.monitoring.instruction.InstructionViews.IssueRequest;
import io.mingjian.monitoring.instruction.InstructionViews.ReasonsRequest;
import io.mingjian.monitoring.instruction.InstructionViews.ReopeningRequest;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what people do with instructions. */
@Path("/v1/instructions")
@Tag(name = "监测指令 Instructions")
public class InstructionDecisions {
    private final Instructions instructions;
    private final InstructionShow show;
    private final InstructionGate gate;
    private final FindingsUnderway underway;
    private final InstructionAnnouncer announcer;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Numbers numbers;
    private final Audit audit;
    private final LegalTime time;

    InstructionDecisions(
            Instructions instructions,
            InstructionShow show,
            InstructionGate gate,
            FindingsUnderway underway,
            InstructionAnnouncer announcer,
            Callers callers,
            Idempotency idempotency,
            Numbers numbers,
            Audit audit,
            LegalTime time) {
        this.instructions = instructions;
        this.show = show;
        this.gate = gate;
        this.underway = underway;
        this.announcer = announcer;
        this.callers = callers;
        this.idempotency = idempotency;
        this.numbers = numbers;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(operationId = "issueInstruction", summary = "下达监测指令 / Issue an instruction")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> issue(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid IssueRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("监测指令由市局下达。", "Only the city issues instructions.");
        }
        return idempotency.once(
                caller,
                key,
                "instructions.issue",
                request,
                () -> time.now().chain(moment -> issue(caller, request, moment)));
    }

    private Uni<Answer> issue(Caller caller, IssueRequest request, Moment moment) {
        int year = moment.day().getYear();
        return gate.check(caller, request, moment)
                .chain(() -> numbers.next(caller.organisation(), "instruction", year))
                .map(
                        number ->
                                Instruction.issue(
                                        "JC%d-%05d".formatted(year, number),
                                        request,
                                        caller,
                                        moment))
                .call(
                        instruction ->
                                announceIssued(caller, instruction, request.agencies(), moment))
                .call(instruction -> record(caller, "instruction.issue", instruction.id(), null))
                .chain(instruction -> show.created(caller, instruction));
    }

    private Uni<Void> announceIssued(
            Caller caller, Instruction instruction, List<String> agencies, Moment moment) {
        List<Commission> parts =
                agencies.stream()
                        .map(agency -> Commission.issue(instruction, agency, moment))
                        .toList();
        return instructions
                .add(instruction, parts)
                .chain(
                        () ->
                                instructions.add(
                                        InstructionVersion.current(
                                                instruction, null, caller, moment.at())))
                .chain(() -> announcer.issued(instruction, parts));
    }

    @POST
    @Path("/{instructionId}/acknowledgement")
    @RolesAllowed({"HANDLER", "REVIEWER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "acknowledgeInstruction",
            summary = "监测机构签收指令或其变更 / The agency acknowledges the instruction or its amendment")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> acknowledge(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.current();
        return part(
                caller,
                instructionId,
                ifMatch,
                "acknowledge",
                null,
                (instruction, own, now) -> {
                    own.acknowledge(instruction, caller, now);
                    return announcer.answered(instruction, own);
                });
    }

    @POST
    @Path("/{instructionId}/decline")
    @RolesAllowed({"HANDLER", "REVIEWER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "declineInstruction",
            summary = "监测机构退回指令并说明理由 / The agency declines the instruction with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> decline(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonsRequest request) {
        Caller caller = callers.current();
        return part(
                caller,
                instructionId,
                ifMatch,
                "decline",
                request.reasons(),
                (instruction, own, now) -> {
                    own.decline(instruction, request.reasons(), caller, now);
                    return announcer.answered(instruction, own);
                });
    }

    @POST
    @Path("/{instructionId}/completion")
    @RolesAllowed({"HANDLER", "REVIEWER", "INTEGRATION"})
    @WithTransaction
    @Operation(
            operationId = "completeInstruction",
            summary = "监测机构登记报送完毕 / The agency says that nothing more will come")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> complete(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid CompletionRequest request) {
        Caller caller = callers.current();
        return part(
                caller,
                instructionId,
                ifMatch,
                "results-complete",
                request.note(),
                (instruction, own, now) ->
                        underway.isAny(caller, instruction.id())
                                .invoke(InstructionDecisions::requireNoneUnderway)
                                .chain(
                                        () -> {
                                            own.complete(instruction, request.note(), caller, now);
                                            return announcer.completed(instruction, own);
                                        }));
    }

    private static void requireNoneUnderway(boolean any) {
        if (any) {
            throw new Conflict(
                    "findings-underway",
                    "尚有已提交的批量线索未登记完毕，请待登记完毕后再登记报送完毕；文件包登记未成的，请先再次移交或者取消。",
                    "Findings that were handed in are not entered yet.");
        }
    }

    /** What an agency does with its own part. */
    private interface PartStep {
        Uni<Void> take(Instruction instruction, Commission own, Moment now);
    }

    /** The instruction is held before its part, here and wherever both are changed. */
    private Uni<Response> part(
            Caller caller,
            String instructionId,
            @Nullable String ifMatch,
            String action,
            @Nullable String reasons,
            PartStep step) {
        UUID id = id(instructionId);
        return instructions
                .requireHeld(caller, id)
                .call(instruction -> part(caller, instruction, ifMatch, step))
                .call(instruction -> record(caller, "instruction." + action, id, reasons))
                .chain(instruction -> show.to(caller, instruction))
                .map(Answer::toResponse);
    }

    private Uni<Void> part(
            Caller caller, Instruction instruction, @Nullable String ifMatch, PartStep step) {
        return instructions
                .requireOwnHeld(caller, instruction.id())
                .invoke(own -> Etags.check(ifMatch, own.version()))
                .chain(
                        own ->
                                time.now()
                                        .chain(
                                                now ->
                                                        step.take(instruction, own, now)
                                                                .invoke(
                                                                        () ->
                                                                                instruction.touch(
                                                                                        now
                                                                                                .at()))));
    }

    @POST
    @Path("/{instructionId}/reopening")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "reopenInstruction",
            summary = "市局重新开放一家机构的报送并说明理由 / The city reopens an agency's part with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> reopen(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReopeningRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("重新开放报送由市局决定。", "Only the city reopens.");
        }
        return instructions
                .requireHeld(caller, id(instructionId))
                .invoke(instruction -> Etags.check(ifMatch, instruction.version()))
                .call(instruction -> reopen(caller, instruction, request))
                .call(
                        instruction ->
                                record(
                                        caller,
                                        "instruction.reopen",
                                        instruction.id(),
                                        request.reasons()))
                .chain(instruction -> show.to(caller, instruction))
                .map(Answer::toResponse);
    }

    private Uni<Void> reopen(Caller caller, Instruction instruction, ReopeningRequest request) {
        return instructions
                .partsHeld(instruction.id())
                .map(parts -> named(parts, request.agency()))
                .call(
                        part ->
                                time.now()
                                        .invoke(
                                                now -> {
                                                    part.reopen(request.reasons(), caller, now);
                                                    instruction.touch(now.at());
                                                }))
                .chain(part -> announcer.reopened(instruction, part));
    }

    private static Commission named(List<Commission> parts, String agency) {
        return parts.stream()
                .filter(part -> part.agency().equals(agency))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Invalid(
                                        "/agency",
                                        "not-instructed",
                                        "该机构不在本指令的监测机构之中",
                                        "The agency was not instructed."));
    }

    @POST
    @Path("/{instructionId}/closing")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "closeInstruction",
            summary = "市局办结指令并说明理由 / The city closes the instruction with reasons")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> close(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReasonsRequest request) {
        Caller caller = callers.current();
        return instructions
                .requireHeld(caller, id(instructionId))
                .invoke(instruction -> checkReadBy(caller, instruction, ifMatch))
                .invoke(instruction -> instruction.close(request.reasons(), caller, time.instant()))
                .call(instruction -> release(caller, instruction))
                .call(
                        instruction ->
                                record(
                                        caller,
                                        "instruction.close",
                                        instruction.id(),
                                        request.reasons()))
                .chain(instruction -> show.to(caller, instruction))
                .map(Answer::toResponse);
    }

    /**
     * Only the city's tag is the instruction's own; an agency that tries is told that the step is
     * not its to take.
     */
    private static void checkReadBy(
            Caller caller, Instruction instruction, @Nullable String ifMatch) {
        if (caller.isCity()) {
            Etags.check(ifMatch, instruction.version());
        }
    }

    private Uni<Void> release(Caller caller, Instruction instruction) {
        return instructions
                .partsHeld(instruction.id())
                .call(
                        parts ->
                                time.now()
                                        .invoke(
                                                now ->
                                                        parts.forEach(
                                                                part -> part.release(caller, now))))
                .chain(parts -> announcer.closed(instruction, parts));
    }

    private Uni<Void> record(Caller caller, String action, UUID id, @Nullable String purpose) {
        AuditEntry entry =
                AuditEntry.of(action.toLowerCase(Locale.ROOT), "instruction", id.toString());
        return audit.record(caller, purpose == null ? entry : entry.forPurpose(purpose));
    }

    private static UUID id(String text) {
        return Ids.parse(text, "监测指令", "instruction");
    }
}
