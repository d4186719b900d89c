package io.mingjian.monitoring.monitor;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.MERCHANT;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.Desk.PUDONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The city's book of agencies: contracts, staff, trust, and who may look. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class AgencyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static int serial;

    @Inject Agencies agencies;
    @Inject UnitOfWork work;

    private String id;
    private String page;
    private Desk own;

    @BeforeEach
    void anAgencyIsRegistered() {
        Today.is(TODAY);
        id = "monitor-a" + ++serial;
        page = "/v1/agencies/" + id;
        own = new Desk(TestCaller.monitor("a" + serial, Role.HANDLER));
        CITY.post("/v1/agencies", Map.of("organisation", id, "name", "甲监测有限公司"))
                .statusCode(201)
                .header("Location", endsWith(page))
                .body("contract", equalTo("NONE"))
                .body("trust.trusted", equalTo(false));
    }

    static Map<String, Object> aContract(String number, LocalDate from, LocalDate to) {
        Map<String, Object> contract = new HashMap<>();
        contract.put("number", number);
        contract.put("nature", "网络交易违法行为委托监测");
        contract.put("means", List.of("关键词检索", "人工巡查"));
        contract.put("time", Map.of("from", from.toString(), "to", to.toString()));
        contract.put(
                "scope",
                Map.of(
                        "platformTypes",
                        List.of(),
                        "platforms",
                        List.of(),
                        "categories",
                        List.of()));
        contract.put("signedOn", "2025-12-20");
        contract.put("documentNo", "沪市监合〔2025〕88号");
        return contract;
    }

    private ValidatableResponse signs(String number, LocalDate from, LocalDate to) {
        return CITY.post(page + "/contracts", aContract(number, from, to));
    }

    private ValidatableResponse joins(String staffNo, String from) {
        return CITY.post(
                page + "/staff",
                Map.of(
                        "staffNo", staffNo,
                        "name", "张三",
                        "role", "COLLECTOR",
                        "trainedOn", "2026-01-10",
                        "from", from));
    }

    @Nested
    class Registration {
        @Test
        void anAgencyIsRegisteredOnce() {
            CITY.post("/v1/agencies", Map.of("organisation", id, "name", "乙公司"))
                    .statusCode(409)
                    .body("code", equalTo("agency-registered"));
        }

        @Test
        void theSameKeyRegistersOneAgency() {
            String key = UUID.randomUUID().toString();
            Map<String, String> request = Map.of("organisation", id + "-k", "name", "丙公司");
            CITY.post("/v1/agencies", request, "Idempotency-Key", key).statusCode(201);
            CITY.post("/v1/agencies", request, "Idempotency-Key", key)
                    .statusCode(201)
                    .body("organisation", equalTo(id + "-k"));
        }

        @Test
        void wrongNamesAndCodesAreNamed() {
            CITY.post("/v1/agencies", Map.of("organisation", "不是编号", "name", " ", "uscc", "1"))
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/organisation"))
                    .body("errors.pointer", hasItem("/name"));
            CITY.post(
                            "/v1/agencies",
                            Map.of(
                                    "organisation", id + "-u",
                                    "name", "丁公司",
                                    "uscc", "91310115MA1K4ABC4J"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/uscc"));
        }
    }

    /** A slip of the hand in a year would be kept for good. */
    @ParameterizedTest
    @ValueSource(strings = {"0206-12-31", "0206-01-01", "+999999999-12-31"})
    void aDayThatCannotBeMeantIsNamedWhereverItStands(String day) {
        Map<String, Object> contract = aContract("HT-0", TODAY, TODAY.plusYears(1));
        contract.put("time", Map.of("from", day, "to", day));
        contract.put("signedOn", day);
        refusesDays(
                CITY.post(page + "/contracts", contract), "/time/from", "/time/to", "/signedOn");
        refusesDays(
                CITY.post(
                        page + "/staff",
                        Map.of(
                                "staffNo",
                                "S-0",
                                "name",
                                "张三",
                                "role",
                                "COLLECTOR",
                                "trainedOn",
                                day,
                                "from",
                                day,
                                "to",
                                day)),
                "/from",
                "/to",
                "/trainedOn");
        signs("HT-1", TODAY, TODAY.plusYears(1)).statusCode(201);
        joins("S-1", "2026-02-01").statusCode(201);
        String signed = CITY.get(page).extract().path("contracts[0].id");
        refusesDays(
                CITY.step(
                        page,
                        "contracts/" + signed + "/ending",
                        Map.of("endsOn", day, "reasons", "协商一致")),
                "/endsOn");
        refusesDays(CITY.step(page, "staff/S-1/leaving", Map.of("lastDay", day)), "/lastDay");
    }

    private static void refusesDays(ValidatableResponse answer, String... pointers) {
        answer.statusCode(422)
                .body(
                        "errors.findAll { it.code == 'out-of-range' }.pointer",
                        equalTo(List.of(pointers)));
    }

    /** No day at all, as three digits for a year are. */
    @Test
    void aYearOfThreeDigitsIsNoDay() {
        Map<String, Object> contract = aContract("HT-0", TODAY, TODAY.plusYears(1));
        contract.put("signedOn", "206-12-31");
        assertThat(CITY.post(page + "/contracts", contract).extract().statusCode()).isIn(400, 422);
    }

    @Nested
    class Contracts {
        @Test
        void severalFollowEachOtherAndTheStandingFollowsTheDay() {
            signs("HT-1", TODAY.minusYears(1), TODAY.minusDays(1))
                    .statusCode(201)
                    .body("contract", equalTo("EXPIRED"));
            signs("HT-1", TODAY, TODAY.plusMonths(6))
                    .statusCode(201)
                    .body("contract", equalTo("IN_FORCE"))
                    .body("contracts.inForce", equalTo(List.of(false, true)));
            Today.is(TODAY.plusYears(1));
            CITY.get(page).body("contract", equalTo("EXPIRED"));
        }

        @Test
        void ofOneNumberNoTwoRunOnOneDay() {
            signs("HT-2", TODAY, TODAY.plusMonths(6)).statusCode(201);
            signs("HT-2", TODAY.plusMonths(6), TODAY.plusMonths(9))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/time"))
                    .body("errors[0].code", equalTo("overlap"));
            signs("HT-3", TODAY.plusMonths(6), TODAY.plusMonths(9)).statusCode(201);
        }

        @Test
        void allFaultsAreNamed() {
            Map<String, Object> wrong = aContract("HT-4", TODAY, TODAY.minusDays(1));
            wrong.put("signedOn", TODAY.plusDays(1).toString());
            wrong.put(
                    "scope",
                    Map.of(
                            "platformTypes", List.of(),
                            "platforms", List.of(),
                            "categories", List.of("NO_SUCH")));
            CITY.post(page + "/contracts", wrong)
                    .statusCode(422)
                    .body(
                            "errors.pointer",
                            equalTo(List.of("/time/to", "/signedOn", "/scope/categories/0")));
        }

        @Test
        void oneEndsEarlyWithReasonsAndOnce() {
            String contract =
                    signs("HT-5", TODAY.minusMonths(1), TODAY.plusMonths(6))
                            .extract()
                            .path("contracts[0].id");
            String ending = "contracts/" + contract + "/ending";
            CITY.step(page, ending, Map.of("endsOn", TODAY.toString(), "reasons", " "))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/reasons"));
            CITY.step(
                            page,
                            ending,
                            Map.of("endsOn", TODAY.plusYears(1).toString(), "reasons", "违约"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/endsOn"));
            Map<String, String> today = Map.of("endsOn", TODAY.toString(), "reasons", "违约");
            CITY.step(page, ending, today)
                    .statusCode(200)
                    .body("contract", equalTo("IN_FORCE"))
                    .body("contracts[0].endReasons", equalTo("违约"));
            CITY.step(page, ending, today).statusCode(409).body("code", equalTo("contract-ended"));
            Today.is(TODAY.plusDays(1));
            CITY.get(page).body("contract", equalTo("EXPIRED"));
            signs("HT-5", TODAY.plusDays(1), TODAY.plusMonths(6)).statusCode(201);
        }

        @Test
        void anUnknownOneIsNotEnded() {
            CITY.step(
                            page,
                            "contracts/" + UUID.randomUUID() + "/ending",
                            Map.of("endsOn", TODAY.toString(), "reasons", "x"))
                    .statusCode(404);
        }

        @Test
        void aStaleTagEndsNothing() {
            String contract =
                    signs("HT-6", TODAY.minusMonths(1), TODAY.plusMonths(6))
                            .extract()
                            .path("contracts[0].id");
            Map<String, String> ending = Map.of("endsOn", TODAY.toString(), "reasons", "违约");
            String path = page + "/contracts/" + contract + "/ending";
            CITY.post(path, ending).statusCode(428);
            CITY.post(path, ending, "If-Match", "\"0\"").statusCode(412);
            CITY.get(page).body("contracts[0].endedOn", nullValue());
        }
    }

    @Nested
    class Staff {
        @Test
        void staffComesAndGoesAndOthersReadWhoWasThereOnADay() {
            joins("JW-1", "2026-02-01").statusCode(201).body("staff[0].present", equalTo(true));
            joins("JW-2", "2026-05-01").statusCode(201);
            CITY.step(page, "staff/JW-1/leaving", Map.of("lastDay", "2026-01-01"))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/lastDay"));
            CITY.step(page, "staff/JW-1/leaving", Map.of("lastDay", "2026-04-10"))
                    .statusCode(200)
                    .body("staff[0].present", equalTo(false));
            CITY.step(page, "staff/JW-1/leaving", Map.of("lastDay", "2026-04-11"))
                    .statusCode(409)
                    .body("code", equalTo("staff-left"));
            assertThat(rosterOn(LocalDate.of(2026, 4, 10)).roleOf("JW-1"))
                    .contains(StaffRole.COLLECTOR);
            assertThat(rosterOn(LocalDate.of(2026, 4, 11)).members()).isEmpty();
            assertThat(rosterOn(LocalDate.of(2026, 4, 11)).kept()).isTrue();
            assertThat(rosterOn(LocalDate.of(2026, 5, 1)).members()).containsOnlyKeys("JW-2");
        }

        @Test
        void aListThatNobodyKeepsSaysSo() {
            assertThat(rosterOn(TODAY).kept()).isFalse();
        }

        @Test
        void aNumberIsNeverUsedTwiceAndFormsAreChecked() {
            joins("JW-1", "2026-02-01").statusCode(201);
            joins("JW-1", "2026-06-01")
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/staffNo"))
                    .body("errors[0].code", equalTo("in-use"));
            joins("有空格 的", "2026-06-01").statusCode(422);
            CITY.step(page, "staff/NOBODY/leaving", Map.of("lastDay", "2026-04-10"))
                    .statusCode(404);
        }

        private Roster rosterOn(LocalDate day) {
            return work.inSession(() -> agencies.staffOn(id, day))
                    .await()
                    .atMost(Duration.ofSeconds(60));
        }
    }

    @Nested
    class Trust {
        @Test
        void theCityTrustsWithReasonsAndTakesItBack() {
            CITY.step(page, "trust", Map.of("trusted", true, "reasons", " ")).statusCode(422);
            CITY.step(page, "trust", Map.of("trusted", true, "reasons", "连续两季度合格率高"))
                    .statusCode(200)
                    .body("trust.trusted", equalTo(true))
                    .body("trust.decidedBy", equalTo("city.reviewer"));
            assertThat(isTrusted()).isTrue();
            CITY.step(page, "trust", Map.of("trusted", false, "reasons", "抽查不合格")).statusCode(200);
            assertThat(isTrusted()).isFalse();
        }

        @Test
        void theAgencyDoesNotLearnWhetherItIsTrusted() {
            CITY.step(page, "trust", Map.of("trusted", true, "reasons", "质量稳定")).statusCode(200);
            assertThat(own.get(page).statusCode(200).extract().asString())
                    .doesNotContain("trust")
                    .doesNotContain("质量稳定");
        }

        @Test
        void whoIsNotRegisteredIsNotTrusted() {
            assertThat(
                            work.inSession(() -> agencies.isTrusted("monitor-nobody"))
                                    .await()
                                    .atMost(Duration.ofSeconds(60)))
                    .isFalse();
        }

        private boolean isTrusted() {
            return work.inSession(() -> agencies.isTrusted(id))
                    .await()
                    .atMost(Duration.ofSeconds(60));
        }
    }

    @Nested
    class WhoMayLook {
        @Test
        void anAgencySeesItsOwnPageAlone() {
            joins("JW-9", "2026-02-01");
            own.get(page).statusCode(200).body("staff[0].name", equalTo("张三"));
            own.get("/v1/agencies").body("items.organisation", equalTo(List.of(id)));
            OTHER.get(page).statusCode(404);
            OTHER.get("/v1/agencies").body("items.organisation", not(hasItem(id)));
        }

        @Test
        void nobodyElseSeesAnyPage() {
            for (Desk foreigner : List.of(HUANGPU, PUDONG, PLATFORM, POLICE, MERCHANT)) {
                foreigner.get(page).statusCode(404);
                foreigner.get("/v1/agencies").statusCode(200).body("items", empty());
            }
        }

        @Test
        void theCityAloneKeepsTheBook() {
            String tag = CITY.get(page).extract().header("ETag");
            Desk ownReviewer =
                    new Desk(
                            TestCaller.monitor(
                                    id.substring("monitor-".length()),
                                    Role.HANDLER,
                                    Role.REVIEWER,
                                    Role.INTEGRATION));
            for (Desk foreigner :
                    List.of(
                            ownReviewer,
                            new Desk(TestCaller.huangpu(Role.REVIEWER, Role.HEAD)),
                            new Desk(TestCaller.monitor("other", Role.REVIEWER)))) {
                foreigner
                        .post("/v1/agencies", Map.of("organisation", "monitor-x", "name", "x"))
                        .statusCode(403);
                foreigner.post(page + "/contracts", aContract("X", TODAY, TODAY)).statusCode(403);
                foreigner
                        .post(
                                page + "/staff",
                                Map.of(
                                        "staffNo", "X",
                                        "name", "x",
                                        "role", "MANAGER",
                                        "from", "2026-01-01"))
                        .statusCode(403);
                foreigner
                        .post(
                                page + "/trust",
                                Map.of("trusted", true, "reasons", "x"),
                                "If-Match",
                                tag)
                        .statusCode(403);
                foreigner
                        .post(
                                page + "/staff/X/leaving",
                                Map.of("lastDay", "2026-01-01"),
                                "If-Match",
                                tag)
                        .statusCode(403);
                foreigner
                        .post(
                                page + "/contracts/" + UUID.randomUUID() + "/ending",
                                Map.of("endsOn", "2026-01-01", "reasons", "x"),
                                "If-Match",
                                tag)
                        .statusCode(403);
            }
            assertThat(CITY.get(page).extract().header("ETag")).isEqualTo(tag);
        }

        @Test
        void aRoleThatOnlyLooksKeepsNothing() {
            Desk.AUDITOR.get(page).statusCode(200);
            Desk.AUDITOR
                    .post("/v1/agencies", Map.of("organisation", "monitor-y", "name", "y"))
                    .statusCode(403);
        }

        @Test
        void theWholeBookIsReadInPages() {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                var answer = CITY.get("/v1/agencies?limit=2" + cursor).statusCode(200).extract();
                seen.addAll(answer.path("items.organisation"));
                String next = answer.path("nextCursor");
                cursor = next == null ? null : "&cursor=" + next;
            }
            assertThat(seen).contains(id).doesNotHaveDuplicates().isSorted();
        }
    }
}
