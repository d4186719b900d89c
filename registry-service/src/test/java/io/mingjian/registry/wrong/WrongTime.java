package io.mingjian.registry.wrong;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Wrong on purpose: takes the time from the machine. */
class WrongTime {
    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }
}
