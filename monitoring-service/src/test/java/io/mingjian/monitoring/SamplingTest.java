package io.mingjian.monitoring;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static io.mingjian.monitoring.finding.Findings.aFixation;
import static io.mingjian.monitoring.finding.Findings.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.finding.Finding;
import io.mingjian.monitoring.finding.Findings;
import io.mingjian.monitoring.finding.Fixation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trusted agency's leads are reviewed by a sample; a person decides all the same. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SamplingTest {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 24);
    private static final Path EXAMPLE =
            Path.of(
                    "../monitor-client/src/main/resources/io/mingjian/client/findings/example.json");
    private static final long SEED = 9;
    private static int serial;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource database;
    @Inject ObjectMapper json;

    /** One for all tests: the same words again would be likely duplicates. */
    private static final Random RANDOM = new Random(SEED);

    private Desk agency;
    private String instruction;

    @BeforeEach
    void anAgencyHandsInLeads() {
        Today.is(LocalDate.of(2026, 4, 15));
        agency = new Desk(TestCaller.monitor("sampled" + ++serial, Role.INTEGRATION));
        instruction = CITY.issues(DEADLINE, agency.who().organisation());
        agency.acknowledges(instruction);
    }

    @Test
    void nobodyIsSampledWhoIsNotTrusted() {
        handsIn(3);
        opens().statusCode(409).body("code", equalTo("agency-not-trusted"));
        agency.post(
                        "/v1/instructions/" + instruction + "/sampling-lots",
                        Map.of("agency", agency.who().organisation()))
                .statusCode(403);
    }

    @Test
    void aGoodSampleLetsAPersonTakeTheRestWithOneDecision() {
        isTrusted();
        handsIn(60);
        String flagged = agency.submits(instruction, clean("FLAGGED").of("FOOD_SAFETY").make());
        JsonPath lot = opens().statusCode(201).extract().jsonPath();
        assertThat(lot.getInt("size")).isEqualTo(60);
        assertThat(lot.getInt("sampleSize")).isEqualTo(20);
        assertThat(lot.getInt("acceptanceNumber")).isEqualTo(1);
        String path = "/v1/sampling-lots/" + lot.getString("id");
        agency.get(path).statusCode(403);
        for (Desk foreigner :
                List.of(
                        new Desk(TestCaller.monitor("curious", Role.REVIEWER)),
                        new Desk(TestCaller.huangpu(Role.REVIEWER)),
                        new Desk(TestCaller.police(Role.REVIEWER)))) {
            foreigner.get(path).statusCode(404);
            foreigner
                    .post(path + "/acceptance", Map.of("reasons", "x"), "If-Match", "\"0\"")
                    .statusCode(404);
            foreigner
                    .post(path + "/full-review", Map.of("reasons", "x"), "If-Match", "\"0\"")
                    .statusCode(404);
        }

        CITY.step(path, "acceptance", Map.of("reasons", "样本合格"))
                .statusCode(409)
                .body("code", equalTo("sample-not-reviewed"));
        List<String> sample = lot.getList("sample.leadId");
        disqualifies(sample.get(0));
        sample.stream().skip(1).forEach(CITY::qualifies);
        CITY.get(path)
                .body("defects", equalTo(1))
                .body("reviewed", equalTo(20))
                .body("outlook", equalTo("MAY_ACCEPT"))
                .body("remaining", equalTo(40));

        CITY.step(path, "acceptance", Map.of("reasons", "样本合格"))
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("remaining", equalTo(0));
        List<String> states =
                CITY.get("/v1/leads?limit=200&instructionId=" + instruction)
                        .extract()
                        .jsonPath()
                        .getList("items.state");
        assertThat(states).filteredOn("QUALIFIED"::equals).hasSize(59);
        assertThat(CITY.sees(flagged).getString("lead.state")).isEqualTo("SUBMITTED");
        String taken = undrawn(sample, flagged);
        assertThat(CITY.sees(taken).getString("history[-1].by")).isEqualTo("city.reviewer");
        assertThat(CITY.sees(taken).getString("history[-1].reasons"))
                .as("the agency reads it and must not learn that nobody looked")
                .isNull();
        CITY.step(path, "acceptance", Map.of("reasons", "再次"))
                .statusCode(409)
                .body("state", equalTo("ACCEPTED"));
    }

    /** It is much the same for all findings of an agency: else none would ever be sampled. */
    @Test
    void aPartThatIsMissingInTheRecordIsToldAndKeepsNoLeadOutOfTheSample() {
        isTrusted();
        Finding bare = clean("BARE").make();
        String lead = agency.submits(instruction, bare);
        arrives(bare, Findings.SM3);
        awaitMatch(lead, "MATCHES");
        assertThat(CITY.sees(lead).getList("flags.rule"))
                .contains("TARGET_IP_MISSING", "SERVER_IP_MISSING", "RECORDING_MISSING");
        opens().statusCode(201).body("size", equalTo(1)).body("sample.leadId", hasItem(lead));
    }

    @Test
    void withoutTheTimeOfItsHashAFindingIsReviewedByItself() {
        isTrusted();
        Finding whole = clean("TIMELESS").make();
        ObjectNode untimed = json.valueToTree(whole);
        ((ObjectNode) untimed.at("/evidence/0")).remove("hashedAt");
        String lead =
                agency.trySubmit(instruction, untimed).statusCode(201).extract().path("lead.id");
        arrives(whole, Findings.SM3);
        awaitMatch(lead, "MATCHES");
        opens().statusCode(409).body("code", equalTo("nothing-to-sample"));
    }

    /** As the client's template has it; about another page and subject, as each finding is. */
    @Test
    void aFindingAsTheClientsExampleHasItIsSampled() throws IOException {
        Today.is(LocalDate.of(2026, 11, 27));
        String lateInTheYear = CITY.issues(LocalDate.of(2026, 12, 10), agency.who().organisation());
        agency.acknowledges(lateInTheYear);
        Today.is(LocalDate.of(2026, 11, 30));
        isTrusted();
        UUID file = UUID.randomUUID();
        UUID recording = UUID.randomUUID();
        ObjectNode finding = (ObjectNode) json.readTree(EXAMPLE.toFile());
        finding.put("findingNo", "EXAMPLE-" + file)
                .put("pageUrl", "https://" + file + ".example/")
                .put("shopName", "店" + words(4))
                .put("subjectName", "上海" + words(6) + "商行")
                .put("uscc", "913101060781234571")
                .put("contentSummary", words(60));
        ObjectNode fixation = (ObjectNode) finding.at("/evidence/0");
        fixation.remove(List.of("file", "recording"));
        fixation.put("evidenceId", file.toString())
                .put("sha256", hashOf(file))
                .put("sm3", Findings.SM3)
                .put("recordingEvidenceId", recording.toString());
        arrives(recording, hashOf(recording), "44".repeat(32));
        String lead =
                agency.trySubmit(lateInTheYear, finding).statusCode(201).extract().path("lead.id");
        arrives(file, hashOf(file), Findings.SM3);
        awaitMatch(lead, "MATCHES");
        await().untilAsserted(() -> assertThat(CITY.sees(lead).getList("flags")).isNullOrEmpty());
        CITY.post(
                        "/v1/instructions/" + lateInTheYear + "/sampling-lots",
                        Map.of("agency", agency.who().organisation()))
                .statusCode(201)
                .body("sample.leadId", hasItem(lead));
    }

    @Test
    void whatNoCheckWasRunOnIsReviewedOneByOne() throws SQLException {
        isTrusted();
        handsIn(3);
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "update lead set checked = false where finding_no <> 'C-0' and instruction_id = '%s'"
                            .formatted(instruction));
        }
        opens().statusCode(201).body("size", equalTo(1));
        opens().statusCode(409)
                .body("code", equalTo("nothing-to-sample"))
                .body("detail", containsString("须单独查看的提示"));
    }

    @Test
    void aBadSampleSendsTheLotToFullReviewAndTheTrustIntoDoubt() {
        isTrusted();
        handsIn(12);
        JsonPath lot = opens().statusCode(201).extract().jsonPath();
        String path = "/v1/sampling-lots/" + lot.getString("id");
        List<String> sample = lot.getList("sample.leadId");
        assertThat(sample).hasSize(5);
        disqualifies(sample.get(0));
        CITY.get(path).body("outlook", equalTo("MUST_FALL_BACK"));
        CITY.step(path, "acceptance", Map.of("reasons", "仍然通过"))
                .statusCode(409)
                .body("code", equalTo("too-many-defects"));
        CITY.step(path, "full-review", Map.of("reasons", " ")).statusCode(422);
        CITY.step(path, "full-review", Map.of("reasons", "样本不合格"))
                .statusCode(200)
                .body("state", equalTo("FULL_REVIEW"))
                .body("trustToBeReconsidered", equalTo(true));
        Desk.AUDITOR
                .get("/v1/audit/entries?objectId=" + agency.who().organisation())
                .body("link.action", hasItem("agency.trust-in-doubt"));
        CITY.get("/v1/agencies/" + agency.who().organisation())
                .body("trust.trusted", equalTo(true));
        opens().statusCode(409).body("code", equalTo("nothing-to-sample"));
        assertThat(CITY.sees(sample.get(1)).getString("lead.state")).isEqualTo("SUBMITTED");
        CITY.get("/v1/instructions/" + instruction + "/sampling-lots")
                .body("items.id", equalTo(List.of(lot.getString("id"))));
    }

    @Test
    void afterALotFellBackTheNextOnesAreTightenedUntilFiveWereAccepted() {
        isTrusted();
        fallsBack(lotOf("BAD", 1));
        handsIn("C", 6);
        opens("NORMAL")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/plan"))
                .body("errors[0].code", equalTo("plan-too-lenient"));
        JsonPath tight = opens().statusCode(201).extract().jsonPath();
        assertThat(tight.getString("plan")).isEqualTo("TIGHTENED");
        assertThat(tight.getInt("sampleSize")).isEqualTo(6);
        accepts(tight);
        for (String series : List.of("D", "E", "F", "G")) {
            handsIn(series, 1);
            opens("NORMAL").statusCode(422);
            accepts(opens().statusCode(201).extract().jsonPath());
        }
        JsonPath normal = lotOf("H", 1);
        assertThat(normal.getString("plan")).isEqualTo("NORMAL");
        fallsBack(normal);
        assertThat(lotOf("I", 1).getString("plan")).as("it begins anew").isEqualTo("TIGHTENED");
    }

    @Test
    void aFileWithAnotherSm3AndARecordingThatHasNotComeKeepALeadOutOfTheSample() {
        isTrusted();
        UUID recording = UUID.randomUUID();
        Finding recorded = clean("REC", recording).make();
        Finding plain = clean("SM3").make();
        String first = agency.submits(instruction, recorded);
        agency.submits(instruction, plain);
        arrives(recorded, Findings.SM3);
        arrives(plain, "22".repeat(32));
        awaitMatch(first, "MATCHES");
        opens().statusCode(409).body("code", equalTo("nothing-to-sample"));
        arrives(recording, "33".repeat(32), "44".repeat(32));
        await().until(() -> opens().extract().statusCode() == 201);
        CITY.get("/v1/instructions/" + instruction + "/sampling-lots")
                .body("items.size", equalTo(List.of(1)));
    }

    @Test
    void aPairThatCanNoLongerBeConfirmedKeepsNoLeadOutOfTheSample() {
        isTrusted();
        Finding early = clean("PAIR-1").make();
        Finding late = clean("PAIR-2").with(early.fixations()).make();
        String first = agency.submits(instruction, early);
        String second = agency.submits(instruction, late);
        arrives(early, Findings.SM3);
        awaitMatch(second, "MATCHES");
        assertThat(CITY.sees(second).getList("duplicateProposals.leadId")).containsExactly(first);
        disqualifies(first);
        assertThat(CITY.sees(second).getList("duplicateProposals")).isEmpty();
        opens().statusCode(201).body("size", equalTo(1)).body("sample.leadId", hasItem(second));
    }

    private JsonPath lotOf(String series, int count) {
        handsIn(series, count);
        return opens().statusCode(201).extract().jsonPath();
    }

    private static void fallsBack(JsonPath lot) {
        disqualifies(lot.getString("sample[0].leadId"));
        CITY.step(
                        "/v1/sampling-lots/" + lot.getString("id"),
                        "full-review",
                        Map.of("reasons", "样本不合格"))
                .statusCode(200);
    }

    private static void accepts(JsonPath lot) {
        lot.<String>getList("sample.leadId").forEach(CITY::qualifies);
        CITY.step(
                        "/v1/sampling-lots/" + lot.getString("id"),
                        "acceptance",
                        Map.of("reasons", "样本合格"))
                .statusCode(200);
    }

    private ValidatableResponse opens(String plan) {
        return CITY.post(
                "/v1/instructions/" + instruction + "/sampling-lots",
                Map.of("agency", agency.who().organisation(), "plan", plan));
    }

    private void isTrusted() {
        String organisation = agency.who().organisation();
        CITY.post("/v1/agencies", Map.of("organisation", organisation, "name", "抽样监测公司"))
                .statusCode(201);
        CITY.step(
                        "/v1/agencies/" + organisation,
                        "trust",
                        Map.of("trusted", true, "reasons", "连续两季度合格率高"))
                .statusCode(200);
    }

    private ValidatableResponse opens() {
        return CITY.post(
                "/v1/instructions/" + instruction + "/sampling-lots",
                Map.of("agency", agency.who().organisation()));
    }

    private static void disqualifies(String lead) {
        CITY.tryStep(lead, "qualification", Map.of("verdict", "UNQUALIFIED", "reasons", "页面无法复现"))
                .statusCode(200);
    }

    private String undrawn(List<String> sample, String flagged) {
        List<String> all =
                CITY.get("/v1/leads?limit=200&instructionId=" + instruction)
                        .extract()
                        .jsonPath()
                        .getList("items.id");
        return all.stream()
                .filter(id -> !sample.contains(id) && !id.equals(flagged))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Leads about different things whose files the detection service received as they were told.
     */
    private void handsIn(int count) {
        handsIn("C", count);
    }

    private void handsIn(String series, int count) {
        List<Finding> items = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            items.add(clean(series + "-" + at).make());
        }
        agency.post("/v1/instructions/" + instruction + "/lead-batches", Map.of("items", items))
                .statusCode(207)
                .body("accepted", equalTo(count));
        items.forEach(item -> arrives(item, Findings.SM3));
        String last = series + "-" + (count - 1);
        awaitMatch(
                CITY.get("/v1/leads?limit=200&instructionId=" + instruction)
                        .extract()
                        .jsonPath()
                        .getString("items.find{it.findingNo=='" + last + "'}.id"),
                "MATCHES");
    }

    /** The detection service received the file that the finding names. */
    private void arrives(Finding item, String sm3) {
        arrives(item.evidenceIds().get(0), item.fixations().get(0).sha256(), sm3);
    }

    private void arrives(UUID file, String sha256, String sm3) {
        messages.<String>source("events")
                .send(EvidenceMessages.received(file, agency.who().organisation(), sha256, sm3));
    }

    private static void awaitMatch(String lead, String match) {
        await().until(() -> match.equals(CITY.sees(lead).getString("indications[0].hashMatch")));
    }

    private Findings clean(String number, UUID recording) {
        Fixation plain = clean(number).make().fixations().get(0);
        return clean(number).with(List.of(recorded(plain, recording)));
    }

    private Findings clean(String number) {
        UUID file = UUID.randomUUID();
        return aFinding()
                .numbered(number)
                .of("店" + words(4), words(60))
                .at("https://" + file + ".example/" + number)
                .with(List.of(aFixation(file, hashOf(file))));
    }

    private static String hashOf(UUID file) {
        return file.toString().replace("-", "").repeat(2);
    }

    private String words(int length) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append((char) ('\u4e00' + RANDOM.nextInt(5000)));
        }
        return text.toString();
    }
}
