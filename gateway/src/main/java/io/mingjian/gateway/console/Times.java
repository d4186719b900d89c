package io.mingjian.gateway.console;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments as officers read them: Shanghai, to the minute. */
final class Times {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Times() {}

    static String of(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : moment.atZoneSameInstant(SHANGHAI).format(MINUTE);
    }
}
