package io.mingjian.monitoring.wrong;

import java.time.LocalDate;
import java.time.ZoneId;

/** Wrong on purpose: a test could not move this day. */
final class AsksTheWallClock {
    LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
