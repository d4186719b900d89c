package io.mingjian.monitoring.imports;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.imports.Imports;
import io.mingjian.kit.imports.Outgoing;
import io.mingjian.kit.session.Work;
import io.mingjian.kit.table.SheetWriter;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.imports.ImportViews.LeadImportRowView;
import io.mingjian.monitoring.imports.ImportViews.LeadImportView;
import io.mingjian.monitoring.instruction.Commissions;
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
    private final Imports<LeadImport> imports;
    private final ImportLook look;
    private final Commissions commissions;
    private final Callers callers;
    private final Work work;

    LeadImportDoor(
            LeadImportWork imports,
            ImportLook look,
            Commissions commissions,
            Callers callers,
            Work work) {
        this.imports = imports.imports();
        this.look = look;
        this.commissions = commissions;
        this.callers = callers;
        this.work = work;
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
        return imports.require(caller, id).chain(job -> answer(caller, 200, job));
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
        return imports.page(callers.current(), id, state, cursor, asked, look::row);
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
        SheetWriter.Format wanted = Outgoing.format(format, SheetWriter.Format.XLSX);
        LeadImport job = work.session(() -> imports.require(caller, id));
        return imports.errors(caller, job, LeadImportTemplate.SHEET, wanted);
    }

    /** The good rows are to be entered; the order is held, so that it does not end meanwhile. */
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
        Caller caller = callers.current();
        return imports.require(caller, id)
                .call(job -> commissions.requireMandate(caller, job.instructionId()))
                .chain(() -> imports.commit(caller, id, ifMatch))
                .chain(job -> answer(caller, 202, job));
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
        Caller caller = callers.current();
        return imports.cancel(caller, id, ifMatch).chain(job -> answer(caller, 200, job));
    }

    private Uni<Response> answer(Caller caller, int status, LeadImport job) {
        return look.at(caller, job).map(view -> imports.answer(status, job, view));
    }
}
