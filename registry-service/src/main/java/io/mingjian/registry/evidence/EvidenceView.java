package io.mingjian.registry.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.EvidenceAnalyzed.Signal;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence of a filing with its indication, if the analysis has arrived.
 *
 * @param analyzed false while no analysis is known; then band and all that belongs to it are absent
 * @param confirmation what an officer found last, if anybody did
 */
@Schema(name = "FilingEvidence", description = "证据及其提示性鉴别结论（仅供人工参考） / Evidence with its indication")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        UUID evidenceId,
        boolean analyzed,
        @Nullable IndicationBand band,
        @Nullable LabelVerdict labelVerdict,
        @Nullable List<Signal> signals,
        @Nullable Integer reuseCount,
        @Nullable OffsetDateTime analyzedAt,
        @Nullable Confirmation confirmation) {

    static EvidenceView waiting(UUID evidenceId) {
        return new EvidenceView(evidenceId, false, null, null, null, null, null, null);
    }

    EvidenceView with(@Nullable Confirmation found) {
        return new EvidenceView(
                evidenceId, analyzed, band, labelVerdict, signals, reuseCount, analyzedAt, found);
    }
}
