package io.mingjian.monitoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LifecycleLaws;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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
