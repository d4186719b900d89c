package io.mingjian.contracts;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The analyzers have spoken about a file: {@code evidence.analyzed.v1}. Comes again, with a higher
 * revision, when later uploads change what is known (reuse).
 *
 * @param reuseCount how many other pieces of evidence show the same picture
 * @param alike earlier pieces of evidence that show the same picture, told with the first analysis
 *     alone; bounded, and not for the eyes of anybody but bureaus
 */
public record EvidenceAnalyzed(
        UUID evidenceId,
        String organisation,
        IndicationBand band,
        LabelVerdict labelVerdict,
        List<Signal> signals,
        int reuseCount,
        OffsetDateTime analyzedAt,
        @Nullable List<UUID> alike)
        implements EventData {

    /** One signal by code; its wording lives with the analysis. */
    public record Signal(String analyzer, String version, String code, SignalStrength strength) {}

    @Override
    public UUID aggregateId() {
        return evidenceId;
    }
}
