package io.mingjian.monitoring.instruction;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.AmendmentRequest;
import io.mingjian.monitoring.instruction.InstructionViews.InstructionView;
import io.mingjian.monitoring.instruction.InstructionViews.VersionView;
import io.mingjian.monitoring.instruction.InstructionViews.Versions;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city amends instructions; their versions can be read. */
@Path("/v1/instructions/{instructionId}")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测指令 Instructions")
public class InstructionAmendments {
    private final Instructions instructions;
    private final InstructionShow show;
    private final InstructionGate gate;
    private final InstructionAnnouncer announcer;
    private final Callers callers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LegalTime time;

    InstructionAmendments(
            Instructions instructions,
            InstructionShow show,
            InstructionGate gate,
            InstructionAnnouncer announcer,
            Callers callers,
            Idempotency idempotency,
            Audit audit,
            LegalTime time) {
        this.instructions = instructions;
        this.show = show;
        this.gate = gate;
        this.announcer = announcer;
        this.callers = callers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.time = time;
    }

    @POST
    @Path("/amendments")
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(
            operationId = "amendInstruction",
            summary = "市局变更指令并说明理由 / The city amends the instruction with reasons",
            description = "内容有变化时产生新版本，各机构须重新签收；仅增减机构时不产生新版本。")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = InstructionView.class)))
    public Uni<Response> amend(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid AmendmentRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("监测指令由市局变更。", "Only the city amends instructions.");
        }
        UUID id = id(instructionId);
        return idempotency.once(
                caller,
                key,
                "instructions.amend " + id,
                request,
                () ->
                        instructions
                                .requireHeld(caller, id)
                                .invoke(held -> Etags.check(ifMatch, held.version()))
                                .chain(held -> amend(caller, held, request)));
    }

    private Uni<Answer> amend(Caller caller, Instruction instruction, AmendmentRequest request) {
        return time.now()
                .invoke(now -> instruction.requireAmendable(request.reasons(), caller, now.at()))
                .chain(
                        now ->
                                instructions
                                        .partsHeld(instruction.id())
                                        .map(parts -> Amendment.of(instruction, parts, request))
                                        .call(amendment -> gate.check(amendment, now))
                                        .chain(
                                                amendment ->
                                                        take(caller, instruction, amendment, now)))
                .chain(() -> show.to(caller, instruction));
    }

    private Uni<Void> take(
            Caller caller, Instruction instruction, Amendment amendment, Moment now) {
        Amendment.Effect effect = amendment.apply(caller, now);
        return keep(caller, instruction, amendment, effect, now)
                .chain(() -> announcer.amended(instruction, effect.amended()))
                .chain(() -> announcer.issued(instruction, effect.instructed()))
                .chain(() -> announcer.withdrawn(instruction, effect.withdrawn()))
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(
                                                        "instruction.amend",
                                                        "instruction",
                                                        instruction.id().toString())
                                                .forPurpose(amendment.reasons())));
    }

    private Uni<Void> keep(
            Caller caller,
            Instruction instruction,
            Amendment amendment,
            Amendment.Effect effect,
            Moment now) {
        Uni<Void> version =
                effect.newVersion()
                        ? instructions.add(
                                InstructionVersion.current(
                                        instruction, amendment.reasons(), caller, now.at()))
                        : Uni.createFrom().voidItem();
        return version.chain(() -> instructions.addAll(effect.added()));
    }

    @GET
    @Path("/versions")
    @WithSession
    @Operation(
            operationId = "listInstructionVersions",
            summary = "指令各版本 / All versions of an instruction")
    public Uni<Versions> versions(@PathParam("instructionId") String instructionId) {
        return found(instructionId).map(Versions::new);
    }

    @GET
    @Path("/versions/{version}")
    @WithSession
    @Operation(operationId = "getInstructionVersion", summary = "查看指令的一个版本 / Read one version")
    public Uni<VersionView> version(
            @PathParam("instructionId") String instructionId,
            @PathParam("version") String version) {
        return found(instructionId)
                .map(
                        all ->
                                all.stream()
                                        .filter(
                                                one ->
                                                        String.valueOf(one.version())
                                                                .equals(version))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new NotFound(
                                                                "监测指令版本",
                                                                "version of the instruction")));
    }

    private Uni<List<VersionView>> found(String instructionId) {
        Caller caller = callers.current();
        return instructions
                .require(caller, id(instructionId))
                .chain(instruction -> show.versions(caller, instruction));
    }

    private static UUID id(String text) {
        return Ids.parse(text, "监测指令", "instruction");
    }
}
