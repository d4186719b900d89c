package io.mingjian.monitoring.monitor;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.monitor.AgencyViews.AgencyView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: agencies' pages, the city's whole book and an agency's own. */
@Path("/v1/agencies")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测机构 Agencies")
public class AgencyQueries {
    private static final String FORM = "agencies";

    private final AgencyBook book;
    private final AgencyShow show;
    private final Callers callers;
    private final Cursors cursors;

    AgencyQueries(AgencyBook book, AgencyShow show, Callers callers, Cursors cursors) {
        this.book = book;
        this.show = show;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Path("/{organisation}")
    @WithSession
    @Operation(operationId = "getAgency", summary = "查看监测机构 / Read an agency's page")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AgencyView.class)))
    public Uni<Response> one(@PathParam("organisation") String organisation) {
        Caller caller = callers.current();
        return book.require(caller, organisation)
                .chain(agency -> show.to(caller, agency))
                .map(Answer::toResponse);
    }

    @GET
    @WithSession
    @Operation(operationId = "listAgencies", summary = "监测机构列表 / List agencies")
    public Uni<Page<AgencyView>> page(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        String after = cursor == null ? null : cursors.read(caller, FORM, cursor).get("id");
        int size = Page.limit(limit);
        return book.page(caller, after, size + 1)
                .chain(found -> show.all(caller, found))
                .map(views -> page(caller, views, size));
    }

    private Page<AgencyView> page(Caller caller, List<AgencyView> views, int size) {
        return views.size() <= size
                ? new Page<>(views, null)
                : new Page<>(
                        views.subList(0, size),
                        cursors.sign(
                                caller, FORM, Map.of("id", views.get(size - 1).organisation())));
    }
}
