package io.mingjian.monitoring.paper;

import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.paper.PaperViews.PaperProgress;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: papers of a lead as files. Who asks first orders the printing and is told to ask
 * again; whoever asks later gets the same bytes each time.
 */
@Path("/v1/leads/{leadId}")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Produces({PaperFormat.PORTABLE, PaperFormat.WORD, MediaType.APPLICATION_JSON})
@Tag(name = "文书 Papers")
public class LeadPapers {
    private final PaperDesk desk;
    private final PaperCounter counter;

    LeadPapers(PaperDesk desk, PaperCounter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    @GET
    @Path("/assignment-notice")
    @WithTransaction
    @Operation(
            operationId = "getAssignmentNotice",
            summary = "下载线索分派单（pdf 或者 docx） / The assignment notice as a file",
            description = "区局只能取发给本局的一份。首次请求返回202。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PaperFormat.PORTABLE),
                @Content(mediaType = PaperFormat.WORD)
            })
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = PaperProgress.class)))
    public Uni<Response> assignmentNotice(
            @PathParam("leadId") String leadId, @QueryParam("format") @Nullable String format) {
        return counter.handOut(
                PaperKind.ASSIGNMENT_NOTICE,
                format,
                caller -> desk.assignmentNotice(caller, lead(leadId)));
    }

    @GET
    @Path("/feedback-form")
    @WithTransaction
    @Operation(
            operationId = "getFeedbackForm",
            summary = "下载处置反馈表（pdf 或者 docx） / The feedback form as a file",
            description = "区局只能取本局反馈的；round 缺省为可取的最近一次。首次请求返回202。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PaperFormat.PORTABLE),
                @Content(mediaType = PaperFormat.WORD)
            })
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = PaperProgress.class)))
    public Uni<Response> feedbackForm(
            @PathParam("leadId") String leadId,
            @QueryParam("format") @Nullable String format,
            @QueryParam("round") @Nullable Integer round) {
        return counter.handOut(
                PaperKind.FEEDBACK_FORM,
                format,
                caller -> desk.feedbackForm(caller, lead(leadId), round));
    }

    private static UUID lead(String text) {
        return Ids.parse(text, "监测线索", "lead");
    }
}
