package io.mingjian.monitoring;

import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.MERCHANT;
import static io.mingjian.monitoring.Desk.OTHER;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.POLICE;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whoever has no part in an instruction or a lead learns nothing of it: every operation is tried as
 * every foreigner.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class TenancyTest {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);
    private static int serial;

    private String instruction;
    private String lead;
    private String letter;

    private record Operation(String method, String path) {}

    @BeforeEach
    void aLeadIsWithOneDistrict() {
        Today.is(LocalDate.of(2026, 4, 15));
        instruction = CITY.issues(DEADLINE, "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        lead = JINGWEI.submits(instruction, aFinding().numbered("T-" + ++serial).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
        letter =
                HUANGPU.post(
                                "/v1/leads/" + lead + "/letters",
                                Map.of(
                                        "platform", "platform-duoduo-live",
                                        "title", "请协助核查",
                                        "text", "请提供主体信息"))
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    /** The operations come from the service's own description, so that a new one is tried too. */
    @TestFactory
    Stream<DynamicTest> noOperationOnAForeignObjectAnswersAForeigner() {
        aLeadIsWithOneDistrict();
        List<Operation> operations = operationsOnObjects();
        assertThat(operations)
                .extracting(Operation::path)
                .contains("/v1/leads/{leadId}", "/v1/instructions/{instructionId}");
        String foreignInstruction = instruction;
        String foreignLead = lead;
        String foreignLetter = letter;
        return operations.stream()
                .flatMap(
                        operation ->
                                foreigners(operation)
                                        .map(
                                                foreigner ->
                                                        trial(
                                                                operation,
                                                                foreigner,
                                                                foreignInstruction,
                                                                foreignLead,
                                                                foreignLetter)));
    }

    private static Stream<Desk> foreigners(Operation operation) {
        Desk everyRole =
                new Desk(
                        TestCaller.pudong(
                                Role.INTAKE,
                                Role.HANDLER,
                                Role.REVIEWER,
                                Role.HEAD,
                                Role.AUDITOR,
                                Role.INTEGRATION));
        Desk otherMonitor =
                new Desk(
                        TestCaller.monitor("other", Role.HANDLER, Role.REVIEWER, Role.INTEGRATION));
        return Stream.of(everyRole, otherMonitor, OTHER, PUDONG, PLATFORM, POLICE, MERCHANT);
    }

    private static DynamicTest trial(
            Operation operation, Desk foreigner, String instruction, String lead, String letter) {
        String name =
                operation.method()
                        + " "
                        + operation.path()
                        + " as "
                        + foreigner.who().organisation()
                        + foreigner.who().roles();
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    String path =
                            operation
                                    .path()
                                    .replace("{instructionId}", instruction)
                                    .replace("{letterId}", letter)
                                    .replace("{leadId}", lead)
                                    .replace("{otherId}", lead)
                                    .replace("{version}", "1");
                    Response response =
                            RestAssured.given()
                                    .header("Authorization", foreigner.who().bearer())
                                    .header("If-Match", "\"0\"")
                                    .contentType("application/json")
                                    .body(operation.method().equals("GET") ? "" : body(operation))
                                    .request(operation.method(), path);
                    assertThat(response.statusCode()).as(response.asString()).isIn(403, 404);
                    assertThat(response.header("ETag")).isNull();
                    assertThat(response.asString())
                            .doesNotContain("JC2026")
                            .doesNotContain("XS2026")
                            .doesNotContain("monitor-jingwei");
                });
    }

    /** A body that would be lawful, so that not the form but the foreignness is what refuses. */
    private static String body(Operation operation) {
        String last = operation.path().substring(operation.path().lastIndexOf('/') + 1);
        return switch (last) {
            case "leads" -> "{\"findingNo\":\"F\"}";
            case "lead-batches" -> "{\"items\":[{\"findingNo\":\"F\"}]}";
            case "qualification" -> "{\"verdict\":\"QUALIFIED\"}";
            case "supplement" -> "{\"finding\":{\"findingNo\":\"F\"}}";
            case "sampling-lots" -> "{\"agency\":\"monitor-jingwei\"}";
            case "assignment" -> "{\"districtCode\":\"310115\",\"reasons\":\"x\"}";
            case "disposal" -> "{\"code\":\"CASE_FILED\",\"reasons\":\"x\",\"caseNo\":\"x\"}";
            case "extension" -> "{\"granted\":true,\"reasons\":\"x\"}";
            case "letters" -> "{\"platform\":\"platform-x\",\"title\":\"x\",\"text\":\"x\"}";
            case "answer", "reminder" -> "{\"text\":\"x\"}";
            case "referrals" -> "{\"kind\":\"CRIME\",\"conduct\":\"FRAUD\",\"reasons\":\"x\"}";
            case "amendments" -> "{\"changes\":{\"scope\":\"x\"},\"reasons\":\"x\"}";
            case "completion" -> "{\"note\":\"x\"}";
            case "reopening" -> "{\"agency\":\"monitor-jingwei\",\"reasons\":\"x\"}";
            case "reminders" -> "{\"text\":\"x\"}";
            case "feedback" -> "{\"summary\":\"x\"}";
            default -> "{\"reasons\":\"x\"}";
        };
    }

    private static List<Operation> operationsOnObjects() {
        Map<String, Map<String, Object>> paths =
                RestAssured.given()
                        .header("Accept", "application/json")
                        .get("/q/openapi?format=json")
                        .jsonPath()
                        .getMap("paths");
        List<Operation> operations = new ArrayList<>();
        paths.forEach(
                (path, methods) -> {
                    if (path.contains("{leadId}")
                            || path.contains("{letterId}")
                            || path.contains("{instructionId}")) {
                        methods.keySet().stream()
                                .filter(
                                        method ->
                                                List.of("get", "post", "put", "delete", "patch")
                                                        .contains(method))
                                .forEach(
                                        method ->
                                                operations.add(
                                                        new Operation(
                                                                method.toUpperCase(Locale.ROOT),
                                                                path)));
                    }
                });
        return operations;
    }

    @Test
    void listsShowNothingForeign() {
        for (Desk foreigner : List.of(OTHER, PUDONG, PLATFORM, POLICE, MERCHANT)) {
            foreigner
                    .get("/v1/leads?limit=200")
                    .statusCode(200)
                    .body("items.id", not(hasItem(lead)));
            foreigner.get("/v1/leads?instructionId=" + instruction).body("items", empty());
            foreigner.get("/v1/leads?agency=monitor-jingwei").body("items.id", not(hasItem(lead)));
            foreigner.get("/v1/instructions?limit=200").body("items.id", not(hasItem(instruction)));
        }
        PUDONG.get("/v1/assignments?leadId=" + lead).body("items", empty());
        POLICE.get("/v1/assignments?leadId=" + lead).body("items", empty());
        JINGWEI.get("/v1/assignments?leadId=" + lead).body("items", empty());
    }

    @Test
    void onlyABureauFiltersByTheDistrictThatIsHiddenFromOthers() {
        for (Desk outsider : List.of(JINGWEI, OTHER, PLATFORM, POLICE, MERCHANT)) {
            for (String guess : List.of("samr-huangpu", "samr-pudong")) {
                outsider.get(
                                "/v1/leads?instructionId="
                                        + instruction
                                        + "&districtOrganisation="
                                        + guess)
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("/districtOrganisation"))
                        .body("errors[0].code", equalTo("not-for-this-caller"));
            }
        }
        String right = "/v1/leads?instructionId=" + instruction + "&districtOrganisation=";
        CITY.get(right + "samr-huangpu").body("items.id", equalTo(List.of(lead)));
        CITY.get(right + "samr-pudong").statusCode(200).body("items", empty());
    }

    @Test
    void anAgencysListTellsNothingOfTheDueDatesOfOthers() {
        Today.is(LocalDate.of(2026, 4, 16));
        String later = JINGWEI.submits(instruction, aFinding().numbered("T-" + ++serial).make());
        String list = "/v1/leads?instructionId=" + instruction;
        HUANGPU.verifies(lead);
        CITY.get(list).body("items.id", equalTo(List.of(later, lead)));
        JINGWEI.get(list).body("items.id", equalTo(List.of(lead, later)));

        String cursor = JINGWEI.get(list + "&limit=1").extract().path("nextCursor");
        assertThat(inside(cursor))
                .isEqualTo("{\"id\":\"%s\",\"key\":\"%s\"}".formatted(lead, lead));
        JINGWEI.get(list + "&limit=1&cursor=" + cursor)
                .body("items.id", equalTo(List.of(later)))
                .body("nextCursor", nullValue());
    }

    private static String inside(String cursor) {
        byte[] body = Base64.getUrlDecoder().decode(cursor.substring(0, cursor.indexOf('.')));
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void everyPartySeesWhatIsItsOwn() {
        CITY.get("/v1/leads?instructionId=" + instruction).body("items.id", equalTo(List.of(lead)));
        JINGWEI.get("/v1/leads?instructionId=" + instruction)
                .body("items.id", equalTo(List.of(lead)));
        HUANGPU.get("/v1/leads?instructionId=" + instruction)
                .body("items.id", equalTo(List.of(lead)));
        Desk.AUDITOR.get("/v1/leads/" + lead).statusCode(200).body("lead.openSteps", empty());
    }

    @Test
    void noDistrictSeesAnInstruction() {
        HUANGPU.get("/v1/instructions/" + instruction).statusCode(404);
    }

    @Test
    void aDistrictSeesALeadFromItsAssignmentOn() {
        String fresh = JINGWEI.submits(instruction, aFinding().numbered("T-" + ++serial).make());
        HUANGPU.get("/v1/leads/" + fresh).statusCode(404);
        CITY.qualifies(fresh);
        HUANGPU.get("/v1/leads/" + fresh).statusCode(404);
        CITY.assigns(fresh, "310101");
        HUANGPU.get("/v1/leads/" + fresh).statusCode(200);
    }

    @Test
    void aRoleThatOnlyLooksTakesNoStep() {
        Desk intake = new Desk(TestCaller.huangpu(Role.INTAKE));
        intake.tryStep(lead, "verification", null).statusCode(403);
        Desk.AUDITOR.tryStep(lead, "qualification", Map.of("verdict", "QUALIFIED")).statusCode(403);
        new Desk(TestCaller.city(Role.SYSTEM_ADMIN)).get("/v1/leads/" + lead).statusCode(403);
    }
}
