package io.mingjian.registry.imports;

import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Etags;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.imports.ImportViews.ImportRowView;
import io.mingjian.registry.imports.ImportViews.ImportView;
import io.mingjian.registry.imports.StagedRows.RowState;
import io.mingjian.registry.imports.StagedRows.StagedRow;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
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

/** HTTP door: what people look at in an import, and what they decide about it. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "批量导入 Imports")
public class ImportDoor {
    private static final int FIRST_ERRORS = 20;

    private final Imports imports;
    private final StagedFiles files;
    private final StagedRows rows;
    private final Audit audit;
    private final Callers callers;
    private final Cursors cursors;
    private final Clock clock;

    ImportDoor(
            Imports imports,
            StagedFiles files,
            StagedRows rows,
            Audit audit,
            Callers callers,
            Cursors cursors,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.rows = rows;
        this.audit = audit;
        this.callers = callers;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** Where it stands: the figures and the first errors. */
    @GET
    @Path("/{id}")
    @WithSession
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "查看导入进度 / Progress and first errors")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> show(@PathParam("id") String id) {
        Caller caller = callers.current();
        return imports.require(caller, imports.parse(id)).chain(job -> answer(caller, job));
    }

    /** Its rows of one state, without what they say. */
    @GET
    @Path("/{id}/rows")
    @WithSession
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "分页查看各行及其错误 / Rows and their errors")
    public Uni<Page<ImportRowView>> rows(
            @PathParam("id") String id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer asked) {
        Caller caller = callers.current();
        RowState wanted = rowState(state);
        int limit = Page.limit(asked);
        String filter = "imports|" + id + "|" + wanted;
        int after =
                cursor == null
                        ? 0
                        : Integer.parseInt(
                                cursors.read(caller, filter, cursor).getOrDefault("row", "0"));
        return imports.require(caller, imports.parse(id))
                .chain(job -> rows.page(caller, job.id(), wanted, after, limit + 1))
                .map(found -> page(caller, filter, found, limit));
    }

    /** The good rows are to be entered. */
    @POST
    @Path("/{id}/commit")
    @WithTransaction
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "确认登记无误的行 / Enter the good rows")
    @APIResponse(
            responseCode = "202",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> commit(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return take(id, ifMatch, 202, ImportJob::commit);
    }

    /** It is given up; what was entered stays. */
    @POST
    @Path("/{id}/cancellation")
    @WithTransaction
    @RolesAllowed({"INTAKE", "INTEGRATION", "REVIEWER"})
    @Operation(summary = "取消导入 / Give it up")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Uni<Response> cancel(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return take(id, ifMatch, 200, (job, caller) -> job.cancel(caller, clock.instant()));
    }

    private interface Step {
        Transition<ImportState, ImportStep> take(ImportJob job, Caller caller);
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
            Caller caller, ImportJob job, Transition<ImportState, ImportStep> taken) {
        String action = "import." + taken.step().name().toLowerCase(Locale.ROOT);
        return files.remove(caller, job.id())
                .chain(
                        () ->
                                audit.record(
                                        caller,
                                        AuditEntry.of(action, "import", job.id().toString())
                                                .changing(taken.from(), taken.to())));
    }

    private Uni<Response> answer(Caller caller, ImportJob job) {
        return rows.figures(caller, job.id())
                .chain(
                        figures ->
                                rows.page(caller, job.id(), RowState.BAD, 0, FIRST_ERRORS)
                                        .map(errors -> ImportView.of(job, figures, errors, caller)))
                .map(view -> Answer.ok(job.version(), view).toResponse());
    }

    private Page<ImportRowView> page(
            Caller caller, String filter, List<StagedRow> found, int limit) {
        List<StagedRow> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next =
                found.size() > limit
                        ? cursors.sign(
                                caller,
                                filter,
                                Map.of("row", String.valueOf(shown.get(limit - 1).rowNo())))
                        : null;
        return new Page<>(shown.stream().map(ImportRowView::of).toList(), next);
    }

    private static RowState rowState(@Nullable String given) {
        for (RowState each : RowState.values()) {
            if (each.name().equalsIgnoreCase(given == null ? "BAD" : given)) {
                return each;
            }
        }
        throw new Malformed(
                new FieldError(
                        "/state",
                        "unknown-code",
                        "状态可用：good、bad、registered。",
                        "Use good, bad or registered."));
    }
}
