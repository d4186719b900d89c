package io.mingjian.monitoring.sampling;

import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.sampling.SamplingLot.Outlook;
import io.mingjian.monitoring.sampling.SamplingLot.Tally;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class SamplingViews {
    private SamplingViews() {}

    /** Which leads to review by a sample, and how strictly. */
    @Schema(description = "开启抽样审核批次 / open a sampling lot")
    record OpenRequest(
            @NotBlank @Size(max = 64) String agency,
            @Nullable
                    @Schema(
                            description =
                                    "抽样方案，默认按转换规则；不得宽于规则 / by the switching rules when absent, never more lenient")
                    Plan plan,
            @Nullable
                    @DecimalMin("0")
                    @DecimalMax("1")
                    @Schema(
                            description =
                                    "至少抽取的比例，不低于方案规定的数量 / at least this part, never less than the plan")
                    Double share) {}

    /** One decision about the whole lot. */
    record DecisionRequest(@NotBlank @Size(max = 2000) String reasons) {}

    /** What the review of a drawn lead found. */
    enum DrawnResult {
        PENDING,
        GOOD,
        DEFECT
    }

    /** A lead of the sample. */
    record DrawnLead(UUID leadId, String leadNo, String leadState, DrawnResult result) {}

    /** A lot with its sample. */
    @Schema(description = "抽样审核批次，仅市局可见 / a sampling lot, for the city alone")
    record LotView(
            UUID id,
            UUID instructionId,
            String agency,
            SamplingState state,
            String stateZh,
            Plan plan,
            String planZh,
            int size,
            int sampleSize,
            @Schema(description = "样本中最多允许的不合格数 / how many defects the sample may have")
                    int acceptanceNumber,
            @Schema(description = "抽样种子，可据以复算样本 / draws the same sample again") String seed,
            int reviewed,
            int defects,
            Outlook outlook,
            @Schema(description = "样本之外尚待处理、无疑点的线索数 / undrawn leads that wait and give no doubt")
                    long remaining,
            @Schema(
                            description =
                                    "转为逐条审核，应重新考虑对该机构的信任 / the agency's trust is to be thought about anew")
                    boolean trustToBeReconsidered,
            List<DrawnLead> sample,
            List<String> openSteps,
            OffsetDateTime openedAt,
            String openedBy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable String reasons) {}

    /** Lots of an instruction. */
    record LotsView(List<LotSummary> items) {}

    /** A lot in a list. */
    record LotSummary(
            UUID id,
            String agency,
            SamplingState state,
            String stateZh,
            int size,
            int sampleSize,
            OffsetDateTime openedAt) {
        static LotSummary of(SamplingLot lot) {
            return new LotSummary(
                    lot.id(),
                    lot.agency(),
                    lot.state(),
                    lot.state().zh(),
                    lot.size(),
                    lot.sampleSize(),
                    LegalTime.outside(lot.openedAt()));
        }
    }

    static Tally tally(List<DrawnLead> sample) {
        return new Tally(
                count(sample, DrawnResult.PENDING),
                count(sample, DrawnResult.GOOD),
                count(sample, DrawnResult.DEFECT));
    }

    private static int count(List<DrawnLead> sample, DrawnResult result) {
        return (int) sample.stream().filter(lead -> lead.result() == result).count();
    }

    static LotView view(
            SamplingLot lot, List<DrawnLead> sample, long remaining, List<String> openSteps) {
        Tally tally = tally(sample);
        return new LotView(
                lot.id(),
                lot.instructionId(),
                lot.agency(),
                lot.state(),
                lot.state().zh(),
                lot.plan(),
                lot.plan().zh(),
                lot.size(),
                lot.sampleSize(),
                lot.acceptanceNumber(),
                Long.toString(lot.seed()),
                tally.good() + tally.defects(),
                tally.defects(),
                lot.outlook(tally),
                remaining,
                lot.state() == SamplingState.FULL_REVIEW,
                sample,
                openSteps,
                LegalTime.outside(lot.openedAt()),
                lot.openedBy(),
                lot.decidedAt().map(LegalTime::outside).orElse(null),
                lot.decidedBy().orElse(null),
                lot.reasons().orElse(null));
    }
}
