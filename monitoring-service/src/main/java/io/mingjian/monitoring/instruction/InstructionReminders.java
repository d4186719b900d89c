package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import io.mingjian.monitoring.instruction.InstructionViews.ReminderRequest;
import io.mingjian.monitoring.instruction.InstructionViews.Reminders;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: reminders, the timer's and the city's own. */
@Path("/v1/instructions/{instructionId}/reminders")
@Tag(name = "监测指令 Instructions")
public class InstructionReminders {
    private final Instructions instructions;
    private final ReminderSweep sweep;
    private final Callers callers;
    private final Idempotency idempotency;
    private final LegalTime time;

    InstructionReminders(
            Instructions instructions,
            ReminderSweep sweep,
            Callers callers,
            Idempotency idempotency,
            LegalTime time) {
        this.instructions = instructions;
        this.sweep = sweep;
        this.callers = callers;
        this.idempotency = idempotency;
        this.time = time;
    }

    @GET
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
    @WithSession
    @Operation(
            operationId = "listInstructionReminders",
            summary = "催办记录 / Reminders of an instruction")
    public Uni<Reminders> all(@PathParam("instructionId") String instructionId) {
        Caller caller = callers.current();
        return instructions
                .require(caller, id(instructionId))
                .chain(instruction -> instructions.reminders(caller, instruction.id()))
                .map(found -> view(caller, found));
    }

    @POST
    @RolesAllowed("REVIEWER")
    @WithTransaction
    @Operation(operationId = "remindAgencies", summary = "市局催办 / The city reminds agencies")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = Reminders.class)))
    public Uni<Response> remind(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid ReminderRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("催办由市局发出。", "Only the city reminds.");
        }
        UUID id = id(instructionId);
        return idempotency.once(
                caller,
                key,
                "instructions.remind " + id,
                request,
                () -> time.now().chain(now -> remind(caller, id, request, now)));
    }

    private Uni<Answer> remind(Caller caller, UUID id, ReminderRequest request, Moment now) {
        return instructions
                .requireHeld(caller, id)
                .chain(
                        instruction ->
                                instructions
                                        .partsHeld(id)
                                        .chain(
                                                parts ->
                                                        remind(
                                                                caller,
                                                                instruction,
                                                                parts,
                                                                request,
                                                                now)));
    }

    private Uni<Answer> remind(
            Caller caller,
            Instruction instruction,
            List<Commission> parts,
            ReminderRequest request,
            Moment now) {
        instruction.remind(caller, now.at());
        List<Reminder> reminders =
                chosen(parts, request).stream()
                        .map(part -> Reminder.by(caller, instruction, part, request.text(), now))
                        .toList();
        return sweep.send(instruction, parts, reminders, caller, now)
                .replaceWith(
                        () ->
                                Answer.created(
                                        "/v1/instructions/" + instruction.id() + "/reminders",
                                        view(caller, reminders)));
    }

    /** Those that are named, or all; only of one that is at work is anything expected. */
    private static List<Commission> chosen(List<Commission> parts, ReminderRequest request) {
        List<Commission> atWork = parts.stream().filter(part -> part.state().isAtWork()).toList();
        List<String> named =
                Objects.requireNonNullElseGet(
                        request.agencies(), () -> atWork.stream().map(Commission::agency).toList());
        if (named.isEmpty()) {
            throw new Conflict(
                    "nobody-to-remind", "没有需要催办的监测机构。", "Nothing is expected of any agency.");
        }
        InstructionCheck check = new InstructionCheck("");
        check.repeated("/agencies", named, "监测机构重复", "The agency is named twice.");
        for (int at = 0; at < named.size(); at++) {
            String agency = named.get(at);
            if (atWork.stream().noneMatch(part -> part.agency().equals(agency))) {
                check.add(
                        "/agencies/" + at,
                        "not-at-work",
                        "该机构不在本指令办理之中，无需催办",
                        "Nothing is expected of this agency.");
            }
        }
        check.end();
        return atWork.stream().filter(part -> named.contains(part.agency())).toList();
    }

    private static Reminders view(Caller caller, List<Reminder> reminders) {
        return new Reminders(
                reminders.stream()
                        .map(reminder -> InstructionShow.view(caller, reminder))
                        .toList());
    }

    private static UUID id(String text) {
        return Ids.parse(text, "监测指令", "instruction");
    }
}
