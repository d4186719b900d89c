package io.mingjian.monitoring.finding;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
        @Nullable RiskLevel riskLevel) {

    /** The evidence that this finding names, in its order, each once. */
    public List<UUID> evidenceIds() {
        return evidence == null
                ? List.of()
                : evidence.stream()
                        .map(Fixation::evidenceId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }
}
