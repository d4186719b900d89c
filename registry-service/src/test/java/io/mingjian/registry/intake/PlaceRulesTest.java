package io.mingjian.registry.intake;

import static io.mingjian.contracts.FilingKind.COMPLAINT;
import static io.mingjian.contracts.FilingKind.REPORT;
import static io.mingjian.registry.form.RespondentKind.OFFLINE_OPERATOR;
import static io.mingjian.registry.form.RespondentKind.ON_PLATFORM_MERCHANT;
import static io.mingjian.registry.form.RespondentKind.PLATFORM_OPERATOR;
import static io.mingjian.registry.form.RespondentKind.SELF_BUILT_SITE_OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.code.District;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Advertising.AdMedium;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.PublishedAddress;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.form.RespondentKind;
import io.mingjian.registry.intake.PlaceRules.Platform;
import io.mingjian.registry.intake.PlaceRules.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order 121 Arts 13, 14, 29–32, row by row. The platform 优购 has its domicile in Pudong. */
class PlaceRulesTest {
    private static final LocalDate A_DAY = LocalDate.of(2026, 11, 24);
    private static final String XUHUI = "310104";
    private static final String HUANGPU = "310101";
    private static final String MINHANG = "310112";
    private static final String PUDONG = "310115";

    private final PlaceRules rules = PlaceRules.shipped();

    /**
     * @param domicile registered domicile where it is another than the address
     * @param received district whose bureau received it first; empty for the city
     * @param others districts that are competent as well
     */
    @ParameterizedTest(name = "{0} {1} at {2}, received by {5}: {6} by {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                // filing, kind, address, domicile, platform, received, goes to, rule, basis, others
                "COMPLAINT, OFFLINE_OPERATOR,         310104, -,      -,    -,        310104, COMPLAINT_OFFLINE,  Order 121 Art 13,        -",
                "COMPLAINT, OFFLINE_OPERATOR,         310104, 310112, -,    -,        310104, COMPLAINT_OFFLINE,  Order 121 Art 13,        310112",
                "COMPLAINT, OFFLINE_OPERATOR,         310104, 310112, -,    minhang,  310112, COMPLAINT_OFFLINE,  'Order 121 Art 13, 14',  310104",
                "COMPLAINT, OFFLINE_OPERATOR,         310104, 310112, -,    xuhui,    310104, COMPLAINT_OFFLINE,  Order 121 Art 13,        310112",
                "COMPLAINT, OFFLINE_OPERATOR,         310104, -,      -,    minhang,  310104, COMPLAINT_OFFLINE,  Order 121 Art 13,        -",
                "COMPLAINT, ON_PLATFORM_MERCHANT,     310104, -,      优购, -,        310104, COMPLAINT_MERCHANT, Order 121 Art 13,        310115",
                "COMPLAINT, ON_PLATFORM_MERCHANT,     310104, -,      优购, pudong,   310115, COMPLAINT_MERCHANT, 'Order 121 Art 13, 14',  310104",
                "COMPLAINT, ON_PLATFORM_MERCHANT,     310104, -,      外地, -,        310104, COMPLAINT_MERCHANT, Order 121 Art 13,        -",
                "COMPLAINT, PLATFORM_OPERATOR,        310104, -,      优购, xuhui,    310115, COMPLAINT_PLATFORM, Order 121 Art 13,        -",
                "COMPLAINT, PLATFORM_OPERATOR,        310104, 310112, 未知, -,        310112, COMPLAINT_PLATFORM, Order 121 Art 13,        -",
                "COMPLAINT, SELF_BUILT_SITE_OPERATOR, 310104, 310112, -,    xuhui,    310112, COMPLAINT_OWN_SITE, Order 121 Art 13,        -",
                "COMPLAINT, SELF_BUILT_SITE_OPERATOR, 310104, -,      -,    -,        310104, COMPLAINT_OWN_SITE, Order 121 Art 13,        -",
                "REPORT,    OFFLINE_OPERATOR,         310104, 310112, -,    minhang,  310104, REPORT_OFFLINE,     Order 121 Art 29,        -",
                "REPORT,    ON_PLATFORM_MERCHANT,     310104, -,      优购, -,        310104, REPORT_MERCHANT,    Order 121 Art 30,        310115",
                "REPORT,    ON_PLATFORM_MERCHANT,     310104, -,      优购, pudong,   310115, REPORT_MERCHANT,    Order 121 Art 30,        310104",
                "REPORT,    ON_PLATFORM_MERCHANT,     -,      -,      优购, -,        310115, REPORT_MERCHANT,    Order 121 Art 30,        -",
                "REPORT,    PLATFORM_OPERATOR,        310104, -,      优购, -,        310115, REPORT_PLATFORM,    Order 121 Art 30,        -",
                "REPORT,    SELF_BUILT_SITE_OPERATOR, 310104, 310112, -,    -,        310112, REPORT_OWN_SITE,    Order 121 Art 30,        -"
            })
    void operatorsHaveTheirPlaces(
            FilingKind filing,
            RespondentKind kind,
            @Nullable String address,
            @Nullable String domicile,
            @Nullable String platform,
            @Nullable String received,
            String goesTo,
            String rule,
            String basis,
            @Nullable String others) {
        Respondent respondent = operator(kind, address, domicile, platform, null);
        Placement placed =
                place(new Whereabouts(filing, respondent, null, null, bureau(received)))
                        .orElseThrow();
        assertThat(placed.district().code()).isEqualTo(goesTo);
        assertThat(placed.rule()).isEqualTo(rule);
        assertThat(placed.basis()).isEqualTo(basis);
        assertThat(placed.alternatives())
                .extracting(other -> other.district().code())
                .isEqualTo(others == null ? List.of() : List.of(others));
    }

    @ParameterizedTest(name = "{0} advertisement, received by {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // medium, publisher, advertiser, agency, received, goes to, rule, others
                "MASS_MEDIA, 310104, 310101, 310112, -,       310104, REPORT_MASS_MEDIA_AD, -",
                "MASS_MEDIA, 310104, 310101, 310112, huangpu, 310104, REPORT_MASS_MEDIA_AD, -",
                "INTERNET,   310104, 310101, 310112, -,       310104, REPORT_INTERNET_AD,   310101;310112",
                "INTERNET,   310104, 310101, 310112, huangpu, 310101, REPORT_INTERNET_AD,   310104;310112",
                "INTERNET,   310104, 310101, 310112, minhang, 310112, REPORT_INTERNET_AD,   310104;310101",
                "INTERNET,   310104, 310101, 310112, pudong,  310104, REPORT_INTERNET_AD,   310101;310112",
                "INTERNET,   -,      310101, -,      huangpu, 310101, REPORT_INTERNET_AD,   -",
                "OWN,        -,      310112, -,      -,       310112, REPORT_OWN_AD,        -",
                "OWN,        310104, -,      -,      -,       310115, REPORT_OWN_AD,        -"
            })
    void advertisementsHaveTheirs(
            AdMedium medium,
            @Nullable String publisher,
            @Nullable String advertiser,
            @Nullable String agency,
            @Nullable String received,
            String goesTo,
            String rule,
            @Nullable String others) {
        Advertising ad = new Advertising(medium, publisher, advertiser, agency);
        Respondent respondent = operator(OFFLINE_OPERATOR, PUDONG, null, null, null);
        Placement placed =
                place(new Whereabouts(REPORT, respondent, ad, null, bureau(received)))
                        .orElseThrow();
        assertThat(placed.district().code()).isEqualTo(goesTo);
        assertThat(placed.rule()).isEqualTo(rule);
        assertThat(placed.basis()).startsWith("Order 121 Art 29-32");
        assertThat(placed.alternatives())
                .extracting(other -> other.district().code())
                .isEqualTo(others == null ? List.of() : Arrays.asList(others.split(";")));
    }

    @Nested
    class PublishedAddresses {
        @ParameterizedTest
        @CsvSource({"MISSING", "UNREACHABLE"})
        void thatAreOfNoUseLeaveItToThePlatform(PublishedAddress published) {
            Placement placed = placed(COMPLAINT, published, "优购");
            assertThat(placed.district().code()).isEqualTo(PUDONG);
            assertThat(placed.rule()).isEqualTo("COMPLAINT_MERCHANT_NO_ADDRESS");
            assertThat(placed.alternatives()).isEmpty();
        }

        @Test
        void doNotMatterToReportsWhichLookAtTheActualPlace() {
            assertThat(placed(REPORT, PublishedAddress.MISSING, "优购").district().code())
                    .isEqualTo(XUHUI);
        }

        @Test
        void thatAreMissingOnAnUnknownPlatformLeaveNoPlace() {
            Respondent merchant =
                    operator(ON_PLATFORM_MERCHANT, XUHUI, null, "未知", PublishedAddress.MISSING);
            assertThat(place(new Whereabouts(COMPLAINT, merchant, null, null, Optional.empty())))
                    .isEmpty();
        }

        private Placement placed(FilingKind filing, PublishedAddress published, String platform) {
            Respondent merchant = operator(ON_PLATFORM_MERCHANT, XUHUI, null, platform, published);
            return place(new Whereabouts(filing, merchant, null, null, Optional.empty()))
                    .orElseThrow();
        }
    }

    @Test
    void aReportGoesWhereTheActHappened() {
        Respondent shop = operator(OFFLINE_OPERATOR, XUHUI, null, null, null);
        Placement placed =
                place(new Whereabouts(REPORT, shop, null, MINHANG, Optional.empty())).orElseThrow();
        assertThat(placed.district().code()).isEqualTo(MINHANG);
    }

    @Test
    void thePlacementSaysInWordsWhoElseIsCompetentAndThatSomebodyWasFirst() {
        Respondent merchant = operator(ON_PLATFORM_MERCHANT, XUHUI, null, "yougou", null);
        Placement placed =
                place(new Whereabouts(COMPLAINT, merchant, null, null, bureau("pudong")))
                        .orElseThrow();
        assertThat(placed.zh()).contains("浦东新区（平台经营者住所地）先收到", "同有管辖权：徐汇区");
    }

    @Test
    void thePlatformItselfIsNotMeantByAMerchantsRow() {
        assertThat(Matter.of(COMPLAINT)).doesNotContain(Matter.INTERNET_AD);
        assertThat(Matter.of(REPORT)).doesNotContain(Matter.MERCHANT_WITHOUT_ADDRESS);
        assertThat(Matter.of(COMPLAINT, operator(PLATFORM_OPERATOR, null, null, "优购", null), null))
                .isEqualTo(Matter.PLATFORM_OPERATOR);
        assertThat(
                        Matter.of(
                                COMPLAINT,
                                operator(SELF_BUILT_SITE_OPERATOR, null, null, null, null),
                                null))
                .isEqualTo(Matter.SELF_BUILT_SITE_OPERATOR);
    }

    @Nested
    class DatedRows {
        private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 15);
        private static final LocalDate CHANGE = LocalDate.of(2027, 1, 1);

        @Test
        void takeOverOnTheirFirstDay() {
            List<Rule> rows = whole();
            rows.add(row(COMPLAINT, Matter.OFFLINE_OPERATOR, "NEW", CHANGE));
            PlaceRules changed = new PlaceRules(rows, platforms());
            Whereabouts where =
                    new Whereabouts(
                            COMPLAINT,
                            operator(OFFLINE_OPERATOR, HUANGPU, null, null, null),
                            null,
                            null,
                            Optional.empty());
            assertThat(changed.place(where, CHANGE.minusDays(1)).orElseThrow().rule())
                    .isEqualTo("OLD");
            assertThat(changed.place(where, CHANGE).orElseThrow().rule()).isEqualTo("NEW");
        }

        @Test
        void areNeededForEveryMatterFromTheFirstDay() {
            List<Rule> rows = whole();
            rows.remove(rows.size() - 1);
            assertThatThrownBy(() -> new PlaceRules(rows, platforms()))
                    .hasMessageContaining("REPORT / OWN_AD");
            rows.add(row(REPORT, Matter.OWN_AD, "LATE", CHANGE));
            assertThatThrownBy(() -> new PlaceRules(rows, platforms()))
                    .hasMessageContaining("REPORT / OWN_AD");
        }

        @Test
        void doNotBeginTwiceOnOneDay() {
            List<Rule> rows = whole();
            rows.add(row(REPORT, Matter.OWN_AD, "SECOND", FIRST_DAY));
            assertThatThrownBy(() -> new PlaceRules(rows, platforms()))
                    .hasMessageContaining("REPORT / OWN_AD");
        }

        private List<Rule> whole() {
            List<Rule> rows = new ArrayList<>();
            for (FilingKind filing : FilingKind.values()) {
                Matter.of(filing).forEach(each -> rows.add(row(filing, each, "OLD", FIRST_DAY)));
            }
            return rows;
        }

        private List<Platform> platforms() {
            return List.of(new Platform("yougou", "优购", PUDONG, "SANDBOX"));
        }

        private Rule row(FilingKind filing, Matter matter, String name, LocalDate from) {
            return new Rule(
                    name,
                    filing,
                    matter,
                    List.of(Place.RESPONDENT_ADDRESS),
                    List.of(),
                    "basis",
                    "basis",
                    "地点",
                    from);
        }
    }

    private Optional<Placement> place(Whereabouts where) {
        return rules.place(where, A_DAY);
    }

    private static Optional<District> bureau(@Nullable String pinyin) {
        return pinyin == null ? Optional.empty() : District.ofOrganisation("samr-" + pinyin);
    }

    private static Respondent operator(
            RespondentKind kind,
            @Nullable String district,
            @Nullable String domicile,
            @Nullable String platform,
            @Nullable PublishedAddress published) {
        return new Respondent(
                kind,
                "某经营者",
                null,
                district == null ? null : "某路1号",
                district,
                platform,
                null,
                domicile,
                published,
                null,
                null);
    }
}
