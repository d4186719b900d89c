package io.mingjian.detection.retention;

import io.mingjian.detection.evidence.EvidenceKeeping;
import io.mingjian.detection.retention.RetentionViews.RetentionView;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where somebody reads until when a piece of evidence is kept. */
@Path("/v1/evidence/{id}/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class RetentionDoor {
    private final EvidenceKeeping keeping;
    private final Callers callers;

    RetentionDoor(EvidenceKeeping keeping, Callers callers) {
        this.keeping = keeping;
        this.callers = callers;
    }

    @GET
    @WithSession
    @Operation(summary = "证据的保存期限 / Why a piece of evidence is kept, and until when")
    public Uni<RetentionView> show(@PathParam("id") String id) {
        return keeping.require(Ids.parse(id, "证据", "evidence"), callers.current())
                .map(RetentionView::of);
    }
}
