package io.mingjian.monitoring.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.imports.ImportViews.LeadImportRowView;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.mingjian.monitoring.imports.LeadImportRows.RowState;
import io.mingjian.monitoring.imports.LeadImportRows.StagedRow;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what the agency looks at in an import, and what it decides about it. */
@Path("/v1/lead-imports/{importId}")
@RolesAllowed({"HANDLER", "INTEGRATION"})
@Tag(name = "线索导入 Lead imports")
public class LeadImportDoor {
    private final LeadImports imports;
    private final LeadImportFiles files;
    private final LeadImportRows rows;
    private final ImportLook look;
    private final ImportFiles outgoing;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final Work work;
    private final Clock clock;

    LeadImportDoor(
            LeadImports imports,
            LeadImportFiles files,
            LeadImportRows rows,
            ImportLook look,
            ImportFiles outgoing,
            Audit audit,
            Callers callers,
            Cursors cursors,
            Work work,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.look = look;
        this.outgoing = outgoing;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.work = work;
        this.clock = clock;
    }

    /** Where it stands: the figures, the first rows and the first errors. */
    @GET
    @WithSession
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "showLeadImport",
            summary = "查看导入进度与预览 / Progress, first rows and first errors")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    public Uni<Response> show(@PathParam("importId") String id) {
        Caller caller = callers.current();
        return imports.require(caller, imports.parse(id)).chain(job -> answer(caller, job));
    }

    /** Its rows of one state, or all. */
    @GET
    @Path("/rows")
    @WithSession
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listLeadImportRows", summary = "分页查看各行及其错误 / Rows and their errors")
    public Uni<Page<LeadImportRowView>> rows(
            @PathParam("importId") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        RowState wanted = rowState(state);
        int limit = Page.limit(asked);
        String filter = "lead-imports|" + id + "|" + wanted;
        int after =
                cursor == null
                        ? 0
                        : Integer.parseInt(
                                cursors.read(caller, filter, cursor).getOrDefault("row", "0"));
        return imports.require(caller, imports.parse(id))
                .chain(job -> rows.page(caller, job.id(), wanted, after, limit + 1))
                .map(found -> page(caller, filter, found, limit));
    }

    /** The faulty rows as they came, to be mended and sent again. */
    @GET
    @Path("/errors")
    @Blocking
    @Operation(
            operationId = "leadImportErrors",
            summary = "下载有误的行及其错误 / The faulty rows with what is wrong with them")
    @APIResponse(responseCode = "200", description = "CSV 或者 XLSX 文件 / a file")
    public Response errors(
            @PathParam("importId") String id, @QueryParam("format") @Nullable String format)
            throws IOException {
        Caller caller = callers.current();
        SheetWriter.Format wanted = ImportFiles.format(format);
        LeadImport job = work.session(() -> imports.require(caller, imports.parse(id)));
        return outgoing.errors(caller, job, wanted);
    }

    /** The good rows are to be entered. */
    @POST
    @Path("/commit")
    @WithTransaction
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "commitLeadImport", summary = "确认登记无误的行 / Enter the good rows")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    public Uni<Response> commit(
            @PathParam("importId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return take(id, ifMatch, 202, LeadImport::commit);
    }

    /** It is given up; what was entered stays. */
    @POST
    @Path("/cancellation")
    @WithTransaction
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "cancelLeadImport", summary = "取消导入 / Give it up")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    public Uni<Response> cancel(
            @PathParam("importId") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return take(id, ifMatch, 200, (job, caller) -> job.cancel(caller, clock.instant()));
    }

    private interface Step {
        Transition<ImportState, ImportStep> take(LeadImport job, Caller caller);
    }

    private Uni<Response> take(String id, @Nullable String ifMatch, int status, Step step) {
        Caller caller = callers.current();
        return imports.require(caller, imports.parse(id))
                .invoke(job -> Etags.check(ifMatch, job.version()))
                .call(job -> finish(caller, job, step.take(job, caller)))
                .chain(job -> answer(caller, job))
                .map(answer -> Response.fromResponse(answer).status(status).build());
    }

    /** A file that nobody reads any more is not kept. */
    private Uni<Void> finish(
            Caller caller, LeadImport job, Transition<ImportState, ImportStep> taken) {
        String action = "lead-import." + taken.step().name().toLowerCase(Locale.ROOT);
        return files.remove(caller, job.id())
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(action, "lead-import", job.id().toString())
                                                .changing(taken.from(), taken.to())));
    }

    private Uni<Response> answer(Caller caller, LeadImport job) {
        return look.at(caller, job).map(view -> Answer.ok(job.version(), view).toResponse());
    }

    private Page<LeadImportRowView> page(
            Caller caller, String filter, List<StagedRow> found, int limit) {
        List<StagedRow> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller,
                                filter,
                                Map.of("row", String.valueOf(shown.get(limit - 1).rowNo())))
                        : null;
        return new Page<>(shown.stream().map(LeadImportRowView::of).toList(), next);
    }

    private static @Nullable RowState rowState(@Nullable String given) {
        if (given == null) {
            return null;
        }
        for (RowState each : RowState.values()) {
            if (each.name().equalsIgnoreCase(given)) {
                return each;
            }
        }
        throw new Malformed(
                new FieldError(
                        "/state",
                        "unknown-code",
                        "状态可用：good、bad、entered、repeated。",
                        "Use good, bad, entered or repeated."));
    }
}
