package io.mingjian.registry.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.Faces.Face;
import io.mingjian.registry.procedure.TakenStep;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the door of merges. */
final class MergeViews {
    private MergeViews() {}

    /**
     * A finding that two filers are one person.
     *
     * @param version what {@code If-Match} has to name
     * @param rule by which it was proposed, or that it was found by hand
     * @param ruleText what agrees, in words
     * @param documentsDiffer both gave a document, and not the same one
     * @param steps who decided what, and why; only where one finding is shown
     */
    @Schema(name = "FilerMerge", description = "投诉举报人合并建议或者合并 / Two filers found to be one person")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record MergeView(
            UUID id,
            int version,
            MergeState state,
            String stateName,
            MatchRule rule,
            String ruleText,
            List<FaceView> filers,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean documentsDiffer,
            OffsetDateTime proposedAt,
            List<MergeStep> openSteps,
            List<TakenStep> steps) {

        static MergeView of(
                Caller caller, Merge merge, Map<UUID, Face> faces, List<TakenStep> steps) {
            List<Face> two = List.of(faces.get(merge.filerId()), faces.get(merge.otherId()));
            return new MergeView(
                    merge.id(),
                    merge.version(),
                    merge.state(),
                    merge.state().zh(),
                    merge.rule(),
                    merge.rule().zh(),
                    two.stream().map(FaceView::of).toList(),
                    two.stream().allMatch(Face::hasDocument),
                    merge.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    merge.openSteps(caller),
                    steps.stream().map(MergeView::inWords).toList());
        }

        private static TakenStep inWords(TakenStep step) {
            return step.inWords(MergeStep.valueOf(step.step()).zh(), null, List.of());
        }
    }

    /** Two filers to be merged. */
    @Schema(name = "FilerMergeRequest")
    record MergeRequest(
            @Nullable @Schema(required = true, description = "投诉举报人") String filerId,
            @Nullable @Schema(required = true, description = "另一投诉举报人") String otherFilerId,
            @Nullable @Schema(required = true, description = "认定为同一人的理由") String reasons) {

        /** The two, if both are ids and not the same. */
        Two read() {
            List<FieldError> faults = new ArrayList<>();
            Optional<UUID> one = id("/filerId", filerId, faults);
            Optional<UUID> other = id("/otherFilerId", otherFilerId, faults);
            if (one.isPresent() && one.equals(other)) {
                faults.add(
                        new FieldError(
                                "/otherFilerId",
                                "same-filer",
                                "请选择另一个投诉举报人。",
                                "Name another filer."));
            }
            if (!faults.isEmpty()) {
                throw new Invalid(faults);
            }
            return new Two(one.orElseThrow(), other.orElseThrow());
        }

        private static Optional<UUID> id(
                String pointer, @Nullable String text, List<FieldError> faults) {
            try {
                return Optional.of(UUID.fromString(text == null ? "" : text.strip()));
            } catch (IllegalArgumentException noId) {
                faults.add(unknown(pointer));
                return Optional.empty();
            }
        }
    }

    record Two(UUID filerId, UUID otherId) {}

    /** Why. */
    @Schema(name = "FilerMergeDecisionRequest")
    record DecisionRequest(@Nullable @Schema(required = true, description = "理由") String reasons) {}

    static FieldError unknown(String pointer) {
        return new FieldError(pointer, "unknown-filer", "未找到该投诉举报人，请核对编号。", "No such filer.");
    }
}
