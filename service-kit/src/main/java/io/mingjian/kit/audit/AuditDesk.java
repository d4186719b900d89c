package io.mingjian.kit.audit;

import io.mingjian.kit.audit.Audit.ChainState;
import io.mingjian.kit.audit.Audit.Stored;
import io.mingjian.kit.caller.Callers;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door for auditors: the entries, and whether the chain holds. */
@Path("/v1/audit")
@RolesAllowed("AUDITOR")
@Tag(name = "audit")
public class AuditDesk {
    private static final int MOST = 200;

    private final Audit audit;
    private final Callers callers;

    AuditDesk(Audit audit, Callers callers) {
        this.audit = audit;
        this.callers = callers;
    }

    /** The chain's state as an answer. */
    public record Verification(
            boolean intact, long entries, String headHash, @Nullable Long brokenAt) {}

    @GET
    @Path("/verification")
    @WithSession
    @Operation(summary = "校验审计链 / Recompute the audit chain")
    public Uni<Verification> verify() {
        callers.requireCity();
        return audit.verify().map(AuditDesk::view);
    }

    @GET
    @Path("/entries")
    @WithSession
    @Operation(summary = "审计记录 / Audit entries in chain order")
    public Uni<List<Stored>> entries(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("objectId") @Nullable String objectId) {
        callers.requireCity();
        return audit.read(after, Math.min(Math.max(limit, 1), MOST), objectId);
    }

    private static Verification view(ChainState state) {
        return new Verification(
                state.intact(), state.entries(), state.headHash(), state.brokenAt());
    }
}
