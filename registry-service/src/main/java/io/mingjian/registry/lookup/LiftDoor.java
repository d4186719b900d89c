package io.mingjian.registry.lookup;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.code.Faults;
import io.mingjian.registry.lookup.LookupViews.LiftRequest;
import io.mingjian.registry.lookup.LookupViews.LiftView;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city lets somebody ask again who had reached a limit. */
@Path("/v1/lookup-lifts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "异常名录查询 Look-ups")
public class LiftDoor {
    private final LookupLimits limits;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;

    LiftDoor(LookupLimits limits, Idempotency idempotency, Audit audit, Callers callers) {
        this.limits = limits;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
    }

    /** The count of an organisation, or of one of its people, begins anew. */
    @POST
    @WithTransaction
    @RolesAllowed({"HEAD", "SECURITY_ADMIN"})
    @Operation(summary = "解除查询次数限制并说明理由 / Lift a limit of look-ups, with reasons")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = LiftView.class)))
    public Uni<Response> lift(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交请求内容。") LiftRequest request) {
        Caller caller = callers.requireCity();
        LiftView lift = read(request);
        return idempotency.once(
                caller,
                key,
                "lookups.lift",
                request,
                () ->
                        limits.lift(caller, lift.organisation(), lift.userId(), lift.reasons())
                                .replaceWith(new Answer(201, null, null, lift)),
                answer ->
                        audit.record(
                                caller,
                                AuditEntry.of("lookup.lift", "organisation", lift.organisation())
                                        .forPurpose(lift.reasons())
                                        .changing(null, lift)));
    }

    private static LiftView read(LiftRequest request) {
        Faults faults = new Faults();
        Optional<String> organisation =
                faults.required("/organisation", request.organisation(), 100, "机构");
        Optional<String> userId = faults.optional("/userId", request.userId(), 100, "人员");
        Optional<String> reasons = faults.required("/reasons", request.reasons(), 500, "理由");
        faults.refuseIfAny();
        return new LiftView(organisation.orElseThrow(), userId.orElse(null), reasons.orElseThrow());
    }
}
