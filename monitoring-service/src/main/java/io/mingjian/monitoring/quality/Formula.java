package io.mingjian.monitoring.quality;

import io.mingjian.kit.time.LimitStatus;
import java.time.LocalDate;

/**
 * How a figure is counted, from a day on.
 *
 * @param numerator counts those leads of the denominator that are in it too
 * @param validFrom first day whose periods may end by this version
 */
record Formula(
        String code,
        String zh,
        String en,
        int version,
        LocalDate validFrom,
        LeadSet numerator,
        LeadSet denominator,
        String basis,
        LimitStatus status) {}
