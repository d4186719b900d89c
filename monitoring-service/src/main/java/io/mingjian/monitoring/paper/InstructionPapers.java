package io.mingjian.monitoring.paper;

import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.paper.PaperViews.PaperProgress;
import io.mingjian.paper.SheetFile;
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
 * HTTP door: papers of an instruction as files. Who asks first orders the printing and is told to
 * ask again; whoever asks later gets the same bytes each time.
 */
@Path("/v1/instructions")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Produces({
    PaperFormat.PORTABLE,
    PaperFormat.WORD,
    SheetFile.MEDIA_TYPE,
    MediaType.APPLICATION_JSON
})
@Tag(name = "文书 Papers")
public class InstructionPapers {
    private final PaperDesk desk;
    private final PaperCounter counter;

    InstructionPapers(PaperDesk desk, PaperCounter counter) {
        this.desk = desk;
        this.counter = counter;
    }

    @GET
    @Path("/{instructionId}/paper")
    @WithTransaction
    @Operation(
            operationId = "getInstructionPaper",
            summary = "下载监测指令单（pdf 或者 docx） / The instruction document as a file",
            description = "市局可取存档件或者发给某机构的一份；机构只能取发给本机构的一份。首次请求返回202。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PaperFormat.PORTABLE),
                @Content(mediaType = PaperFormat.WORD)
            })
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = PaperProgress.class)))
    public Uni<Response> instruction(
            @PathParam("instructionId") String instructionId,
            @QueryParam("format") @Nullable String format,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("agency") @Nullable String agency) {
        return counter.handOut(
                PaperKind.INSTRUCTION,
                format,
                caller -> desk.instruction(caller, instruction(instructionId), version, agency));
    }

    @GET
    @Path("/{instructionId}/report")
    @WithTransaction
    @Operation(
            operationId = "getClosingReport",
            summary = "下载监测指令办结报告（pdf 或者 xlsx） / The closing report as a file",
            description = "仅限市局；指令办结后自动生成，生成期间返回202及进度。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PaperFormat.PORTABLE),
                @Content(mediaType = SheetFile.MEDIA_TYPE)
            })
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = PaperProgress.class)))
    public Uni<Response> report(
            @PathParam("instructionId") String instructionId,
            @QueryParam("format") @Nullable String format) {
        return counter.handOut(
                PaperKind.CLOSING_REPORT,
                format,
                caller -> desk.report(caller, instruction(instructionId)));
    }

    private static UUID instruction(String text) {
        return Ids.parse(text, "监测指令", "instruction");
    }
}
