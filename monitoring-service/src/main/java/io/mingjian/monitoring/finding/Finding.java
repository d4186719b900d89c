package io.mingjian.monitoring.finding;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a monitoring agency, as handed in. Every field may be absent here; {@link
 * FindingCheck} says which may not. {@code (agency, findingNo)} is its natural key.
 *
 * @param collectorId staff number of the person who collected it, never a name
 * @param districtCode GB/T 2260 code of the subject's actual place of business, as far as the
 *     agency could tell
 * @param violationType code of {@code codes/violation-types.yaml}
 * @param provisionRefs provisions that the agency thinks were breached
 * @param price price of the goods or service in yuan
 * @param aiRelated whether generated content is part of the matter
 * @param landingPageUrl where an advertisement or a link leads to
 * @param advertiser who has the advertisement made
 * @param publisher who publishes it
 * @param medium kind of medium or place of the advertisement
 * @param icpNo ICP number (备案号) of the landing page
 */
public record Finding(
        @Nullable String findingNo,
        @Nullable String collectorId,
        @Nullable String platform,
        @Nullable PlatformType platformType,
        @Nullable String shopName,
        @Nullable String shopUrl,
        @Nullable String pageUrl,
        @Nullable String subjectName,
        @Nullable String uscc,
        @Nullable String publishedAddress,
        @Nullable String districtCode,
        @Nullable String violationType,
        @Nullable List<String> provisionRefs,
        @Nullable String contentSummary,
        @Nullable String goodsName,
        @Nullable BigDecimal price,
        @Nullable Long salesVolume,
        @Nullable OffsetDateTime firstSeenAt,
        @Nullable OffsetDateTime collectedAt,
        @Nullable List<Fixation> evidence,
        boolean aiRelated,
        @Nullable RiskLevel riskLevel,
        // What came later stands last: the content's hash of findings without it stays the same.
        @Nullable String landingPageUrl,
        @Nullable String advertiser,
        @Nullable String publisher,
        @Nullable String medium,
        @Nullable String icpNo) {

    /**
     * The evidence that this finding names, in its order, each once: the captured files and the
     * recordings of their capture.
     */
    public List<UUID> evidenceIds() {
        return fixations().stream()
                .flatMap(
                        fixation ->
                                Stream.of(fixation.evidenceId(), fixation.recordingEvidenceId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The fixation records that there are. */
    public List<Fixation> fixations() {
        return evidence == null ? List.of() : evidence.stream().filter(Objects::nonNull).toList();
    }
}
