package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.imports.Incoming;
import io.mingjian.kit.imports.Outgoing;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.registry.imports.ImportViews.ImportView;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: files come in, and files go back out. On worker threads, because files are slow. */
@Path("/v1/imports")
@Tag(name = "批量导入 Imports")
public class ImportIntake {
    private static final String SHEET = "投诉举报";

    private final Imports<ImportJob> imports;
    private final ImportWork kinds;
    private final Audit audit;
    private final Callers callers;
    private final Work work;
    private final Clock clock;

    ImportIntake(ImportWork kinds, Audit audit, Callers callers, Work work, Clock clock) {
        this.imports = kinds.imports();
        this.kinds = kinds;
        this.audit = audit;
        this.callers = callers;
        this.work = work;
        this.clock = clock;
    }

    /** Takes a file; it is read in the background. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(
            summary =
                    "上传批量登记文件或者外来名录文件 / Send a file: XLSX or CSV; up to 50,000 filings or 10,000 entries of another list")
    @APIResponse(
            responseCode = "202",
            description = "已接收，后台读取 / taken, is read in the background",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response receive(
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @QueryParam("fileName") @Nullable String fileName,
            @QueryParam("kind") @Nullable String kindName,
            InputStream body)
            throws IOException {
        Caller caller = callers.current();
        ImportKind kind = ImportKind.of(kindName);
        refuseOthers(caller, kind);
        Incoming file = Incoming.of(Incoming.TABLES, type, length, key, fileName, body);
        return imports.receive(
                caller,
                file,
                "imports.receive",
                "|" + kind,
                id -> new ImportJob(id, kind, caller, file.fileName(), clock.instant()),
                job ->
                        imports.figures(caller, job)
                                .map(none -> ImportView.of(job, none, List.of(), caller)));
    }

    /** The faulty rows as they came, to be mended and sent again. */
    @GET
    @Path("/{id}/errors")
    @Blocking
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "下载有误的行及其错误 / The faulty rows with what is wrong with them")
    @APIResponse(responseCode = "200", description = "CSV 或者 XLSX 文件 / a file")
    public Response errors(
            @PathParam("id") String id, @QueryParam("format") @Nullable String format)
            throws IOException {
        Caller caller = callers.current();
        SheetWriter.Format wanted = Outgoing.format(format, SheetWriter.Format.CSV);
        ImportJob job =
                work.transaction(
                        () ->
                                imports.require(caller, id)
                                        .call(found -> recordLook(caller, found.id())));
        return imports.errors(caller, job, SHEET, wanted);
    }

    /** The empty file with its headings and one line as an example. */
    @GET
    @Path("/template")
    @Blocking
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "下载导入模板 / The template")
    @APIResponse(responseCode = "200", description = "CSV 或者 XLSX 文件 / a file")
    public Response template(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("format") @Nullable String format)
            throws IOException {
        SheetWriter.Format wanted = Outgoing.format(format, SheetWriter.Format.CSV);
        List<Column> columns = kinds.rows(ImportKind.of(kind)).columns().all();
        try (SheetWriter writer = wanted.writer(SHEET)) {
            writer.line(columns.stream().map(Column::heading).toList());
            writer.line(columns.stream().map(Column::example).toList());
            return Outgoing.file(writer.bytes(), wanted, "template");
        }
    }

    /** What comes back in this file is what people said about themselves. */
    private Uni<Void> recordLook(Caller caller, UUID id) {
        return audit.record(
                caller,
                AuditEntry.of("import.errors", "import", id.toString()).forPurpose("取回有误的行以便更正"));
    }

    private static void refuseOthers(Caller caller, ImportKind kind) {
        if (!kind.admits(caller)) {
            throw new Forbidden(
                    kind == ImportKind.FILINGS
                            ? "只有登记人员或者电商平台可以批量登记投诉举报。"
                            : "只有市场监管部门的审核人可以导入外来名录。",
                    kind == ImportKind.FILINGS
                            ? "Only intake units and platforms may enter filings."
                            : "Only reviewers of a bureau may import lists.");
        }
    }
}
