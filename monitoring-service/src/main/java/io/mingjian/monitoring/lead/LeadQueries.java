package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.lead.LeadViews.LeadSummary;
import io.mingjian.monitoring.lead.LeadViews.LeadView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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

/** HTTP door: what people look at. */
@Path("/v1/leads")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测线索 Leads")
public class LeadQueries {
    private final Leads leads;
    private final LeadShow show;
    private final Callers callers;
    private final Cursors cursors;

    LeadQueries(Leads leads, LeadShow show, Callers callers, Cursors cursors) {
        this.leads = leads;
        this.show = show;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Path("/{leadId}")
    @WithSession
    @Operation(operationId = "getLead", summary = "查看监测线索 / Read a lead")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LeadView.class)))
    public Uni<Response> one(@PathParam("leadId") String leadId) {
        Caller caller = callers.current();
        return leads.require(caller, Ids.parse(leadId, "监测线索", "lead"))
                .chain(lead -> show.to(caller, lead))
                .map(Answer::toResponse);
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listLeads",
            summary =
                    "监测线索列表，期限近者在前，监测机构按提交先后；给出 updatedSince 时按更新时间 / List leads, what is due first comes first, for agencies in order of submission; with updatedSince in order of change")
    public Uni<Page<LeadSummary>> page(
            @BeanParam LeadFilterParams params,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        LeadFilter filter = params.toFilter(caller);
        Map<String, String> after =
                cursor == null ? null : cursors.read(caller, filter.form(), cursor);
        int size = Page.limit(limit);
        return leads.page(caller, filter, after, size + 1)
                .chain(found -> page(caller, filter, found, size));
    }

    private Uni<Page<LeadSummary>> page(
            Caller caller, LeadFilter filter, List<Lead> found, int size) {
        String next =
                found.size() <= size
                        ? null
                        : cursors.sign(
                                caller, filter.form(), filter.order().placeOf(found.get(size - 1)));
        return show.all(caller, found.stream().limit(size).toList())
                .map(shown -> new Page<>(shown, next));
    }
}
