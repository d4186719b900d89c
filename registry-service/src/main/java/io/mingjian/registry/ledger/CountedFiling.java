package io.mingjian.registry.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A submission as criteria count it; a mixed filing is one (Order 121 Art 9).
 *
 * @param filingId the filing of it that came first
 * @param operatorKey the operator as it is compared, see {@link OperatorKey}
 * @param familyId texts that are nearly the same; absent for a text too short to tell
 * @param useRatio units bought, in multiples of what one could use before they expire
 * @param setAside why it is not counted
 */
public record CountedFiling(
        UUID submissionId,
        UUID filingId,
        LocalDate receivedOn,
        long operatorKey,
        @Nullable String goodsClass,
        @Nullable Long familyId,
        @Nullable BigDecimal useRatio,
        @Nullable SetAside setAside) {}
