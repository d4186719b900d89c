package io.mingjian.monitoring.instruction;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the city may instruct by the contracts on file. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ContractsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);
    private static int serial;

    private String agency;

    @BeforeEach
    void anAgencyIsRegistered() {
        Today.is(TODAY);
        agency = "monitor-c" + ++serial;
        CITY.post("/v1/agencies", Map.of("organisation", agency, "name", "合同测试公司")).statusCode(201);
    }

    private void signs(LocalDate to, List<String> platforms, List<String> categories) {
        CITY.post(
                        "/v1/agencies/" + agency + "/contracts",
                        Map.of(
                                "number",
                                "HT-1",
                                "nature",
                                "委托监测",
                                "means",
                                List.of("人工巡查"),
                                "time",
                                Map.of("from", "2026-01-01", "to", to.toString()),
                                "scope",
                                Map.of(
                                        "platformTypes", List.of(),
                                        "platforms", platforms,
                                        "categories", categories),
                                "signedOn",
                                "2025-12-20",
                                "documentNo",
                                "沪市监合〔2025〕88号"))
                .statusCode(201);
    }

    @Test
    void anAgencyWithoutContractIsInstructedAndShownAsSuch() {
        String instruction = CITY.issues(DEADLINE, agency);
        CITY.get("/v1/instructions/" + instruction)
                .body("commissions[0].contract", equalTo("NONE"));
    }

    @Test
    void oneWithAContractThatCoversItIsInstructed() {
        signs(DEADLINE, List.of("yougou"), List.of("FAKE_EVIDENCE_TUTORIAL"));
        String instruction = CITY.issues(DEADLINE, agency);
        String path = "/v1/instructions/" + instruction;
        CITY.get(path).body("commissions[0].contract", equalTo("IN_FORCE"));
        new Desk(TestCaller.monitor(agency.substring("monitor-".length()), Role.HANDLER))
                .get(path)
                .body("commissions[0].contract", equalTo("IN_FORCE"));
        Today.is(DEADLINE.plusDays(1));
        CITY.get(path).body("commissions[0].contract", equalTo("EXPIRED"));
    }

    @Test
    void whatIsCollectedAfterTheContractEndedEarlyIsTakenAndFlagged() {
        signs(DEADLINE, List.of(), List.of());
        String instruction = CITY.issues(DEADLINE, agency);
        Desk desk =
                new Desk(TestCaller.monitor(agency.substring("monitor-".length()), Role.HANDLER));
        desk.acknowledges(instruction);
        String before = desk.submits(instruction, aFinding().numbered("CON-1").make());
        String page = "/v1/agencies/" + agency;
        String contract = CITY.get(page).extract().path("contracts[0].id");
        CITY.step(
                        page,
                        "contracts/" + contract + "/ending",
                        Map.of("endsOn", TODAY.toString(), "reasons", "违约"))
                .statusCode(200);
        String lastDay = desk.submits(instruction, aFinding().numbered("CON-2").make());
        Today.is(TODAY.plusDays(1));
        String after = desk.submits(instruction, aFinding().numbered("CON-3").make());
        for (String inTime : List.of(before, lastDay)) {
            assertThat(CITY.sees(inTime).getList("flags.rule")).doesNotContain("CONTRACT_OVER");
        }
        assertThat(CITY.sees(after).getList("flags.rule")).contains("CONTRACT_OVER");
        assertThat(desk.sees(after).getList("flags")).isNull();
    }

    @Test
    void eachAgencyThatMayNotBeInstructedIsNamedAtItsPlace() {
        signs(TODAY.minusDays(1), List.of(), List.of());
        String expired = agency;
        anAgencyIsRegistered();
        signs(DEADLINE, List.of("duoduo-live"), List.of());
        String elsewhere = agency;
        anAgencyIsRegistered();
        signs(DEADLINE.minusDays(1), List.of(), List.of());
        CITY.post(
                        "/v1/instructions",
                        Desk.anInstruction(DEADLINE, "monitor-jingwei", expired, elsewhere, agency))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(List.of("/agencies/1", "/agencies/2", "/agencies/3")))
                .body(
                        "errors.code",
                        equalTo(
                                List.of(
                                        "contract-not-in-force",
                                        "contract-not-covering",
                                        "contract-ends-earlier")));
    }

    @Test
    void anAmendmentBeyondTheContractIsRefused() {
        signs(DEADLINE, List.of("yougou"), List.of());
        String path = "/v1/instructions/" + CITY.issues(DEADLINE, agency);
        CITY.step(
                        path,
                        "amendments",
                        Map.of(
                                "changes",
                                Map.of("platforms", List.of("yougou", "duoduo-live")),
                                "reasons",
                                "增加平台"))
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/changes"))
                .body("errors[0].code", equalTo("contract-not-covering"));
        CITY.step(
                        path,
                        "amendments",
                        Map.of("changes", Map.of("keywords", List.of("x")), "reasons", "增加关键词"))
                .statusCode(200);
    }

    @Test
    void specificationsAreCheckedAtTheIssueToo() {
        Map<String, Object> content = new HashMap<>(Desk.anInstruction(DEADLINE, agency));
        content.put(
                "outputSpec",
                Map.of(
                        "requiredFields",
                        List.of(),
                        "requiredEvidence",
                        List.of(
                                Map.of("kind", "SCREENSHOT", "least", 1),
                                Map.of("kind", "SCREENSHOT", "least", 2)),
                        "categories",
                        List.of(Map.of("category", "FOOD_SAFETY"))));
        CITY.post("/v1/instructions", content)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("repeated", "not-ordered", "empty-spec")));
        content.put(
                "outputSpec",
                Map.of(
                        "requiredFields",
                        List.of(),
                        "requiredEvidence",
                        List.of(Map.of("kind", "SCREENSHOT", "least", 0))));
        CITY.post("/v1/instructions", content)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/outputSpec/requiredEvidence/0/least"));
        content.put(
                "outputSpec",
                Map.of(
                        "requiredFields",
                        List.of("PRICE"),
                        "requiredEvidence",
                        List.of(Map.of("kind", "SCREENSHOT", "least", 2)),
                        "categories",
                        List.of(
                                Map.of(
                                        "category",
                                        "FAKE_EVIDENCE_TUTORIAL",
                                        "requiredEvidence",
                                        List.of(Map.of("kind", "SCREEN_RECORDING", "least", 1))))));
        CITY.post("/v1/instructions", content)
                .statusCode(201)
                .body("outputSpec.requiredEvidence[0].least", equalTo(2))
                .body(
                        "outputSpec.categories[0].requiredEvidence[0].kind",
                        equalTo("SCREEN_RECORDING"));
    }
}
