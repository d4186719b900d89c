package io.mingjian.registry.intake;

import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.intake.FilingViews.RegisteredFiling;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: filings come in. */
@Path("/v1/filings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "登记 Intake")
public class FilingDoor {
    private final Intake intake;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;
    private final PlaceRules places = PlaceRules.shipped();

    FilingDoor(Intake intake, Idempotency idempotency, Callers callers, Clock clock) {
        this.intake = intake;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** Enters a complaint, a report, or both at once (Art 9), and routes them by place. */
    @POST
    @WithTransaction
    @RolesAllowed({"INTAKE", "INTEGRATION"})
    @Operation(summary = "登记投诉、举报或者混合提出的投诉举报 / Enter a complaint, a report or a mixed filing")
    @APIResponse(
            responseCode = "201",
            description = "已登记并分送 / entered and routed",
            content = @Content(schema = @Schema(implementation = RegisteredFilings.class)))
    public Uni<Response> register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交登记内容。") FilingRequest request) {
        Caller caller = callers.current();
        refuseOthers(caller);
        return idempotency.once(
                caller,
                key,
                "filings.register",
                request,
                () -> enter(caller, request),
                answer -> record(caller, answer));
    }

    private Uni<Answer> enter(Caller caller, FilingRequest request) {
        Submission submission = FormReader.read(request, caller, places, clock.instant());
        return intake.enter(caller, submission)
                .map(entered -> Answer.created(location(entered), entered));
    }

    private Uni<Void> record(Caller caller, Answer answer) {
        return intake.record(
                caller, List.of((RegisteredFilings) Objects.requireNonNull(answer.body())));
    }

    private static String location(RegisteredFilings entered) {
        RegisteredFiling first = entered.filings().get(0);
        return (first.kind() == FilingKind.COMPLAINT ? "/v1/complaints/" : "/v1/reports/")
                + first.id();
    }

    /** Bureaus enter by people of the intake unit, platforms by their client; nobody else. */
    static void refuseOthers(Caller caller) {
        boolean bureau = (caller.isCity() || caller.isDistrict()) && caller.has(Role.INTAKE);
        boolean platform =
                caller.kind() == OrganisationKind.PLATFORM && caller.has(Role.INTEGRATION);
        if (!bureau && !platform) {
            throw new Forbidden(
                    "只有登记人员或者电商平台可以登记投诉举报。", "Only intake units and platforms may enter filings.");
        }
    }
}
