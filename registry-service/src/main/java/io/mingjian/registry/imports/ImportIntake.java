package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.refusal.UnsupportedMedia;
import io.mingjian.kit.session.Aside;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.kit.table.Upload;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.imports.ImportViews.ImportView;
import io.mingjian.registry.imports.StagedRows.Figures;
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

/** HTTP door: files come in, and files go back out. On worker threads, because files are slow. */
@Path("/v1/imports")
@Tag(name = "批量导入 Imports")
public class ImportIntake {
    private static final String ACCEPTED = "XLSX, CSV（文件内容直接作为请求体）";
    private static final String UNNAMED = "未命名";
    private static final int LONGEST_NAME = 200;

    private final Imports imports;
    private final StagedFiles files;
    private final ErrorFile errorFile;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Callers callers;
    private final Work work;
    private final ImportSettings settings;
    private final Clock clock;

    ImportIntake(
            Imports imports,
            StagedFiles files,
            ErrorFile errorFile,
            Idempotency idempotency,
            Audit audit,
            Callers callers,
            Work work,
            ImportSettings settings,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.errorFile = errorFile;
        this.idempotency = idempotency;
        this.audit = audit;
        this.callers = callers;
        this.work = work;
        this.settings = settings;
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
        refuseForms(type);
        String name = name(fileName);
        long most = settings.mostBytes().asLongValue();
        try (Upload upload = Upload.take(body, length, most)) {
            List<Integer> pieces = upload.pieces(StagedFiles.PIECE);
            UUID id = Ids.next();
            return work.transaction(
                            () ->
                                    idempotency.answerOnce(
                                            caller,
                                            key,
                                            "imports.receive",
                                            upload.sha256() + "|" + name + "|" + kind,
                                            () -> stage(caller, id, kind, name, upload, pieces),
                                            answer -> record(caller, id)))
                    .toResponse();
        }
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
        SheetWriter.Format wanted = format(format);
        ImportJob job =
                work.transaction(
                        () ->
                                imports.require(caller, imports.parse(id))
                                        .call(found -> recordLook(caller, found.id())));
        return file(errorFile.of(caller, job, wanted), wanted, "errors-" + job.id());
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
        SheetWriter.Format wanted = format(format);
        return file(errorFile.template(ImportKind.of(kind), wanted), wanted, "template");
    }

    private Uni<Answer> stage(
            Caller caller,
            UUID id,
            ImportKind kind,
            String name,
            Upload upload,
            List<Integer> pieces) {
        ImportJob job = ImportJob.taken(id, kind, caller, name, clock.instant());
        Uni<Void> done = imports.add(caller, job);
        for (int seq : pieces) {
            done =
                    done.chain(
                                    () ->
                                            Aside.run(
                                                    () ->
                                                            files.seal(
                                                                    upload.piece(
                                                                            seq, StagedFiles.PIECE),
                                                                    id,
                                                                    seq)))
                            .chain(piece -> files.add(caller, id, seq, piece));
        }
        return done.map(
                all ->
                        new Answer(
                                202,
                                "/v1/imports/" + id,
                                null,
                                ImportView.of(job, new Figures(0, 0, 0, 0), List.of(), caller)));
    }

    private Uni<Void> record(Caller caller, UUID id) {
        return audit.record(caller, AuditEntry.of("import.receive", "import", id.toString()));
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

    private static SheetWriter.Format format(@Nullable String given) {
        return SheetWriter.Format.of(given == null ? "csv" : given)
                .orElseThrow(
                        () ->
                                new Malformed(
                                        new FieldError(
                                                "/format",
                                                "unknown-code",
                                                "格式可用：csv、xlsx。",
                                                "Use csv or xlsx.")));
    }

    private static Response file(byte[] bytes, SheetWriter.Format format, String name) {
        return Response.ok(bytes)
                .type(format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name + format.suffix() + "\"")
                .build();
    }
}
