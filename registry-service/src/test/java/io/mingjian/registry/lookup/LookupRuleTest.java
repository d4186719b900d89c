package io.mingjian.registry.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.registry.lookup.LookupRule.Counts;
import io.mingjian.registry.lookup.LookupRule.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookupRuleTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void theNewestRowThatHasBegunCounts() {
        List<LookupRule> rows = List.of(from(MAY, 10), from(MAY.plusDays(1), 5));
        assertThat(LookupRule.on(rows, MAY.minusDays(1))).isEmpty();
        assertThat(LookupRule.on(rows, MAY)).extracting(LookupRule::most).containsExactly(10);
        assertThat(LookupRule.on(rows, MAY.plusDays(1)))
                .extracting(LookupRule::most)
                .containsExactly(5);
    }

    @Test
    void allThatShipAreAssumptionsWithAWindow() {
        assertThat(LookupRule.shipped())
                .hasSize(3)
                .allSatisfy(
                        rule -> {
                            assertThat(rule.status()).isEqualTo(LimitStatus.ASSUMPTION);
                            assertThat(rule.window()).isPositive();
                            assertThat(rule.most()).isPositive();
                        });
    }

    private static LookupRule from(LocalDate day, int most) {
        return new LookupRule(
                "PERSON_MISSES",
                "未查到",
                Scope.PERSON,
                Counts.MISSES,
                most,
                Duration.ofHours(1),
                "x",
                LimitStatus.ASSUMPTION,
                day);
    }
}
