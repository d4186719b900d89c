package io.mingjian.detection.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuarantineLimitsTest {
    private static final QuarantineLimits LIMITS = QuarantineLimits.SHIPPED;

    private static Crowd crowd(int matters, int organisations, int former) {
        return new Crowd(new UUID(0, 1), matters, organisations, former, LIMITS.before());
    }

    @Test
    void theShippedTableIsRead() {
        assertThat(LIMITS.matters()).isEqualTo(20);
        assertThat(LIMITS.factor()).isEqualTo(5);
        assertThat(LIMITS.window()).isEqualTo(Duration.ofHours(24));
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        assertThat(LIMITS.windowFrom(now)).isEqualTo(Instant.parse("2026-11-28T12:00:00Z"));
        assertThat(LIMITS.beforeFrom(now)).isEqualTo(Instant.parse("2026-10-29T12:00:00Z"));
        assertThat(LIMITS.restFrom(now)).isEqualTo(Instant.parse("2026-10-30T12:00:00Z"));
    }

    @Test
    void aSuddenCrowdIsTooMuchAndOneLessIsNot() {
        assertThat(LIMITS.areExceededBy(crowd(21, 4, 0))).isTrue();
        assertThat(LIMITS.areExceededBy(crowd(20, 4, 0))).isFalse();
    }

    /** 150 matches in 30 days are five a day; the factor asks for more than 25 in the last. */
    @Test
    void whatAlwaysMatchedMuchIsNoSurprise() {
        assertThat(LIMITS.areExceededBy(crowd(25, 4, 150))).isFalse();
        assertThat(LIMITS.areExceededBy(crowd(26, 4, 150))).isTrue();
    }

    @Test
    void ofVeryManyTheLatestAreComparedWithTheTimeThatTheySpan() {
        Crowd tenDays = new Crowd(new UUID(0, 1), 50, 4, 100, Duration.ofDays(10));
        Crowd oneMore = new Crowd(new UUID(0, 1), 51, 4, 100, Duration.ofDays(10));
        assertThat(LIMITS.areExceededBy(tenDays)).isFalse();
        assertThat(LIMITS.areExceededBy(oneMore)).isTrue();
    }

    /** One person may file by the hundred with one picture; that is not what everybody shows. */
    @Test
    void oneOrganisationAloneIsNoCrowd() {
        assertThat(LIMITS.areExceededBy(crowd(300, 3, 0))).isFalse();
    }

    @Test
    void organisationsCountWhereTheTableAsksForThem() {
        QuarantineLimits strict =
                new QuarantineLimits(
                        20, 2, 5, Duration.ofHours(24), Duration.ofDays(30), Duration.ofDays(30));
        assertThat(strict.areExceededBy(crowd(50, 2, 0))).isFalse();
        assertThat(strict.areExceededBy(crowd(50, 3, 0))).isTrue();
    }

    @Test
    void limitsWithoutSenseStopTheStart() {
        assertThatThrownBy(
                        () ->
                                new QuarantineLimits(
                                        0, 0, 5, Duration.ofHours(1), Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
