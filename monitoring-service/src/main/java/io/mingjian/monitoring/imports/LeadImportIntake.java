package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.imports.Incoming;
import io.mingjian.kit.imports.Outgoing;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Mandate;
import io.mingjian.monitoring.instruction.Order;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: files of findings come in under an instruction. On worker threads: files are slow. */
@Path("/v1/instructions/{instructionId}/lead-imports")
@RolesAllowed({"HANDLER", "INTEGRATION"})
@Tag(name = "线索导入 Lead imports")
public class LeadImportIntake {
    private final Imports<LeadImport> imports;
    private final ImportLook look;
    private final Commissions commissions;
    private final Callers callers;
    private final Work work;
    private final Clock clock;

    LeadImportIntake(
            LeadImportWork imports,
            ImportLook look,
            Commissions commissions,
            Callers callers,
            Work work,
            Clock clock) {
        this.imports = imports.imports();
        this.look = look;
        this.commissions = commissions;
        this.callers = callers;
        this.work = work;
        this.clock = clock;
    }

    /**
     * Takes a file; it is read in the background. Refused before its first byte is read; under an
     * order that is over only if nothing in the file can be a repetition.
     */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receiveLeadImport",
            summary = "上传线索文件 / Send a file of findings: XLSX or CSV, up to 50,000 rows",
            description = "文件内容直接作为请求体；后台读取后给出预览，由报送机构确认后登记。")
    @APIResponse(
            responseCode = "202",
            description = "已接收，后台读取 / taken, is read in the background",
            content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    public Response receive(
            @PathParam("instructionId") String instructionId,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("fileName") @Nullable String fileName,
            InputStream body)
            throws IOException {
        Caller caller = callers.current();
        UUID instruction = Ids.parse(instructionId, "监测指令", "instruction");
        String operation = "lead-imports.receive " + instruction;
        if (!imports.isRepeated(caller, key, operation)) {
            work.transaction(
                    () ->
                            commissions
                                    .requireMandate(caller, instruction)
                                    .map(Mandate::requireOpenOrUsed));
        }
        Incoming file = Incoming.of(Incoming.TABLES, type, length, key, fileName, body);
        return imports.receive(
                caller,
                file,
                operation,
                "",
                id ->
                        new LeadImport(
                                id, instruction, null, caller, file.fileName(), clock.instant()),
                job -> look.at(caller, job));
    }

    /** The empty file with its headings, one line as an example, and the legend. */
    @GET
    @Path("/template")
    @Blocking
    @Operation(
            operationId = "leadImportTemplate",
            summary = "下载导入模板及填写说明 / The template with its legend",
            description = "format=xlsx 或 csv；csv 的填写说明用 sheet=legend 另行下载。")
    @APIResponse(responseCode = "200", description = "CSV 或者 XLSX 文件 / a file")
    public Response template(
            @PathParam("instructionId") String instructionId,
            @QueryParam("format") @Nullable String format,
            @QueryParam("sheet") @Nullable String sheet)
            throws IOException {
        Caller caller = callers.current();
        UUID instruction = Ids.parse(instructionId, "监测指令", "instruction");
        SheetWriter.Format wanted = Outgoing.format(format, SheetWriter.Format.XLSX);
        Order order = work.transaction(() -> commissions.requireOpen(caller, instruction));
        return LeadImportTemplate.file(order, wanted, "legend".equals(sheet));
    }
}
