package io.mingjian.detection.evidence;

import io.mingjian.detection.evidence.Looks.Look;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Forbidden;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the sealed original leaves the suite: for few, with reasons, and never to be shown. */
@Path("/v1/evidence/{id}/original")
@Tag(name = "evidence")
@RolesAllowed({"REVIEWER", "HEAD"})
public class EvidenceOriginals {
    private final Callers callers;
    private final Looks looks;

    EvidenceOriginals(Callers callers, Looks looks) {
        this.callers = callers;
        this.looks = looks;
    }

    /**
     * Why somebody needs the original.
     *
     * @param reasons in own words; they go into the chain of custody
     */
    public record OriginalRequest(
            @NotBlank(message = "请说明调取原始文件的理由。") @Size(max = 200, message = "理由不超过 200 个字。")
                    String reasons) {}

    /** The bytes as they came in. They may be hostile, so no browser is told what they are. */
    @POST
    @Produces({"application/octet-stream", "application/problem+json"})
    @Operation(summary = "调取封存的原始文件 / Take the sealed original, with reasons")
    public Uni<Response> original(
            @PathParam("id") String id,
            @NotNull(message = "请提交请求内容。") @Valid OriginalRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity() && !caller.isDistrict()) {
            throw new Forbidden("原始文件仅供市场监督管理部门调取。", "Originals are for bureaus.");
        }
        UUID evidenceId = Ids.parse(id, "证据", "evidence");
        Look look =
                new Look(
                        CustodyAct.EXPORTED,
                        "evidence.take-original",
                        request.reasons().strip(),
                        "original");
        return looks.original(caller, evidenceId, look)
                .map(
                        bytes ->
                                Sealed.answer(bytes, "application/octet-stream")
                                        .header(
                                                "Content-Disposition",
                                                "attachment; filename=\"evidence-"
                                                        + evidenceId
                                                        + ".bin\"")
                                        .header("Cache-Control", "private, no-store")
                                        .build());
    }
}
