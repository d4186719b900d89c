package io.mingjian.registry.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.web.Page;
import io.mingjian.registry.imports.ImportViews.ImportRowView;
import io.mingjian.registry.imports.ImportViews.ImportView;
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

    private final Imports<ImportJob> imports;
    private final Callers callers;

    ImportDoor(ImportWork work, Callers callers) {
        this.imports = work.imports();
        this.callers = callers;
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
        return imports.require(caller, id).chain(job -> answer(caller, 200, job));
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
        return imports.page(
                callers.current(),
                id,
                state == null ? RowState.BAD.name() : state,
                cursor,
                asked,
                (job, row) -> ImportRowView.of(row));
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
        Caller caller = callers.current();
        return imports.commit(caller, id, ifMatch).chain(job -> answer(caller, 202, job));
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
        Caller caller = callers.current();
        return imports.cancel(caller, id, ifMatch).chain(job -> answer(caller, 200, job));
    }

    private Uni<Response> answer(Caller caller, int status, ImportJob job) {
        return imports.figures(caller, job)
                .chain(
                        figures ->
                                imports.first(caller, job, RowState.BAD.name(), FIRST_ERRORS)
                                        .map(errors -> ImportView.of(job, figures, errors, caller)))
                .map(view -> imports.answer(status, job, view));
    }
}
