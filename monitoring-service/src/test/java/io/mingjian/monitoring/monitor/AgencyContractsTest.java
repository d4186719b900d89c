package io.mingjian.monitoring.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.monitoring.finding.PlatformType;
import io.mingjian.monitoring.monitor.AgencyContracts.Term;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgencyContractsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final ContractScope SHOPS =
            new ContractScope(
                    List.of(PlatformType.SHOP, PlatformType.LIVE_ROOM),
                    List.of("yougou", "Duoduo"),
                    List.of("FALSE_ADVERTISING"));

    @Nested
    class Standing {
        private final AgencyContracts contracts =
                new AgencyContracts(List.of(new Term("HT-1", FIRST, LAST, SHOPS)));

        @Test
        void aContractIsInForceFromItsFirstToItsLastDay() {
            assertThat(contracts.standingOn(FIRST)).isEqualTo(ContractStanding.IN_FORCE);
            assertThat(contracts.standingOn(LAST)).isEqualTo(ContractStanding.IN_FORCE);
        }

        @Test
        void beforeAndAfterItIsNot() {
            assertThat(contracts.standingOn(FIRST.minusDays(1)))
                    .isEqualTo(ContractStanding.EXPIRED);
            assertThat(contracts.standingOn(LAST.plusDays(1))).isEqualTo(ContractStanding.EXPIRED);
        }

        @Test
        void withoutAnyThereIsNothingToExpire() {
            assertThat(AgencyContracts.NONE.standingOn(FIRST)).isEqualTo(ContractStanding.NONE);
            assertThat(AgencyContracts.NONE.cover(ContractScope.ANYTHING, FIRST)).isFalse();
        }

        @Test
        void oneThatIsInForceMustCoverItNotOneThatWas() {
            AgencyContracts two =
                    new AgencyContracts(
                            List.of(
                                    new Term("HT-1", FIRST, LAST, ContractScope.ANYTHING),
                                    new Term("HT-2", LAST.plusDays(1), LAST.plusYears(1), SHOPS)));
            assertThat(two.cover(asked("taobao"), LAST)).isTrue();
            assertThat(two.cover(asked("taobao"), LAST.plusDays(1))).isFalse();
        }
    }

    @Nested
    class Scope {
        @Test
        void coversWhatLiesWithinEachBound() {
            assertThat(SHOPS.covers(asked("YOUGOU "))).as("names by sense").isTrue();
            assertThat(SHOPS.covers(asked("yougou", "duoduo"))).isTrue();
        }

        @Test
        void doesNotCoverOnePlatformTooMany() {
            assertThat(SHOPS.covers(asked("yougou", "taobao"))).isFalse();
        }

        @Test
        void doesNotCoverAnotherKindOfPlatformOrOfViolation() {
            assertThat(
                            SHOPS.covers(
                                    new ContractScope(
                                            List.of(PlatformType.APP),
                                            List.of("yougou"),
                                            List.of("FALSE_ADVERTISING"))))
                    .isFalse();
            assertThat(
                            SHOPS.covers(
                                    new ContractScope(
                                            List.of(PlatformType.SHOP),
                                            List.of("yougou"),
                                            List.of("FOOD_SAFETY"))))
                    .isFalse();
        }

        @Test
        void whoAsksForAnythingStaysWithinNoBound() {
            assertThat(SHOPS.covers(ContractScope.ANYTHING)).isFalse();
            assertThat(ContractScope.ANYTHING.covers(ContractScope.ANYTHING)).isTrue();
            assertThat(ContractScope.ANYTHING.covers(SHOPS)).isTrue();
        }
    }

    private static ContractScope asked(String... platforms) {
        return new ContractScope(
                List.of(PlatformType.SHOP), List.of(platforms), List.of("FALSE_ADVERTISING"));
    }
}
