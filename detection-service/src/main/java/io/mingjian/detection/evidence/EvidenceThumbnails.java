package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Looks.Look;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where lists of evidence get their small pictures. */
@Path("/v1/evidence/{id}/thumbnail")
@Tag(name = "evidence")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
public class EvidenceThumbnails {
    static final int SMALLEST = 32;
    static final int LARGEST = 640;

    /** A browser asks again after five minutes, in which a grant may have ended. */
    private static final String CACHED = "private, max-age=300";

    private static final String PURPOSE = "浏览列表";

    private final Callers callers;
    private final Evidences evidences;
    private final Looks looks;

    EvidenceThumbnails(Callers callers, Evidences evidences, Looks looks) {
        this.callers = callers;
        this.evidences = evidences;
        this.looks = looks;
    }

    /**
     * A small copy. What a browser still has is not drawn and not noted again: nothing goes out.
     *
     * @param size of the long side in pixels
     */
    @GET
    @Produces({"image/jpeg", "application/problem+json"})
    @Operation(summary = "缩略图（JPEG，长边 32 至 640，无元数据）/ Thumbnail, long side 32 to 640")
    public Uni<Response> thumbnail(
            @PathParam("id") String id,
            @QueryParam("size") @DefaultValue("160") int size,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Caller caller = callers.current();
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        if (size < SMALLEST || size > LARGEST) {
            throw new Malformed(
                    new FieldError(
                            "/size", "range", "长边须为 32 至 640 像素。", "Size is 32 to 640 pixels."));
        }
        String tag = "\"" + evidenceId + "-" + size + "\"";
        return tag.equals(known)
                ? unchanged(caller, evidenceId, tag)
                : drawn(caller, evidenceId, size, tag);
    }

    private Uni<Response> unchanged(Caller caller, UUID id, String tag) {
        return Panache.withSession(
                        () -> evidences.require(id, caller).invoke(Evidence::requireContent))
                .map(
                        still ->
                                Response.notModified()
                                        .header("ETag", tag)
                                        .header("Cache-Control", CACHED)
                                        .build());
    }

    private Uni<Response> drawn(Caller caller, UUID id, int size, String tag) {
        return looks.thumbnail(caller, id, Look.view(PURPOSE, "thumbnail, long side:" + size), size)
                .map(
                        copy ->
                                Sealed.answer(copy, "image/jpeg")
                                        .header("ETag", tag)
                                        .header("Cache-Control", CACHED)
                                        .build());
    }
}
