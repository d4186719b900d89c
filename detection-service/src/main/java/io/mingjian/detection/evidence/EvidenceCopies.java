package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Looks.Look;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the picture itself is looked at, as a copy. */
@Path("/v1/evidence/{id}/content")
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EvidenceCopies {
    private final Callers callers;
    private final Looks looks;

    EvidenceCopies(Callers callers, Looks looks) {
        this.callers = callers;
        this.looks = looks;
    }

    /**
     * The served copy.
     *
     * @param disposition {@code inline} to look, {@code attachment} to take a copy away
     */
    @GET
    @Produces({"image/jpeg", "application/problem+json"})
    @Operation(summary = "查看副本（JPEG，长边不超过 2048，无元数据）/ Copy without metadata, long side up to 2048")
    public Uni<Response> content(
            @PathParam("id") String id,
            @QueryParam("disposition") @DefaultValue("inline") String disposition,
            @QueryParam("purpose") @DefaultValue("办案查看") String purpose) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        boolean export = exports(disposition);
        String stated = Purpose.of(purpose);
        Look look = export ? Look.export(stated, "served copy") : Look.view(stated, "served copy");
        return looks.copy(caller, evidenceId, look)
                .map(
                        copy ->
                                Sealed.answer(copy, "image/jpeg")
                                        .header(
                                                "Content-Disposition",
                                                (export ? "attachment" : "inline")
                                                        + "; filename=\"evidence-"
                                                        + evidenceId
                                                        + ".jpg\"")
                                        .header("Cache-Control", "private, no-store")
                                        .build());
    }

    private static boolean exports(String disposition) {
        return switch (disposition) {
            case "inline" -> false;
            case "attachment" -> true;
            default ->
                    throw new Malformed(
                            new FieldError(
                                    "/disposition",
                                    "unknown-code",
                                    "可用：inline、attachment。",
                                    "Use inline or attachment."));
        };
    }
}
