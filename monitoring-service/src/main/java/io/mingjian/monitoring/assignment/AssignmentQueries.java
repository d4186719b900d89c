package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.assignment.AssignmentViews.AssignmentView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: records of assignments for the city and each district's own. */
@Path("/v1/assignments")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR"})
@Tag(name = "线索分派 Assignment")
public class AssignmentQueries {
    private final Assignments assignments;
    private final Callers callers;
    private final Cursors cursors;

    AssignmentQueries(Assignments assignments, Callers callers, Cursors cursors) {
        this.assignments = assignments;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listAssignments",
            summary =
                    "分派与退回记录；区局只见本单位的 / Records of assignments and returns; a district sees its own")
    public Uni<Page<AssignmentView>> page(
            @QueryParam("leadId") @Parameter(schema = @Schema(implementation = UUID.class))
                    @Nullable String leadId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        UUID lead = QueryText.id("leadId", leadId);
        String form = "assignments|" + lead;
        Map<String, String> after = cursor == null ? null : cursors.read(caller, form, cursor);
        int size = Page.limit(limit);
        return assignments
                .page(caller, lead, after, size + 1)
                .map(found -> page(caller, form, found, size));
    }

    private Page<AssignmentView> page(
            Caller caller, String form, List<Assignment> found, int size) {
        List<AssignmentView> views =
                found.stream().limit(size).map(each -> AssignmentView.of(caller, each)).toList();
        String next =
                found.size() <= size
                        ? null
                        : cursors.sign(
                                caller, form, Map.of("id", found.get(size - 1).id().toString()));
        return new Page<>(views, next);
    }
}
