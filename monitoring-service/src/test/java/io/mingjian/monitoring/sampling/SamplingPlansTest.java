package io.mingjian.monitoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.testing.LifecycleLaws;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPlansTest {
    @Test
    void everyLotSizeHasOneRowAndLargerLotsHaveNoSmallerSample() {
        for (Plan plan : Plan.values()) {
            int before = 0;
            for (int size = 1; size <= SamplingPlans.SHIPPED.largest(plan); size++) {
                int sample = SamplingPlans.SHIPPED.row(plan, size).orElseThrow().sample();
                assertThat(sample).as("%s %d", plan, size).isGreaterThanOrEqualTo(before);
                before = sample;
            }
            assertThat(SamplingPlans.SHIPPED.row(plan, 0)).isEmpty();
            assertThat(SamplingPlans.SHIPPED.row(plan, SamplingPlans.SHIPPED.largest(plan) + 1))
                    .isEmpty();
        }
    }

    @Test
    void theTightenedPlanNeverAcceptsMore() {
        for (int size = 1; size <= 2000; size++) {
            SamplingPlans.Row normal = SamplingPlans.SHIPPED.row(Plan.NORMAL, size).orElseThrow();
            SamplingPlans.Row tight = SamplingPlans.SHIPPED.row(Plan.TIGHTENED, size).orElseThrow();
            assertThat(tight.accept() / (double) tight.sample())
                    .as("size %d", size)
                    .isLessThanOrEqualTo(normal.accept() / (double) normal.sample());
        }
    }

    /** "-" is no plan asked for, or no lot that ever fell back. */
    @ParameterizedTest(name = "wanted {0}, accepted since {1}: {2}")
    @CsvSource({
        "-,         -, NORMAL",
        "NORMAL,    -, NORMAL",
        "TIGHTENED, -, TIGHTENED",
        "-,         0, TIGHTENED",
        "TIGHTENED, 0, TIGHTENED",
        "NORMAL,    0, refused",
        "NORMAL,    4, refused",
        "-,         4, TIGHTENED",
        "-,         5, NORMAL",
        "NORMAL,    5, NORMAL",
        "TIGHTENED, 9, TIGHTENED"
    })
    void afterALotFellBackTheNextOnesAreTightenedUntilFiveWereAccepted(
            String wanted, String accepted, String expected) {
        SamplingSwitches.Row rule = SamplingSwitches.SHIPPED.rows().get(0);
        @Nullable Plan plan = wanted.equals("-") ? null : Plan.valueOf(wanted);
        Optional<Long> since =
                accepted.equals("-") ? Optional.empty() : Optional.of(Long.valueOf(accepted));
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> rule.apply(plan, since))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refusal ->
                                    assertThat(refusal.errors())
                                            .singleElement()
                                            .satisfies(
                                                    error -> {
                                                        assertThat(error.pointer())
                                                                .isEqualTo("/plan");
                                                        assertThat(error.zh())
                                                                .contains("连续 5 批合格")
                                                                .contains("已合格 " + accepted + " 批");
                                                    }));
        } else {
            assertThat(rule.apply(plan, since)).isEqualTo(Plan.valueOf(expected));
        }
    }

    @Test
    void theSeedDrawsTheSameSampleAgain() {
        List<UUID> leads = Stream.generate(UUID::randomUUID).limit(300).toList();
        Set<UUID> drawn = Draw.of(leads, 50, 7L);
        assertThat(drawn).hasSize(50).isEqualTo(Draw.of(leads.stream().sorted().toList(), 50, 7L));
        assertThat(Draw.of(leads, 50, 8L)).isNotEqualTo(drawn);
        assertThat(Draw.of(leads, 500, 7L)).hasSize(300);
    }

    @Nested
    class Laws extends LifecycleLaws<SamplingState, SamplingStep> {
        @Override
        protected Lifecycle<SamplingState, SamplingStep> lifecycle() {
            return SamplingLifecycle.TABLE;
        }

        @Override
        protected Set<SamplingState> endsOfRight() {
            return EnumSet.noneOf(SamplingState.class);
        }
    }
}
