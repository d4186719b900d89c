package io.mingjian.monitoring.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.monitoring.Tables;
import io.mingjian.monitoring.assignment.PlaceRules.Advertising;
import io.mingjian.monitoring.assignment.PlaceRules.Asked;
import io.mingjian.monitoring.assignment.PlaceRules.Matter;
import io.mingjian.monitoring.assignment.PlaceRules.Outcome;
import io.mingjian.monitoring.assignment.PlaceRules.Place;
import io.mingjian.monitoring.assignment.PlaceRules.PlaceRule;
import io.mingjian.monitoring.assignment.PlaceRules.Whereabouts;
import io.mingjian.monitoring.finding.PlatformType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRulesTest {
    private final PlaceRules rules = PlaceRules.SHIPPED;

    @Test
    void aMerchantOnAPlatformBelongsToItsActualPlace() {
        assertProposed(
                new Whereabouts(PlatformType.SHOP, "yougou", "310101"),
                "ON_PLATFORM_ACTUAL_PLACE",
                "samr-huangpu");
    }

    /** The folder has the domiciles alone; the rules are those that ship. */
    @Test
    void aPlatformInAnAdministratorsTableHasItsDomicile(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("platform-domiciles.yaml");
        Files.writeString(table, "- {platform: XinPingTai, district: \"310104\", basis: 通知}");
        assertThat(
                        PlaceRules.of(Tables.in(folder))
                                .propose(new Whereabouts(PlatformType.SHOP, "xinpingtai", null))
                                .orElseThrow()
                                .district()
                                .organisation())
                .isEqualTo("samr-xuhui");
        Files.writeString(table, "- {platform: a, district: \"310999\", basis: x}");
        assertThatThrownBy(() -> PlaceRules.of(Tables.in(folder)))
                .hasMessageContainingAll("platform-domiciles.yaml", "310999");
    }

    @Test
    void aMerchantOfUnknownPlaceBelongsToThePlatformsDomicile() {
        assertProposed(
                new Whereabouts(PlatformType.SHOP, "YouGou", null),
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

    /**
     * What is known of a lead, who gets it, and what the stand-ins said: the published address,
     * then the platform's domicile. "-" is unknown.
     */
    @ParameterizedTest(name = "{0} {1}, actual {2}, published {3}, publisher {4}: {5}")
    @CsvSource({
        // matter, type, actual place, published address, publisher, proposed, address, domicile
        "OTHER, SHOP, 310101, 上海市嘉定区某路1号, -, samr-huangpu, NOT_NEEDED, NOT_NEEDED",
        "OTHER, SHOP, 330106, 上海市嘉定区某路1号, -, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "OTHER, SHOP, 330106, -, -, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "OTHER, SHOP, -, 上海市嘉定区某路1号, -, samr-jiading, PROPOSED, NOT_NEEDED",
        "OTHER, SHOP, -, 浙江省杭州市西湖区某路1号, -, OUTSIDE, OUTSIDE, NOT_NEEDED",
        "OTHER, SHOP, -, 浙江省舟山市普陀区某路1号, -, OUTSIDE, OUTSIDE, NOT_NEEDED",
        "OTHER, SHOP, -, 浙江省舟山市普陀区上海大众专营店, -, OUTSIDE, OUTSIDE, NOT_NEEDED",
        "OTHER, SHOP, -, 黑龙江省双鸭山市宝山区上海路1号, -, OUTSIDE, OUTSIDE, NOT_NEEDED",
        "OTHER, SHOP, -, 上海市黄浦区浙江中路1号, -, samr-huangpu, PROPOSED, NOT_NEEDED",
        "OTHER, SHOP, -, 上海市嘉定区或宝山区, -, samr-pudong, NOT_TOLD, PROPOSED",
        "OTHER, SHOP, -, -, -, samr-pudong, UNKNOWN_PLACE, PROPOSED",
        "OTHER, SHOP, 310000, 上海市嘉定区某路1号, -, samr-jiading, PROPOSED, NOT_NEEDED",
        "OTHER, SHOP, 310000, -, -, samr-pudong, UNKNOWN_PLACE, PROPOSED",
        "OTHER, SHOP, 310108, -, -, samr-jingan, NOT_NEEDED, NOT_NEEDED",
        "OTHER, SHOP, -, 上海市闸北区某路1号, -, samr-jingan, PROPOSED, NOT_NEEDED",
        "OTHER, SHOP, -, 上海市静安区（原闸北区）某路1号, -, samr-jingan, PROPOSED, NOT_NEEDED",
        "OTHER, LIVE_ROOM, 330106, -, -, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "OTHER, WEBSITE, 330106, 上海市嘉定区某路1号, -, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "OTHER, OFFICIAL_ACCOUNT, -, -, -, samr-pudong, UNKNOWN_PLACE, PROPOSED",
        "OTHER, SHOP, 310101, -, 330106, samr-huangpu, NOT_NEEDED, NOT_NEEDED",
        "INTERNET_AD, SHOP, 310101, -, 330106, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "INTERNET_AD, SHOP, 310101, -, 310112, samr-minhang, NOT_NEEDED, NOT_NEEDED",
        "INTERNET_AD, SHOP, 310101, -, -, samr-huangpu, NOT_NEEDED, NOT_NEEDED",
        "MASS_MEDIA_AD, SHOP, -, -, 330106, OUTSIDE, NOT_NEEDED, NOT_NEEDED",
        "MASS_MEDIA_AD, APP, -, 上海市嘉定区某路1号, 310112, samr-minhang, NOT_NEEDED, NOT_NEEDED",
        "OWN_AD, SHOP, 310101, -, 330106, samr-huangpu, NOT_NEEDED, NOT_NEEDED"
    })
    void aPlaceStandsInForAnotherOnlyWhileThatOneIsUnknown(
            Matter matter,
            PlatformType type,
            String actual,
            String published,
            String publisher,
            String expected,
            Outcome address,
            Outcome domicile) {
        Whereabouts where =
                new Whereabouts(
                        type,
                        "yougou",
                        known(actual),
                        known(published),
                        matter,
                        new Advertising(known(publisher), null, null));
        List<Asked> asked = rules.ask(where);
        assertThat(PlaceRules.isOutside(asked)).isEqualTo(expected.equals("OUTSIDE"));
        assertThat(rules.propose(where).map(found -> found.district().organisation()))
                .isEqualTo(expected.equals("OUTSIDE") ? Optional.empty() : Optional.of(expected));
        assertThat(saidOf(asked, Place.PUBLISHED_ADDRESS)).isEqualTo(address);
        assertThat(saidOf(asked, Place.PLATFORM_DOMICILE)).isEqualTo(domicile);
    }

    @Test
    void aStandInThatIsNotNeededNamesThePlaceThatIsKnown() {
        assertThat(rules.ask(published("330106", "上海市嘉定区某路 1 号")))
                .filteredOn(asked -> asked.outcome() == Outcome.NOT_NEEDED)
                .extracting(Asked::zh)
                .containsExactly("实际经营地已知（不在本市），不以公示的地址代替", "实际经营地已知（不在本市），不以平台经营者住所地代替");
    }

    @Test
    void aRuleThatStandsInForAPlaceNobodyAsksForStopsTheStart() {
        PlaceRule lonely =
                new PlaceRule(
                        "LONELY",
                        Set.of(Matter.OTHER),
                        Set.of(PlatformType.SHOP),
                        Place.PLATFORM_DOMICILE,
                        Set.of(Place.ACTUAL_PLACE),
                        "平台经营者住所地",
                        "-",
                        "ASSUMPTION");
        assertThatThrownBy(() -> new PlaceRules(List.of(lonely), List.of(), Atlas.SHIPPED))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LONELY stands in for ACTUAL_PLACE");
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
    void everyRuleSaysWhatItFoundOrWhyNot() {
        var asked = rules.ask(published("310101", null));
        assertThat(asked)
                .allSatisfy(each -> assertThat(each.zh()).isNotBlank())
                .extracting(PlaceRules.Asked::outcome)
                .containsOnlyOnce(Outcome.PROPOSED)
                .contains(Outcome.OTHER_MATTER, Outcome.OTHER_PLATFORM_TYPE, Outcome.NOT_NEEDED);
    }

    @Test
    void placesThatAreCompetentBesideEachOtherStandInForNobody() {
        var asked = rules.ask(ad(Matter.INTERNET_AD, new Advertising("310112", "310113", null)));
        assertThat(saidOf(asked, Place.PUBLISHER_PLACE)).isEqualTo(Outcome.PROPOSED);
        assertThat(saidOf(asked, Place.ADVERTISER_PLACE)).isEqualTo(Outcome.LATER);
    }

    private static Whereabouts ad(Matter matter, Advertising advertising) {
        return new Whereabouts(PlatformType.SHOP, "yougou", "310101", null, matter, advertising);
    }

    private static Whereabouts published(String district, @Nullable String address) {
        return new Whereabouts(
                PlatformType.SHOP, "yougou", district, address, Matter.OTHER, Advertising.UNKNOWN);
    }

    private static @Nullable String known(String cell) {
        return cell.equals("-") ? null : cell;
    }

    /** Of the one rule about this place that this lead is asked about. */
    private static Outcome saidOf(List<Asked> asked, Place place) {
        return asked.stream()
                .filter(each -> each.rule().place() == place)
                .map(Asked::outcome)
                .filter(said -> said != Outcome.OTHER_MATTER && said != Outcome.OTHER_PLATFORM_TYPE)
                .findFirst()
                .orElseThrow();
    }

    private void assertProposed(Whereabouts whereabouts, String rule, String organisation) {
        PlaceRules.Proposal proposal = rules.propose(whereabouts).orElseThrow();
        assertThat(proposal.rule().id()).isEqualTo(rule);
        assertThat(proposal.district().organisation()).isEqualTo(organisation);
    }
}
