package io.mingjian.registry.report;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.registry.Filing.aComplaint;
import static io.mingjian.registry.Filing.aMixedFiling;
import static io.mingjian.registry.Filing.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.Filing;
import io.mingjian.registry.ServiceTest;
import io.mingjian.registry.document.Addressee;
import io.mingjian.registry.document.NoticeKind;
import io.mingjian.registry.document.ServedListener.Served;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportDoorTest extends ServiceTest {
    private static final TestCaller HUANGPU_HEAD = TestCaller.huangpu(HEAD).named("huangpu.head");
    private static final TestCaller HUANGPU_ALL =
            TestCaller.huangpu(HANDLER, HEAD).named("huangpu.all");
    private static final Caller OFFICER =
            new Caller(
                    "s-1",
                    "huangpu.handler",
                    "samr-huangpu",
                    OrganisationKind.DISTRICT_BUREAU,
                    "310101",
                    null,
                    Set.of(HANDLER));
    private static final String CONDITIONS =
            """
            {"evidenceOfViolation":true,"punishable":true,"withinJurisdiction":true,"withinLimitation":true,
             "reasons":"%s"}
            """;
    private static final String[] ANONYMOUS = {
        "RETURN_TO_INTAKE", "DISPUTE_AUTHORITY", "BEGIN_VERIFICATION", "MERGE", "RECORD_WITHDRAWAL"
    };
    private static final String[] WHEN_VERIFYING = {
        "REQUEST_EXTENSION",
        "RECORD_WITHDRAWAL",
        "FILE_CASE",
        "DECLINE_CASE",
        "TRANSFER_AGENCY",
        "PROPOSE_POLICE_TRANSFER"
    };

    @Inject ReportServed listener;
    @Inject UnitOfWork work;

    @Test
    void anAnonymousReportIsVerifiedLikeAnyOther() {
        String path = "/v1/reports/" + filed(aReport().anonymous());
        as(HUANGPU)
                .get(path)
                .then()
                .statusCode(200)
                .body("anonymous", equalTo(true))
                .body("filerId", nullValue())
                .body("reporter", nullValue())
                .body("flags", hasSize(0))
                .body("openSteps", contains(ANONYMOUS))
                .body("forms.path", hasItem("verification"));
        step(HUANGPU, path, "verification", "{}")
                .statusCode(200)
                .body("state", equalTo("VERIFYING"))
                .body("due.limit", equalTo("VERIFICATION"))
                .body("openSteps", contains(WHEN_VERIFYING));
    }

    @Test
    void aCaseIsFiledWithItsConditionsPausedAndClosed() {
        String path = verifying(aReport());
        step(HUANGPU, path, "case-filing", CONDITIONS.formatted("")).statusCode(422);
        step(HUANGPU, path, "case-filing", "{\"reasons\":\"符合立案条件\",\"punishable\":true}")
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/evidenceOfViolation", "/withinJurisdiction", "/withinLimitation"))
                .body("errors.code", everyItem(equalTo("condition-not-met")));
        step(HUANGPU, path, "case-filing", CONDITIONS.formatted("符合立案条件"))
                .statusCode(200)
                .body("state", equalTo("CASE_FILED"))
                .body("due.term", equalTo("90ND"))
                .body("facts.fact", contains("CASE_FILED"));
        step(HUANGPU, path, "excluded-time", "{}")
                .statusCode(422)
                .body("errors.pointer", contains("/kind"));
        step(HUANGPU, path, "excluded-time", "{\"kind\":\"HEARING\"}")
                .statusCode(200)
                .body("state", equalTo("CASE_EXCLUDED"));
        step(HUANGPU, path, "excluded-time-end", "{}")
                .statusCode(200)
                .body("state", equalTo("CASE_FILED"));
        step(
                        HUANGPU,
                        path,
                        "case-closing",
                        "{\"result\":\"PENALTY\",\"fineYuan\":5000,\"reasons\":\"已作出处罚决定\"}")
                .statusCode(200)
                .body("state", equalTo("CASE_CLOSED"))
                .body("due", nullValue())
                .body("facts.find { it.fact == 'CASE_DECIDED' }.fineYuan", equalTo(5000))
                .body("openSteps", contains("ARCHIVE"));
        assertThat(notices(path)).isEmpty();
        step(HUANGPU, path, "archiving", "{}").statusCode(200).body("state", equalTo("CLOSED"));
        await().untilAsserted(
                        () ->
                                assertThat(announced(idOf(path)))
                                        .anyMatch(text -> text.contains("filing.closed.v1"))
                                        .anyMatch(
                                                text ->
                                                        text.contains("filing.advanced.v1")
                                                                && text.contains("FILE_CASE")));
    }

    @Test
    void noCaseIsFiledOnAGroundWithReasonsAndWithoutARuleNobodyIsTold() {
        String path = verifying(aReport());
        step(HUANGPU, path, "no-case", "{\"ground\":1}")
                .statusCode(422)
                .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
        step(HUANGPU, path, "no-case", "{\"reasons\":\"x\",\"ground\":9,\"legalField\":\"?\"}")
                .statusCode(422);
        step(HUANGPU, path, "no-case", "{\"ground\":1,\"reasons\":\"违法行为轻微并及时改正\"}")
                .statusCode(200)
                .body("state", equalTo("NO_CASE"))
                .body("steps[-1].ground", equalTo("20(1)"))
                .body("clocks", empty());
        assertThat(notices(path)).isEmpty();
    }

    @Test
    void whereALawAsksForItTheResultIsToldAndItsServiceEndsTheClock() {
        String path = verifying(aReport());
        step(
                        HUANGPU,
                        path,
                        "no-case",
                        "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"轻微并改正\"}")
                .statusCode(200)
                .body("legalField", equalTo("FOOD_SAFETY"))
                .body("due.limit", equalTo("RESULT_NOTICE"))
                .body("due.dueOn", equalTo("2026-12-03"))
                .body("openSteps", contains("TELL_RESULT"));
        assertThat(notices(path)).containsExactly("REPORT_RESULT");
        step(HUANGPU, path, "archiving", "{}").statusCode(409).body("code", equalTo("not-told"));
        serve(path);
        as(HUANGPU)
                .get(path)
                .then()
                .body("state", equalTo("NOTIFIED"))
                .body("clocks", empty())
                .body("steps[-1].step", equalTo("TELL_RESULT"))
                .body("steps[-1].by", equalTo("registry"));
        serve(path);
        as(HUANGPU).get(path).then().body("state", equalTo("NOTIFIED"));
    }

    @Test
    void aRewardIsDecidedByTheHead() {
        String path = verifying(aReport());
        step(
                        HUANGPU,
                        path,
                        "case-filing",
                        CONDITIONS.formatted("符合").replace("{", "{\"legalField\":\"FOOD_SAFETY\","))
                .statusCode(200);
        step(HUANGPU, path, "case-closing", "{\"result\":\"PENALTY\",\"reasons\":\"处罚\"}")
                .statusCode(200)
                .body("openSteps", contains("TELL_RESULT"));
        step(HUANGPU, path, "telling", "{\"toldOn\":\"2026-11-23\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/toldOn", "/how"));
        step(HUANGPU, path, "telling", "{\"toldOn\":\"2026-11-24\",\"how\":\"电话\"}")
                .statusCode(200)
                .body("state", equalTo("NOTIFIED"));
        step(HUANGPU, path, "reward-proposal", "{\"amountYuan\":300,\"reasons\":\"查证属实\"}")
                .statusCode(200)
                .body("state", equalTo("REWARD_PENDING"));
        step(HUANGPU, path, "reward-decision", "{}").statusCode(403);
        step(
                        HUANGPU_HEAD,
                        path,
                        "reward-decision",
                        "{\"granted\":true,\"amountYuan\":300,\"reasons\":\"同意\"}")
                .statusCode(200)
                .body("state", equalTo("REWARD_DECIDED"))
                .body("forms", empty());
    }

    @Test
    void moreTimeIsAskedForAndGivenBySomebodyElse() {
        String path = verifying(aReport());
        step(HUANGPU, path, "extension-request", "{}").statusCode(422);
        step(HUANGPU_HEAD, path, "extension-approval", "{\"reasons\":\"同意\"}")
                .statusCode(409)
                .body("code", equalTo("nothing-asked"));
        step(HUANGPU_ALL, path, "extension-request", "{\"reasons\":\"需要检验\"}")
                .statusCode(200)
                .body("state", equalTo("VERIFYING"))
                .body("$", not(hasKey("pending")));
        step(HUANGPU_ALL, path, "extension-approval", "{\"reasons\":\"同意\"}").statusCode(403);
        step(HUANGPU_HEAD, path, "extension-approval", "{\"reasons\":\"同意\"}")
                .statusCode(200)
                .body("state", equalTo("VERIFYING_EXTENDED"))
                .body("due.term", equalTo("30WD"));
        assertThat(notices(path)).containsExactly("VERIFICATION_EXTENDED");
    }

    @Test
    void thePoliceGetItFromTwoPeople() {
        String path = verifying(aReport());
        step(HUANGPU_ALL, path, "police-transfer-proposal", "{\"reasons\":\"涉嫌犯罪\"}")
                .statusCode(200);
        step(HUANGPU_ALL, path, "police-transfer-approval", "{\"reasons\":\"同意\"}").statusCode(403);
        step(HUANGPU_HEAD, path, "police-transfer-approval", "{\"reasons\":\"同意\"}")
                .statusCode(200)
                .body("state", equalTo("TRANSFERRED_POLICE"));
    }

    @Nested
    class OfTheSameReporter {
        private final String phone = Filing.phone();

        @Test
        void aDuplicateIsShownAsACandidateAndDeclinedByAPerson() {
            String first = filed(aReport().by("王小明", phone));
            String path = "/v1/reports/" + filed(aReport().by("王小明", phone));
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("state", equalTo("ROUTED"))
                    .body("duplicateCandidates.id", contains(first))
                    .body("openSteps", hasItem("DECLINE_DUPLICATE"));
            as(HUANGPU).get("/v1/reports/" + first).then().body("duplicateCandidates", empty());
            step(HUANGPU, path, "duplicate", duplicateOf(first, ""))
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:reasons-missing"));
            step(HUANGPU, path, "duplicate", duplicateOf(first, "事实相同"))
                    .statusCode(200)
                    .body("state", equalTo("DUPLICATE_NOT_HANDLED"))
                    .body("facts.earlierReportId", contains(first))
                    .body("openSteps", contains("ARCHIVE"));
        }

        @Test
        void theEarlierReportMustBeThereToSee() {
            String path = "/v1/reports/" + filed(aReport().by("王小明", phone));
            String foreign = filed(aReport().by("王小明", phone).in("310115"));
            for (String named : List.of(foreign, UUID.randomUUID().toString(), "no-id")) {
                step(HUANGPU, path, "duplicate", duplicateOf(named, "事实相同"))
                        .statusCode(422)
                        .body("errors.pointer", contains("/earlierReportId"))
                        .body("errors.code", contains("unknown-report"));
            }
            step(HUANGPU, path, "duplicate", "{\"reasons\":\"x\"}")
                    .statusCode(422)
                    .body("errors.code", contains("required"));
        }

        @Test
        void aCandidateAtAnotherBureauIsANumberOnly() {
            filed(aReport().by("王小明", phone).in("310115"));
            String path = "/v1/reports/" + filed(aReport().by("王小明", phone));
            as(HUANGPU)
                    .get(path)
                    .then()
                    .body("duplicateCandidates", hasSize(1))
                    .body("duplicateCandidates[0]", not(hasKey("id")))
                    .body("duplicateCandidates[0].state", equalTo("ROUTED"));
        }
    }

    @Nested
    class WithNewFacts {
        @Test
        void oneReportIsHandledWithTheOtherWhoseClockRestarts() {
            String target = filed(aReport().receivedAt("2026-11-02T09:00:00+08:00"));
            String source = filed(aReport());
            String path = "/v1/reports/" + source;
            as(HUANGPU)
                    .get("/v1/reports/" + target)
                    .then()
                    .body("due.startedOn", equalTo("2026-11-02"));
            step(HUANGPU, path, "merge", mergeInto(target))
                    .statusCode(200)
                    .body("state", equalTo("MERGED"))
                    .body("mergedInto", equalTo(target))
                    .body("clocks", empty())
                    .body("steps.step", contains("ROUTE", "MERGE"));
            as(HUANGPU)
                    .get("/v1/reports/" + target)
                    .then()
                    .body("due.startedOn", equalTo("2026-11-24"))
                    .body("due.dueOn", equalTo("2026-12-15"))
                    .body("steps.step", contains("ROUTE", "ABSORB"))
                    .body("facts.sourceId", contains(source));
            assertThat(texts(audited(source))).containsExactly("report.merge");
            assertThat(texts(audited(target))).containsExactly("report.absorb");
            assertThat(texts("select due_on from queue_item where filing_id = '" + target + "'"))
                    .containsExactly("2026-12-15");
            step(HUANGPU, path, "merge", mergeInto(target)).statusCode(409);
        }

        @Test
        void bothReportersAreToldOfTheResultWhereALawAsksForIt() {
            String target = "/v1/reports/" + filed(aReport());
            String source = "/v1/reports/" + filed(aReport());
            String nobody = "/v1/reports/" + filed(aReport().anonymous());
            step(HUANGPU, source, "merge", mergeInto(idOf(target))).statusCode(200);
            step(HUANGPU, nobody, "merge", mergeInto(idOf(target))).statusCode(200);
            step(HUANGPU, target, "verification", "{}").statusCode(200);
            step(
                            HUANGPU,
                            target,
                            "no-case",
                            "{\"ground\":1,\"legalField\":\"FOOD_SAFETY\",\"reasons\":\"x\"}")
                    .statusCode(200);
            assertThat(notices(target)).containsExactly("REPORT_RESULT");
            assertThat(notices(source)).containsExactly("REPORT_RESULT");
            assertThat(notices(nobody)).isEmpty();
        }

        @Test
        void aTargetThatIsNotTheBureausIsUnknownAndNothingHappens() {
            String source = "/v1/reports/" + filed(aReport());
            String foreign = filed(aReport().in("310115"));
            step(HUANGPU, source, "merge", mergeInto(foreign))
                    .statusCode(422)
                    .body("errors.code", contains("unknown-report"));
            step(PUDONG, source, "merge", mergeInto(foreign)).statusCode(404);
            String other =
                    filed(aReport().withRespondent("name", "他人商行").withRespondent("uscc", null));
            step(HUANGPU, source, "merge", mergeInto(other))
                    .statusCode(422)
                    .body("errors.code", contains("another-party"));
            as(HUANGPU).get(source).then().body("state", equalTo("ROUTED"));
        }

        @Test
        void ofTwoMergesThatCrossOneHappens() {
            for (int round = 0; round < 5; round++) {
                String one = filed(aReport());
                String other = filed(aReport());
                String tagOne = etag(one);
                String tagOther = etag(other);
                List<Integer> answers =
                        IntStream.range(0, 2)
                                .parallel()
                                .mapToObj(
                                        i ->
                                                i == 0
                                                        ? merge(one, tagOne, other)
                                                        : merge(other, tagOther, one))
                                .toList();
                assertThat(answers).containsOnlyOnce(200);
                assertThat(answers).allMatch(code -> code == 200 || code == 409 || code == 412);
                assertThat(
                                texts(
                                        "select state from report where id in ('%s', '%s') order by state"
                                                .formatted(one, other)))
                        .containsExactly("MERGED", "ROUTED");
                assertThat(
                                count(
                                        "select count(*) from step_taken where step in ('MERGE', 'ABSORB') and object_id in ('%s', '%s')"
                                                .formatted(one, other)))
                        .isEqualTo(2);
            }
        }

        @Test
        void severalReportsAtOnceFindOneTarget() {
            String target = filed(aReport());
            List<String> sources = IntStream.range(0, 4).mapToObj(i -> filed(aReport())).toList();
            List<Integer> answers =
                    sources.parallelStream()
                            .map(source -> merge(source, etag(source), target))
                            .toList();
            assertThat(answers).containsOnly(200);
            as(HUANGPU).get("/v1/reports/" + target).then().body("facts", hasSize(4));
        }

        private int merge(String source, String etag, String target) {
            return as(HUANGPU)
                    .header("If-Match", etag)
                    .body(mergeInto(target))
                    .post("/v1/reports/" + source + "/merge")
                    .statusCode();
        }

        private String etag(String id) {
            return as(HUANGPU).get("/v1/reports/" + id).then().extract().header("ETag");
        }
    }

    @Test
    void aClueFoundInMediationIsVerifiedByArticle27AndNamesNobody() {
        String complaint = "/v1/complaints/" + filed(aComplaint().by("司马懿", "13900139001"));
        step(HUANGPU, complaint, "acceptance", "{\"reasons\":\"属于本局管辖\"}").statusCode(200);
        String id =
                step(
                                HUANGPU,
                                complaint,
                                "clues",
                                "{\"clueDescription\":\"宣称治病\",\"factualBasis\":\"包装\"}")
                        .statusCode(201)
                        .extract()
                        .path("id");
        String path = "/v1/reports/" + id;
        as(HUANGPU)
                .get(path)
                .then()
                .body("due.basis", equalTo("Order 121 Art 27"))
                .body("due.term", equalTo("15WD"))
                .body("anonymous", equalTo(true))
                .body("reporter", nullValue());
        step(HUANGPU, path, "return", "{\"reasons\":\"经营地在浦东\"}").statusCode(200);
        as(HUANGPU).get(path).then().body("state", equalTo("RETURNED_TO_INTAKE"));
    }

    @Test
    void whoReportedIsNeverSeenFromTheOtherSide() {
        String mixed =
                file(CITY_INTAKE, aMixedFiling().by("诸葛亮", "13700137001"))
                        .statusCode(201)
                        .extract()
                        .asString();
        JsonPath filings = new JsonPath(mixed);
        String complaint = filings.getString("filings[0].id");
        String report = filings.getString("filings[1].id");
        String path = "/v1/reports/" + report;
        step(HUANGPU, path, "verification", "{\"legalField\":\"ADVERTISING\"}").statusCode(200);
        assertThat(as(HUANGPU).get("/v1/complaints/" + complaint).asString())
                .doesNotContain(report, "ADVERTISING");
        for (TestCaller other :
                List.of(
                        PLATFORM,
                        TestCaller.police(HANDLER),
                        TestCaller.merchant("wang", "91310000132260250X", HANDLER),
                        TestCaller.monitor("jingwei", HANDLER))) {
            assertThat(as(other).get(path).statusCode()).isIn(403, 404);
        }
        as(HUANGPU)
                .get(path)
                .then()
                .body("reporter.name", equalTo("诸**"))
                .body("clocks.limit", hasItem("RESULT_NOTICE"));
        assertThat(
                        texts(
                                "select facts::text || pending::text from report where id = '"
                                        + report
                                        + "'"))
                .noneMatch(text -> text.contains("诸葛") || text.contains("13700137001"));
    }

    @Test
    void aStepAtTheWrongMomentNamesTheOpenOnes() {
        String path = verifying(aReport());
        step(HUANGPU, path, "verification", "{}")
                .statusCode(409)
                .body("type", equalTo("urn:mingjian:problem:step-not-allowed"))
                .body("openSteps", hasItem("FILE_CASE"));
        String old = as(HUANGPU).get(path).then().extract().header("ETag");
        step(HUANGPU, path, "withdrawal", "{\"reasons\":\"举报人来电撤回\"}")
                .statusCode(200)
                .body("state", equalTo("VERIFYING"));
        as(HUANGPU)
                .header("If-Match", old)
                .body("{\"ground\":1,\"reasons\":\"x\"}")
                .post(path + "/no-case")
                .then()
                .statusCode(412);
    }

    @Test
    void noMachineAndNoOtherRoleTakesAStep() {
        String path = verifying(aReport());
        for (TestCaller other :
                List.of(TestCaller.huangpu(INTEGRATION), CITY_AUDITOR, HUANGPU_INTAKE, PLATFORM)) {
            as(other)
                    .header("If-Match", "\"1\"")
                    .body("{\"ground\":1,\"reasons\":\"x\"}")
                    .post(path + "/no-case")
                    .then()
                    .statusCode(403);
        }
        step(HUANGPU, path, "extension-approval", "{\"reasons\":\"x\"}").statusCode(403);
        step(CITY_REVIEWER, path, "no-case", "{\"ground\":1,\"reasons\":\"x\"}").statusCode(403);
        as(HUANGPU).get(path).then().body("state", equalTo("VERIFYING"));
    }

    @Test
    void theCityTakesOverAndDesignates() {
        String path = verifying(aReport());
        step(CITY_HEAD, path, "take-over", "{\"reasons\":\"重大案件\"}")
                .statusCode(200)
                .body("holder", equalTo("samr-shanghai"))
                .body("state", equalTo("VERIFYING"));
        String disputed = "/v1/reports/" + filed(aReport());
        step(HUANGPU, disputed, "authority-dispute", "{\"reasons\":\"应由浦东\"}")
                .statusCode(200)
                .body("due.limit", equalTo("AUTHORITY_DISPUTE"))
                .body("due.term", equalTo("7WD"));
        step(
                        CITY_REVIEWER,
                        disputed,
                        "designation",
                        "{\"districtCode\":\"310115\",\"reasons\":\"协商不成\"}")
                .statusCode(200)
                .body("holder", equalTo("samr-pudong"))
                .body("place.rule", equalTo("DESIGNATED"));
    }

    @Test
    void theIntakeUnitTellsThatNobodyHasAuthority() {
        String path = "/v1/reports/" + filed(aReport());
        step(HUANGPU, path, "return", "{\"reasons\":\"不属于市场监管职责\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED_TO_INTAKE"))
                .body("due.limit", equalTo("ROUTING"))
                .body("due.term", equalTo("1WD"))
                .body("due.dueOn", equalTo("2026-11-25"))
                .body("due.status", equalTo("ASSUMPTION"));
        step(
                        CITY_INTAKE,
                        path,
                        "no-authority",
                        "{\"reasons\":\"属于其他部门职责\",\"legalField\":\"FOOD_SAFETY\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/handedOverTo"));
        step(
                        CITY_INTAKE,
                        path,
                        "no-authority",
                        "{\"reasons\":\"属于其他部门职责\",\"competent\":\"市农业农村委\"}")
                .statusCode(200)
                .body("state", equalTo("NO_AUTHORITY"))
                .body("due", nullValue())
                .body("openSteps", contains("ARCHIVE"));
        assertThat(notices(path)).containsExactly("REPORT_NO_AUTHORITY");
    }

    @Test
    void aReturnedReportIsRoutedAnew() {
        String path = "/v1/reports/" + filed(aReport());
        step(HUANGPU, path, "return", "{\"reasons\":\"经营地在浦东\"}").statusCode(200);
        step(CITY_INTAKE, path, "routing", "{\"districtCode\":\"310115\",\"reasons\":\"按实际经营地\"}")
                .statusCode(200)
                .body("clocks.limit", contains("VERIFICATION"));
        as(PUDONG).get(path).then().statusCode(200).body("reporter.name", equalTo("王**"));
        as(HUANGPU).get(path).then().statusCode(404);
    }

    @Test
    void anotherDistrictSeesNothing() {
        String path = "/v1/reports/" + filed(aReport());
        as(PUDONG).get(path).then().statusCode(404);
        as(PUDONG).header("If-Match", "\"0\"").post(path + "/verification").then().statusCode(404);
        as(HUANGPU).post(path + "/verification").then().statusCode(428);
    }

    private static String verifying(Filing filing) {
        String path = "/v1/reports/" + filed(filing);
        step(HUANGPU, path, "verification", "{}").statusCode(200);
        return path;
    }

    private static String duplicateOf(String earlier, String reasons) {
        return "{\"earlierReportId\":\"%s\",\"reasons\":\"%s\"}".formatted(earlier, reasons);
    }

    private static String mergeInto(String target) {
        return "{\"targetReportId\":\"%s\",\"reasons\":\"有新的事实\"}".formatted(target);
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String audited(String id) {
        return "select action from audit_entry where object_id = '"
                + id
                + "' and action like 'report.%'";
    }

    private List<String> notices(String path) {
        return texts("select kind from document where filing_id = '" + idOf(path) + "'");
    }

    /** The document's room tells that the result was served. */
    private void serve(String path) {
        var served =
                new Served(
                        UUID.randomUUID(),
                        UUID.fromString(idOf(path)),
                        FilingKind.REPORT,
                        NoticeKind.REPORT_RESULT,
                        Addressee.REPORTER,
                        TODAY,
                        false);
        work.inTransaction(() -> listener.onServed(OFFICER, served)).await().indefinitely();
    }
}
