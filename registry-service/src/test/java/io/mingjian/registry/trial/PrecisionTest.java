package io.mingjian.registry.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    @Test
    void isTheShareOfThoseWhomPeopleListed() {
        Precision precision = Precision.of(80, 20);
        assertThat(precision.share()).isEqualTo(0.8);
        assertThat(precision.wrong()).isEqualTo(20);
    }

    /** Values of the Wilson interval for 80 of 100 and 1 of 1, computed by hand. */
    @Test
    void hasTheRangeThatFewCasesAllow() {
        assertThat(Precision.of(80, 20).low()).isCloseTo(0.7112, within(0.0001));
        assertThat(Precision.of(80, 20).high()).isCloseTo(0.8666, within(0.0001));
        assertThat(Precision.of(1, 0).low()).isCloseTo(0.2065, within(0.0001));
        assertThat(Precision.of(1, 0).high()).isEqualTo(1.0);
    }

    @Test
    void isUnknownWithoutDecisions() {
        assertThat(Precision.of(0, 0).isKnown()).isFalse();
        assertThat(Precision.of(0, 1).isKnown()).isTrue();
    }
}
