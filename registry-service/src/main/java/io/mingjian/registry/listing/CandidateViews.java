package io.mingjian.registry.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.TakenStep;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out at the doors of candidates. */
final class CandidateViews {
    private CandidateViews() {}

    /**
     * A candidate in full.
     *
     * @param filer masked identity as last given
     * @param grounds what speaks for a listing
     * @param assumption always true so far: neither criterion nor procedure has a published text
     */
    @Schema(
            name = "Candidate",
            description = "投诉举报异常名录候选（仅供人工复核） / Candidate for the abnormal-filer list")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateView(
            UUID id,
            CandidateState state,
            String stateName,
            UUID filerId,
            @Nullable MaskedIdentity filer,
            @Nullable UUID filingId,
            String organisation,
            List<Ground> grounds,
            boolean assumption,
            OffsetDateTime proposedAt,
            @Nullable DueView due,
            List<CandidateStep> openSteps,
            List<TakenStep> steps) {

        static CandidateView of(
                Candidate candidate,
                @Nullable MaskedIdentity filer,
                List<DueView> clocks,
                List<CandidateStep> openSteps,
                List<TakenStep> steps) {
            return new CandidateView(
                    candidate.id(),
                    candidate.state(),
                    candidate.state().zh(),
                    candidate.filerId(),
                    filer,
                    candidate.filingId(),
                    candidate.organisation(),
                    candidate.grounds(),
                    true,
                    candidate.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    clocks.stream().findFirst().orElse(null),
                    openSteps,
                    steps);
        }
    }

    /** A line of the list. */
    @Schema(name = "CandidateItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CandidateItem(
            UUID id,
            CandidateState state,
            String stateName,
            UUID filerId,
            List<Ground> grounds,
            OffsetDateTime proposedAt,
            @Nullable DueView due) {

        static CandidateItem of(Candidate candidate, List<DueView> clocks) {
            return new CandidateItem(
                    candidate.id(),
                    candidate.state(),
                    candidate.state().zh(),
                    candidate.filerId(),
                    candidate.grounds(),
                    candidate.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    clocks.stream().findFirst().orElse(null));
        }
    }

    /** Reasons of a decision. */
    @Schema(name = "CandidateDecisionRequest")
    record DecisionRequest(@Nullable String reasons) {}
}
