package io.mingjian.monitoring.indication;

import io.mingjian.contracts.EvidenceAnalyzed.Signal;
import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the detection service said about one file. A hint for people, never a finding.
 *
 * @param mediaType as told by its content; absent for files of earlier releases
 * @param sha256 hash as computed on receipt; absent until that event came
 * @param sm3 the same by GB/T 32905; absent for files of earlier releases
 * @param band absent until the file was analyzed
 * @param firstAnalyzedAt when it was analyzed first; unlike {@code analyzedAt} it does not move
 *     when evidence of others gives reason to look again
 * @param reuseCount how many other pieces of evidence show the same picture
 */
public record Indication(
        UUID evidenceId,
        @Nullable String mediaType,
        @Nullable String sha256,
        @Nullable String sm3,
        @Nullable IndicationBand band,
        @Nullable LabelVerdict labelVerdict,
        List<Signal> signals,
        int reuseCount,
        @Nullable Instant analyzedAt,
        @Nullable Instant firstAnalyzedAt) {}
