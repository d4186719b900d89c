package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.kit.time.PeriodUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of a file under {@code limits}; which room it belongs to does not matter here. */
record LimitRow(
        String limit,
        int amount,
        PeriodUnit unit,
        String basis,
        LimitStatus status,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    LegalLimit toLimit() {
        return new LegalLimit(limit, amount, unit, basis, status, validFrom);
    }
}
