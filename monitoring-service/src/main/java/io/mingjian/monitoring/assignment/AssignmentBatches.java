package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.monitoring.assignment.AssignmentViews.BatchItem;
import io.mingjian.monitoring.assignment.AssignmentViews.BatchOutcome;
import io.mingjian.monitoring.assignment.AssignmentViews.BatchRequest;
import io.mingjian.monitoring.assignment.AssignmentViews.ItemError;
import io.mingjian.monitoring.assignment.AssignmentViews.ItemOutcome;
import io.mingjian.monitoring.assignment.AssignmentViews.ItemProblem;
import io.mingjian.monitoring.lead.LeadSteps;
import io.mingjian.monitoring.lead.LeadSteps.Moved;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: the city assigns many leads at once. */
@Path("/v1/lead-assignments")
@RolesAllowed("REVIEWER")
@Tag(name = "线索分派 Assignment")
public class AssignmentBatches {
    private final LeadSteps steps;
    private final Assigning assigning;
    private final Callers callers;
    private final Idempotency idempotency;

    AssignmentBatches(
            LeadSteps steps, Assigning assigning, Callers callers, Idempotency idempotency) {
        this.steps = steps;
        this.assigning = assigning;
        this.callers = callers;
        this.idempotency = idempotency;
    }

    @POST
    @WithTransaction
    @Operation(
            operationId = "assignLeads",
            summary = "批量分派线索，逐条给出结果 / Assign many leads with an outcome for each",
            description = "最多 100 条。可以分派的逐条分派，不能分派的逐条说明原因；同一请求可凭 Idempotency-Key 重发。")
    @APIResponse(
            responseCode = "207",
            content = @Content(schema = @Schema(implementation = BatchOutcome.class)))
    public Uni<Response> assign(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid BatchRequest request) {
        Caller caller = callers.current();
        if (!caller.isCity()) {
            throw new Forbidden("只有市局可以分派线索。", "Only the city assigns leads.");
        }
        return idempotency.once(caller, key, "leads.assign", request, () -> assignAll(request));
    }

    /**
     * In the order of the leads' ids, so that two batches never wait for each other. A refusal
     * comes before anything of its lead is changed, so it leaves no trace.
     */
    private Uni<Answer> assignAll(BatchRequest request) {
        return Multi.createFrom()
                .iterable(inOrder(request))
                .onItem()
                .transformToUniAndConcatenate(this::assignOne)
                .collect()
                .asList()
                .call(
                        done ->
                                steps.record(
                                        done.stream()
                                                .flatMap(each -> each.moved().stream())
                                                .toList()))
                .map(AssignmentBatches::answer);
    }

    private static List<Numbered> inOrder(BatchRequest request) {
        return IntStream.range(0, request.items().size())
                .mapToObj(index -> new Numbered(index, request.items().get(index)))
                .sorted(Comparator.comparing(each -> each.item().leadId()))
                .toList();
    }

    private Uni<Done> assignOne(Numbered numbered) {
        BatchItem item = numbered.item();
        return steps.move(
                        item.leadId(),
                        item.version(),
                        lead -> assigning.plan(lead, item.toRequest()),
                        lead -> assigning.keep(lead, item.toRequest()))
                .map(moved -> Done.assigned(numbered, moved))
                .onFailure(Refusal.class)
                .recoverWithItem(refusal -> Done.refused(numbered, (Refusal) refusal));
    }

    private static Answer answer(List<Done> done) {
        List<ItemOutcome> items =
                done.stream()
                        .map(Done::outcome)
                        .sorted(Comparator.comparingInt(ItemOutcome::index))
                        .toList();
        int assigned = (int) items.stream().filter(item -> item.status() == 200).count();
        return new Answer(
                207, null, null, new BatchOutcome(assigned, items.size() - assigned, items));
    }

    private record Numbered(int index, BatchItem item) {}

    private record Done(ItemOutcome outcome, List<Moved> moved) {
        static Done assigned(Numbered at, Moved moved) {
            return new Done(
                    new ItemOutcome(
                            at.index(),
                            at.item().leadId(),
                            200,
                            moved.standing().leadNo(),
                            moved.version(),
                            null),
                    List.of(moved));
        }

        static Done refused(Numbered at, Refusal why) {
            return new Done(
                    new ItemOutcome(
                            at.index(),
                            at.item().leadId(),
                            why.type().status(),
                            null,
                            null,
                            new ItemProblem(
                                    why.type().urn(),
                                    why.detail(false),
                                    why.errors().stream()
                                            .map(
                                                    error ->
                                                            new ItemError(
                                                                    error.pointer(),
                                                                    error.code(),
                                                                    error.zh()))
                                            .toList())),
                    List.of());
        }
    }
}
