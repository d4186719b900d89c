package io.mingjian.registry.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.refusal.Refusal;
import io.mingjian.registry.intake.FilingViews.RegisteredFilings;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the door of batches. */
final class BatchViews {
    private BatchViews() {}

    /** Forms to be entered, each on its own. */
    @Schema(name = "FilingBatch", description = "一批登记内容，最多 100 件 / Up to 100 forms")
    record BatchRequest(
            @Nullable @Schema(required = true, minItems = 1, maxItems = 100)
                    List<@Nullable FilingRequest> items) {}

    /** What became of a batch; one item that is refused does not hold up the others. */
    @Schema(name = "FilingBatchOutcome", description = "逐件结果 / What became of each form")
    record BatchOutcome(int entered, int refused, List<ItemOutcome> items) {
        static BatchOutcome of(List<ItemOutcome> items) {
            int entered = (int) items.stream().filter(each -> each.registered() != null).count();
            return new BatchOutcome(entered, items.size() - entered, items);
        }
    }

    /**
     * What became of one form.
     *
     * @param index its place in the batch, from 0
     * @param registered present if it was entered
     * @param problem present if it was refused
     */
    @Schema(name = "FilingBatchItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemOutcome(
            int index,
            @Nullable String externalNo,
            @Schema(description = "201 已登记，409 该渠道编号已登记，422 不符合要求") int status,
            @Nullable RegisteredFilings registered,
            @Nullable ItemProblem problem) {

        static ItemOutcome entered(int index, Submission said, RegisteredFilings registered) {
            return new ItemOutcome(index, said.externalNo(), 201, registered, null);
        }

        static ItemOutcome refused(int index, @Nullable String externalNo, Refusal refusal) {
            return new ItemOutcome(
                    index,
                    externalNo,
                    refusal.type().status(),
                    null,
                    ItemProblem.of(index, refusal));
        }
    }

    /** Why one form was refused: the members of a problem document that differ between forms. */
    @Schema(name = "FilingBatchProblem")
    record ItemProblem(String type, String detail, List<ItemError> errors) {
        static ItemProblem of(int index, Refusal refusal) {
            List<ItemError> errors =
                    refusal.errors().stream()
                            .map(
                                    each ->
                                            new ItemError(
                                                    "/items/" + index + each.pointer(),
                                                    each.code(),
                                                    each.zh()))
                            .toList();
            return new ItemProblem(refusal.type().urn(), refusal.detail(false), errors);
        }
    }

    /**
     * One fault of one form.
     *
     * @param pointer from the root of the batch, as {@code /items/3/filer/phone}
     */
    @Schema(name = "FilingBatchError")
    record ItemError(String pointer, String code, String detail) {}
}
