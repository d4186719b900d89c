package io.mingjian.registry.queue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.queue.Officers.Officer;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: who is away, and who looks after the work meanwhile. */
@Path("/v1/absences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "待办 Queue")
public class AbsenceDoor {
    private final Absences absences;
    private final Officers officers;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Clock clock;

    AbsenceDoor(
            Absences absences,
            Officers officers,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Clock clock) {
        this.absences = absences;
        this.officers = officers;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * An absence to be entered.
     *
     * @param userId who is away; absent for the caller
     * @param coverUserId who looks after the work
     */
    @Schema(name = "AbsenceRequest", description = "外出登记 / An absence to be entered")
    record AbsenceRequest(
            @Nullable String userId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String coverUserId) {}

    /** Days, user ids and login names. */
    @Schema(name = "Absence", description = "外出与代办 / An absence and its cover")
    record AbsenceView(
            UUID id,
            int version,
            String userId,
            String name,
            LocalDate from,
            LocalDate to,
            String coverUserId,
            String coverName,
            String enteredBy) {
        static AbsenceView of(Absence absence) {
            return new AbsenceView(
                    absence.id(),
                    absence.version(),
                    absence.subject(),
                    absence.name(),
                    absence.from(),
                    absence.to(),
                    absence.cover(),
                    absence.coverName(),
                    absence.enteredBy());
        }
    }

    /** Enters the own absence; the head also that of others. */
    @POST
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "登记外出及代办人 / Enter an absence and its cover")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    public Uni<Response> enter(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") AbsenceRequest request) {
        Caller caller = callers.current();
        return idempotency.once(
                caller, key, "absences.enter", request, () -> enter(caller, request));
    }

    private Uni<Answer> enter(Caller caller, AbsenceRequest request) {
        Wanted wanted = wanted(caller, request);
        requireOwnOrHead(caller, wanted.subject());
        return officers.seen(caller)
                .chain(() -> away(caller, wanted.subject()))
                .chain(
                        away ->
                                officers.require(caller, wanted.cover(), "/coverUserId")
                                        .map(cover -> wanted.by(caller, away, cover)))
                .call(
                        absence ->
                                absences.lockFrom(caller, absence.from())
                                        .invoke(absence::requireFits))
                .call(absence -> absences.add(caller, absence))
                .call(absence -> record(caller, absence, "enter"))
                .map(
                        absence ->
                                Answer.created(
                                        "/v1/absences",
                                        absence.version(),
                                        AbsenceView.of(absence)));
    }

    private Uni<Officer> away(Caller caller, String subject) {
        return subject.equals(caller.subject())
                ? Uni.createFrom().item(new Officer(subject, caller.name(), true))
                : officers.require(caller, subject, "/userId");
    }

    /** Absences of the bureau, of today and later. */
    @GET
    @WithSession
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "本单位当前及今后的外出 / Absences of the bureau")
    public Uni<List<AbsenceView>> list() {
        return absences.fromTodayOn(callers.current())
                .map(found -> found.stream().map(AbsenceView::of).toList());
    }

    /** Withdraws an absence, the own one or as head, also while it lasts. */
    @DELETE
    @Path("/{id}")
    @WithTransaction
    @RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD"})
    @Operation(summary = "撤销外出登记 / Withdraw an absence")
    @APIResponse(responseCode = "204", description = "已撤销 / withdrawn")
    public Uni<Response> withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Caller caller = callers.current();
        return absences.lock(caller, Ids.parse(id, "外出登记", "absence"))
                .invoke(absence -> requireOwnOrHead(caller, absence.subject()))
                .invoke(absence -> Etags.check(ifMatch, absence.version()))
                .call(absence -> absences.withdraw(caller, absence.id()))
                .call(absence -> record(caller, absence, "withdraw"))
                .map(done -> Response.noContent().build());
    }

    private Uni<Void> record(Caller caller, Absence absence, String act) {
        AbsenceView view = AbsenceView.of(absence);
        boolean entered = act.equals("enter");
        return audit.record(
                caller,
                AuditEntry.of("absence." + act, "absence", absence.id().toString())
                        .changing(entered ? null : view, entered ? view : null));
    }

    private static void requireOwnOrHead(Caller caller, String subject) {
        if (!subject.equals(caller.subject()) && !caller.has(Role.HEAD)) {
            throw new Forbidden("他人的外出由负责人登记。", "Others' absences are entered by the head.");
        }
    }

    /** A request whose fields are all there. */
    private record Wanted(String subject, LocalDate from, LocalDate to, String cover) {
        Absence by(Caller caller, Officer away, Officer standsIn) {
            return new Absence(
                    Ids.next(),
                    0,
                    caller.organisation(),
                    away.subject(),
                    away.name(),
                    standsIn.subject(),
                    standsIn.name(),
                    from,
                    to,
                    caller.name());
        }
    }

    private Wanted wanted(Caller caller, AbsenceRequest request) {
        String subject = request.userId() == null ? caller.subject() : request.userId();
        LocalDate from = request.from();
        LocalDate to = request.to();
        String cover = request.coverUserId();
        List<FieldError> faults = new ArrayList<>();
        if (from == null) {
            faults.add(new FieldError("/from", "required", "请填写开始日期。"));
        }
        if (to == null) {
            faults.add(new FieldError("/to", "required", "请填写结束日期。"));
        } else if (to.isBefore(LegalDay.today(clock)) || (from != null && to.isBefore(from))) {
            faults.add(new FieldError("/to", "before-begin", "结束日期不得早于开始日期和今天。"));
        }
        if (cover == null || cover.isBlank()) {
            faults.add(new FieldError("/coverUserId", "required", "请指定代办人。"));
        } else if (cover.equals(subject)) {
            faults.add(new FieldError("/coverUserId", "self", "不能为自己代办，请指定他人。"));
        }
        if (from == null || to == null || cover == null || !faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return new Wanted(subject, from, to, cover);
    }
}
