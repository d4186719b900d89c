package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Cursors;
import io.mingjian.kit.web.Page;
import io.mingjian.monitoring.QueryText;
import io.mingjian.monitoring.instruction.InstructionFilter.After;
import io.mingjian.monitoring.instruction.InstructionViews.InstructionView;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: what people look at. */
@Path("/v1/instructions")
@RolesAllowed({"INTAKE", "HANDLER", "REVIEWER", "HEAD", "AUDITOR", "INTEGRATION"})
@Tag(name = "监测指令 Instructions")
public class InstructionQueries {
    private final Instructions instructions;
    private final InstructionShow show;
    private final Callers callers;
    private final Cursors cursors;

    InstructionQueries(
            Instructions instructions, InstructionShow show, Callers callers, Cursors cursors) {
        this.instructions = instructions;
        this.show = show;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GET
    @Path("/{instructionId}")
    @WithSession
    @Operation(operationId = "getInstruction", summary = "查看监测指令 / Read an instruction")
    public Uni<Response> one(@PathParam("instructionId") String instructionId) {
        Caller caller = callers.current();
        return instructions
                .require(caller, Ids.parse(instructionId, "监测指令", "instruction"))
                .chain(instruction -> show.to(caller, instruction))
                .map(Answer::toResponse);
    }

    @GET
    @WithSession
    @Operation(
            operationId = "listInstructions",
            summary = "监测指令列表，按更新时间 / List instructions in order of their last change")
    public Uni<Page<InstructionView>> page(
            @QueryParam("state")
                    @Parameter(schema = @Schema(implementation = InstructionState.class))
                    @Nullable String state,
            @QueryParam("agency") @Parameter(description = "仅供市局筛选 / for the city alone")
                    @Nullable String agency,
            @QueryParam("updatedSince")
                    @Parameter(schema = @Schema(implementation = OffsetDateTime.class))
                    @Nullable String updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Caller caller = callers.current();
        if (agency != null && !caller.isCity()) {
            throw QueryText.notForThisCaller("agency");
        }
        InstructionFilter filter =
                new InstructionFilter(
                        QueryText.code(InstructionState.class, "state", state),
                        agency,
                        QueryText.time("updatedSince", updatedSince),
                        null);
        After after = cursor == null ? null : After.of(cursors.read(caller, filter.form(), cursor));
        int size = Page.limit(limit);
        return instructions
                .page(caller, filter.from(after), size + 1)
                .chain(found -> show.all(caller, found))
                .map(views -> page(caller, filter, views, size));
    }

    private Page<InstructionView> page(
            Caller caller, InstructionFilter filter, List<InstructionView> views, int size) {
        if (views.size() <= size) {
            return new Page<>(views, null);
        }
        InstructionView last = views.get(size - 1);
        After place = new After(last.updatedAt().toInstant(), last.id());
        return new Page<>(
                views.subList(0, size), cursors.sign(caller, filter.form(), place.keys()));
    }
}
