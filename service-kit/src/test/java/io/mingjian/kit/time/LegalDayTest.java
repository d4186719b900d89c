package io.mingjian.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LegalDayTest {
    @Test
    void theLegalDayBeginsAtMidnightInShanghai() {
        assertThat(LegalDay.of(Instant.parse("2026-04-14T15:59:59Z"))).isEqualTo("2026-04-14");
        assertThat(LegalDay.of(Instant.parse("2026-04-14T16:00:00Z"))).isEqualTo("2026-04-15");
    }

    @Test
    void theZoneOfTheClockDoesNotMatter() {
        var clock = Clock.fixed(Instant.parse("2026-04-14T16:00:00Z"), ZoneOffset.ofHours(-8));

        assertThat(LegalDay.today(clock)).isEqualTo("2026-04-15");
    }
}
