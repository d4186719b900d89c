package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.monitoring.finding.Finding;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever lost the answer learns what became of a finding, whatever became of the order since;
 * files are in {@code LeadImportTest}, bundles in {@code LeadBundleTest}.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RepetitionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
    private static int serial;

    private String name;
    private String taken;
    private List<String> leads;

    @BeforeEach
    void twoFindingsAreTaken() {
        Today.is(TODAY);
        name = "REP-" + ++serial + "-";
        taken = anOrder();
        leads = List.of(JINGWEI.submits(taken, finding(0)), JINGWEI.submits(taken, finding(1)));
    }

    private static String anOrder() {
        String instruction = CITY.issues(TODAY.plusDays(15), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        return instruction;
    }

    private Finding finding(int no) {
        return aFinding().numbered(name + no).at("https://shop.yougou.example/" + name + no).make();
    }

    /** The order under which they were taken, or another one where that cannot end so. */
    private String ended(Ending ending) {
        String instruction = ending.mayFollowResults() ? taken : anOrder();
        ending.of(instruction);
        return instruction;
    }

    private static ValidatableResponse batch(String instruction, Object... items) {
        return JINGWEI.post(
                "/v1/instructions/" + instruction + "/lead-batches",
                Map.of("items", List.of(items)));
    }

    @ParameterizedTest
    @EnumSource
    void aFindingIsKnownAgainAfter(Ending ending) {
        String instruction = ended(ending);
        JINGWEI.trySubmit(instruction, finding(0))
                .statusCode(200)
                .body("lead.id", equalTo(leads.get(0)));
        JINGWEI.trySubmit(instruction, aFinding().numbered(name + 0).saying("别的").make())
                .statusCode(409)
                .body("code", equalTo("finding-no-reused"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingNewIsTakenAfter(Ending ending) {
        String instruction = ended(ending);
        JINGWEI.trySubmit(instruction, finding(2))
                .statusCode(409)
                .body(
                        "code",
                        ending == Ending.COMPLETION ? equalTo("agency-completed") : nullValue());
        assertThat(CITY.get("/v1/leads?instructionId=" + instruction).extract().asString())
                .doesNotContain(name + 2);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsAnsweredItemByItemAfter(Ending ending) {
        String instruction = ended(ending);
        batch(
                        instruction,
                        finding(1),
                        aFinding().numbered(name + 0).saying("别的").make(),
                        finding(0))
                .statusCode(207)
                .body("items.status", equalTo(List.of(200, 409, 200)))
                .body("items[2].leadId", equalTo(leads.get(0)));
    }

    /** That the order is over says nothing of a finding: no item is answered as if it did. */
    @ParameterizedTest
    @EnumSource
    void aBatchWithAnythingNewIsRefusedWholeAfter(Ending ending) {
        String instruction = ended(ending);
        batch(instruction, finding(0), finding(2)).statusCode(409);
        batch(instruction, finding(0), Map.of("findingNo", List.of(1))).statusCode(409);
    }

    @Test
    void theSameBatchIsGoodAgainWhenTheOrderIsReopened() {
        Ending.COMPLETION.of(taken);
        batch(taken, finding(0), finding(2)).statusCode(409);
        CITY.step(
                        "/v1/instructions/" + taken,
                        "reopening",
                        Map.of("agency", "monitor-jingwei", "reasons", "补充报送"))
                .statusCode(200);
        batch(taken, finding(0), finding(2))
                .statusCode(207)
                .body("items.status", equalTo(List.of(200, 201)));
    }

    @Test
    void aForeignOrderIsNoneWhateverWasTakenBefore() {
        String foreign = CITY.issues(TODAY.plusDays(15), "monitor-other");
        JINGWEI.trySubmit(foreign, finding(0)).statusCode(404);
        batch(foreign, finding(0)).statusCode(404);
        OTHER.trySubmit(taken, finding(0)).statusCode(404);
        HUANGPU.trySubmit(taken, finding(0)).statusCode(404);
        Ending.CLOSING.of(taken);
        OTHER.trySubmit(taken, finding(0)).statusCode(404);
    }
}
