package io.mingjian.registry.intake;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.caller.Callers;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.web.Answer;
import io.mingjian.kit.web.Idempotency;
import io.mingjian.registry.intake.BatchViews.BatchOutcome;
import io.mingjian.registry.intake.BatchViews.BatchRequest;
import io.mingjian.registry.intake.BatchViews.ItemOutcome;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** HTTP door: many filings come in at once, each answered on its own. */
@Path("/v1/filing-batches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "登记 Intake")
public class FilingBatchDoor {
    private static final int MOST_ITEMS = 100;

    private final Intake intake;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;
    private final PlaceRules places = PlaceRules.shipped();

    FilingBatchDoor(Intake intake, Idempotency idempotency, Callers callers, Clock clock) {
        this.intake = intake;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** Enters the good ones of up to 100 forms and says what is wrong with the others. */
    @POST
    @WithTransaction
    @RolesAllowed({"INTAKE", "INTEGRATION"})
    @Operation(
            summary = "批量登记（最多 100 件，逐件给出结果） / Enter up to 100 filings, each answered on its own")
    @APIResponse(
            responseCode = "207",
            description = "逐件结果 / what became of each",
            content = @Content(schema = @Schema(implementation = BatchOutcome.class)))
    public Uni<Response> register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull(message = "请提交登记内容。") BatchRequest request) {
        Caller caller = callers.current();
        FilingDoor.refuseOthers(caller);
        List<@Nullable FilingRequest> items = items(request);
        return idempotency.once(
                caller,
                key,
                "filings.batch",
                request,
                () -> new Batch(caller, items).enter().map(FilingBatchDoor::answer));
    }

    private static Answer answer(List<ItemOutcome> outcomes) {
        return new Answer(207, null, null, BatchOutcome.of(outcomes));
    }

    private static List<@Nullable FilingRequest> items(BatchRequest request) {
        List<@Nullable FilingRequest> items = request.items();
        if (items == null || items.isEmpty()) {
            throw new Invalid("/items", "required", "请至少提交一件。", "At least one form.");
        }
        if (items.size() > MOST_ITEMS) {
            throw new Invalid(
                    "/items",
                    "too-many",
                    "一批最多" + MOST_ITEMS + "件，现有" + items.size() + "件；更多请使用文件导入。",
                    "At most " + MOST_ITEMS + " forms; import a file for more.");
        }
        return items;
    }

    /** One batch on its way: the faulty ones are answered at once, the good ones enter together. */
    private final class Batch {
        private final Caller caller;
        private final SortedMap<Integer, ItemOutcome> outcomes = new TreeMap<>();
        private final SortedMap<Integer, Submission> good = new TreeMap<>();
        private final SortedMap<Integer, Submission> repeated = new TreeMap<>();

        Batch(Caller caller, List<@Nullable FilingRequest> items) {
            this.caller = caller;
            for (int i = 0; i < items.size(); i++) {
                read(i, items.get(i));
            }
        }

        Uni<List<ItemOutcome>> enter() {
            return intake.registerAll(caller, List.copyOf(good.values()))
                    .invoke(this::settle)
                    .chain(() -> intake.enteredAs(caller, List.copyOf(repeated.values())))
                    .invoke(this::refuseRepeated)
                    .map(first -> List.copyOf(outcomes.values()));
        }

        private void read(int index, @Nullable FilingRequest item) {
            if (item == null) {
                Invalid empty = new Invalid("", "required", "请填写登记内容。", "A form is required.");
                outcomes.put(index, ItemOutcome.refused(index, null, empty));
                return;
            }
            try {
                good.put(index, FormReader.read(item, caller, places, clock.instant()));
            } catch (Invalid faulty) {
                outcomes.put(index, ItemOutcome.refused(index, item.externalNo(), faulty));
            }
        }

        private void settle(List<Optional<RegisteredFilings>> done) {
            Iterator<Optional<RegisteredFilings>> answers = done.iterator();
            good.forEach(
                    (index, said) ->
                            answers.next()
                                    .ifPresentOrElse(
                                            entered ->
                                                    outcomes.put(
                                                            index,
                                                            ItemOutcome.entered(
                                                                    index, said, entered)),
                                            () -> repeated.put(index, said)));
        }

        private void refuseRepeated(Map<Integer, String> enteredAs) {
            int at = 0;
            for (Map.Entry<Integer, Submission> each : repeated.entrySet()) {
                String number = each.getValue().externalNo();
                Conflict known = Intake.exists(number, enteredAs.get(at++));
                outcomes.put(each.getKey(), ItemOutcome.refused(each.getKey(), number, known));
            }
        }
    }
}
