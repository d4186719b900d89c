package io.mingjian.monitoring.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.UnsupportedMedia;
import io.mingjian.kit.session.Aside;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.kit.table.Upload;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.mingjian.monitoring.instruction.Commissions;
import io.mingjian.monitoring.instruction.Order;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
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
import java.util.List;
import java.util.Locale;
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
    private static final String ACCEPTED = "XLSX, CSV（文件内容直接作为请求体）";
    private static final String UNNAMED = "未命名";
    private static final int LONGEST_NAME = 200;

    private final LeadImports imports;
    private final LeadImportFiles files;
    private final ImportLook look;
    private final ImportFiles outgoing;
    private final Commissions commissions;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    LeadImportIntake(
            LeadImports imports,
            LeadImportFiles files,
            ImportLook look,
            ImportFiles outgoing,
            Commissions commissions,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.look = look;
        this.outgoing = outgoing;
        this.commissions = commissions;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a file; it is read in the background. Refused before its first byte is read. */
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
        if (!work.transaction(() -> idempotency.isRepeated(caller, key, operation))) {
            work.transaction(() -> commissions.requireOpen(caller, instruction));
        }
        refuseForms(type);
        String name = name(fileName);
        try (Upload upload = Upload.take(body, length, settings.mostBytes().asLongValue())) {
            List<Integer> pieces = upload.pieces(LeadImportFiles.PIECE);
            UUID id = Ids.next();
            return work.transaction(
                            () ->
                                    idempotency.answerOnce(
                                            caller,
                                            key,
                                            operation,
                                            upload.sha256() + "|" + name,
                                            () ->
                                                    stage(
                                                            caller,
                                                            LeadImport.taken(
                                                                    id,
                                                                    instruction,
                                                                    caller,
                                                                    name,
                                                                    clock.instant()),
                                                            upload,
                                                            pieces),
                                            answer -> record(caller, id)))
                    .toResponse();
        }
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
        SheetWriter.Format wanted = ImportFiles.format(format);
        Order order = work.transaction(() -> commissions.requireOpen(caller, instruction));
        return outgoing.template(order.requiredFields(), wanted, "legend".equals(sheet));
    }

    private Uni<Answer> stage(Caller caller, LeadImport job, Upload upload, List<Integer> pieces) {
        Uni<Void> done = imports.add(caller, job);
        for (int seq : pieces) {
            done =
                    done.chain(() -> Aside.run(() -> upload.piece(seq, LeadImportFiles.PIECE)))
                            .chain(piece -> files.add(caller, job.id(), seq, piece));
        }
        return done.chain(() -> look.at(caller, job))
                .map(view -> new Answer(202, "/v1/lead-imports/" + job.id(), null, view));
    }

    private Uni<Void> record(Caller caller, UUID id) {
        return audit.record(
                caller, AuditEntry.of("lead-import.receive", "lead-import", id.toString()));
    }

    private static void refuseForms(@Nullable String type) {
        String given = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
        if (given.startsWith("multipart/")
                || given.startsWith("application/json")
                || given.startsWith("application/x-www-form-urlencoded")) {
            throw new UnsupportedMedia(ACCEPTED);
        }
    }

    private static String name(@Nullable String given) {
        String name = given == null ? "" : given.strip().replaceAll("[\\p{Cntrl}/\\\\]", "");
        if (name.isEmpty()) {
            return UNNAMED;
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
