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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * HTTP door: an assistance letter as a file. Who asks first orders the printing and is told to ask
 * again; whoever asks later gets the same bytes each time.
 */
@Path("/v1/letters/{letterId}")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Produces({PaperFormat.PORTABLE, PaperFormat.WORD, MediaType.APPLICATION_JSON})
@Tag(name = "文书 Papers")
public class LetterPapers {
    private final PaperDesk desk;
    private final PaperCounter counter;

    LetterPapers(PaperDesk desk, PaperCounter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    @GET
    @Path("/paper")
    @WithTransaction
    @Operation(
            operationId = "getLetterPaper",
            summary = "下载协助函（pdf 或者 docx） / The assistance letter as a file",
            description = "发函单位、市局和收函平台可取；未签发的返回409。首次请求返回202。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PaperFormat.PORTABLE),
                @Content(mediaType = PaperFormat.WORD)
            })
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = PaperProgress.class)))
    public Uni<Response> letter(
            @PathParam("letterId") String letterId, @QueryParam("format") @Nullable String format) {
        return counter.handOut(
                PaperKind.ASSISTANCE_LETTER,
                format,
                caller -> desk.assistanceLetter(caller, Ids.parse(letterId, "协助函", "letter")));
    }
}
