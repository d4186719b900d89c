package io.mingjian.monitoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.monitoring.assignment.PlaceRules.Advertising;
import io.mingjian.monitoring.assignment.PlaceRules.Matter;
import io.mingjian.monitoring.assignment.PlaceRules.Outcome;
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

    @Test
    void anAdvertisementBelongsToItsPublisherAndThenToWhoeverStandsBehindIt() {
        assertProposed(
                ad(Matter.INTERNET_AD, new Advertising("310112", "310113", "310114")),
                "INTERNET_AD_PUBLISHER",
                "samr-minhang");
        assertProposed(
                ad(Matter.INTERNET_AD, new Advertising(null, "310113", "310114")),
                "INTERNET_AD_ADVERTISER",
                "samr-baoshan");
        assertProposed(
                ad(Matter.INTERNET_AD, new Advertising("330106", null, "310114")),
                "INTERNET_AD_AGENCY",
                "samr-jiading");
        assertProposed(
                ad(Matter.MASS_MEDIA_AD, new Advertising("310112", "310113", null)),
                "MASS_MEDIA_AD_PUBLISHER",
                "samr-minhang");
        assertProposed(
                ad(Matter.OWN_AD, new Advertising("310112", "310113", null)),
                "OWN_AD_ADVERTISER",
                "samr-baoshan");
    }

    @Test
    void anAdvertisementOfWhichNothingIsKnownFallsBackOnTheSubject() {
        assertProposed(
                ad(Matter.INTERNET_AD, Advertising.UNKNOWN),
                "ON_PLATFORM_ACTUAL_PLACE",
                "samr-huangpu");
    }

    @Test
    void aPublishedAddressStandsInOnlyForAnUnknownPlaceAndOnlyIfItNamesOneDistrict() {
        assertProposed(
                published(null, "上海市嘉定区某路 1 号"), "ON_PLATFORM_PUBLISHED_ADDRESS", "samr-jiading");
        assertProposed(
                published(null, "上海市嘉定区或宝山区"), "ON_PLATFORM_OPERATOR_DOMICILE", "samr-pudong");
        assertProposed(
                published("330106", "上海市嘉定区某路 1 号"),
                "ON_PLATFORM_OPERATOR_DOMICILE",
                "samr-pudong");
    }

    @Test
    void everyRuleSaysWhatItFoundOrWhyNot() {
        var asked = rules.ask(published("310101", null));
        assertThat(asked)
                .allSatisfy(each -> assertThat(each.zh()).isNotBlank())
                .extracting(PlaceRules.Asked::outcome)
                .containsOnlyOnce(Outcome.PROPOSED)
                .contains(Outcome.OTHER_MATTER, Outcome.OTHER_PLATFORM_TYPE, Outcome.LATER);
    }

    private static Whereabouts ad(Matter matter, Advertising advertising) {
        return new Whereabouts(PlatformType.SHOP, "yougou", "310101", null, matter, advertising);
    }

    private static Whereabouts published(String district, String address) {
        return new Whereabouts(
                PlatformType.SHOP, "yougou", district, address, Matter.OTHER, Advertising.UNKNOWN);
    }

    private void assertProposed(Whereabouts whereabouts, String rule, String organisation) {
        PlaceRules.Proposal proposal = rules.propose(whereabouts).orElseThrow();
        assertThat(proposal.rule().id()).isEqualTo(rule);
        assertThat(proposal.district().organisation()).isEqualTo(organisation);
    }
}
