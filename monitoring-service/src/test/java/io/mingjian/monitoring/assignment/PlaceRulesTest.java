package io.mingjian.monitoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.monitoring.assignment.PlaceRules.Whereabouts;
import io.mingjian.monitoring.finding.PlatformType;
import org.junit.jupiter.api.Test;

class PlaceRulesTest {
    private final PlaceRules rules = PlaceRules.SHIPPED;

    @Test
    void aMerchantOnAPlatformBelongsToItsActualPlace() {
        assertProposed(
                new Whereabouts(PlatformType.SHOP, "yougou", "310101"),
                "ON_PLATFORM_ACTUAL_PLACE",
                "samr-huangpu");
    }

    @Test
    void aMerchantOfUnknownPlaceBelongsToThePlatformsDomicile() {
        assertProposed(
                new Whereabouts(PlatformType.SHOP, "YouGou", null),
                "ON_PLATFORM_OPERATOR_DOMICILE",
                "samr-pudong");
    }

    @Test
    void aMerchantOutsideTheCityBelongsToThePlatformsDomicile() {
        assertProposed(
                new Whereabouts(PlatformType.LIVE_ROOM, "yougou", "330106"),
                "ON_PLATFORM_OPERATOR_DOMICILE",
                "samr-pudong");
    }

    @Test
    void aSelfBuiltSiteBelongsToItsOperatorsDomicile() {
        assertProposed(
                new Whereabouts(PlatformType.WEBSITE, "own", "310151"),
                "SELF_BUILT_DOMICILE",
                "samr-chongming");
    }

    @Test
    void withoutAPlaceInTheCityNothingIsProposed() {
        assertThat(rules.propose(new Whereabouts(PlatformType.SHOP, "elsewhere", "330106")))
                .isEmpty();
    }

    @Test
    void everyPlatformTypeHasARule() {
        for (PlatformType type : PlatformType.values()) {
            assertThat(rules.propose(new Whereabouts(type, "elsewhere", "310112")))
                    .as(type.name())
                    .isPresent();
        }
    }

    @Test
    void theCityHasSixteenDistrictsWithTheirOwnBureaus() {
        assertThat(Districts.SHIPPED.all()).hasSize(16);
        assertThat(Districts.SHIPPED.all())
                .extracting(Districts.District::organisation)
                .doesNotHaveDuplicates();
        assertThat(Districts.SHIPPED.byCode("310000")).isEmpty();
        assertThat(Districts.SHIPPED.byCode(null)).isEmpty();
    }

    private void assertProposed(Whereabouts whereabouts, String rule, String organisation) {
        PlaceRules.Proposal proposal = rules.propose(whereabouts).orElseThrow();
        assertThat(proposal.rule().id()).isEqualTo(rule);
        assertThat(proposal.district().organisation()).isEqualTo(organisation);
    }
}
