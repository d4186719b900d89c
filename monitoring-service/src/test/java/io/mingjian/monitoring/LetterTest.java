package io.mingjian.monitoring;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.CITY_HEAD;
import static io.mingjian.monitoring.Desk.HUANGPU;
import static io.mingjian.monitoring.Desk.HUANGPU_HEAD;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static io.mingjian.monitoring.Desk.PLATFORM;
import static io.mingjian.monitoring.Desk.PUDONG;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.letter.LetterMending;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A bureau asks a platform for help; the platform sees what is addressed to it and answers. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LetterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 15);
    private static final Desk OTHER_PLATFORM =
            new Desk(TestCaller.platform("elsewhere", Role.INTEGRATION));
    private static int serial;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource database;

    @Inject LetterMending mending;

    private String lead;

    @BeforeEach
    void aDistrictWorksOnALead() {
        Today.is(DAY);
        String instruction = CITY.issues(LocalDate.of(2026, 4, 30), "monitor-jingwei");
        JINGWEI.acknowledges(instruction);
        lead = JINGWEI.submits(instruction, aFinding().numbered("L-" + ++serial).make());
        CITY.qualifies(lead);
        CITY.assigns(lead, "310101");
        HUANGPU.receives(lead);
    }

    /** Nobody would ever read it, and its term would run out. */
    @Test
    void noLetterIsDraftedToAPlatformThatNobodyAnswersFor() {
        Map<String, Object> lost = new HashMap<>(aLetter());
        lost.put("platform", "platform-yuogou");
        HUANGPU.post("/v1/leads/" + lead + "/letters", lost)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/platform"))
                .body("errors[0].code", equalTo("unknown-platform"));
        HUANGPU.get("/v1/letters?leadId=" + lead).body("items", hasSize(0));
    }

    @Test
    void oneDraftsAnotherIssuesAndThePlatformAnswers() {
        String letter = drafted();
        PLATFORM.get("/v1/letters/" + letter).statusCode(404);
        HUANGPU_HEAD
                .step("/v1/letters/" + letter, "issue", null)
                .statusCode(200)
                .body("letterNo", matchesPattern("XZ2026-samr-huangpu-\\d{5}"))
                .body("dueOn", equalTo("2026-05-09"));
        JsonPath seen = PLATFORM.get("/v1/letters/" + letter).statusCode(200).extract().jsonPath();
        assertThat(seen.prettify())
                .doesNotContain("huangpu.handler")
                .doesNotContain("huangpu.head")
                .doesNotContain("monitor-jingwei")
                .doesNotContain("XS2026")
                .doesNotContain(lead);
        assertThat(seen.getList("openSteps")).isEqualTo(List.of("ACKNOWLEDGE", "ANSWER"));
        PLATFORM.step("/v1/letters/" + letter, "acknowledgement", null).statusCode(200);
        UUID evidence = UUID.randomUUID();
        answers(PLATFORM, letter, "key-" + letter, evidence)
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("late", equalTo(false));
        HUANGPU.get("/v1/letters/" + letter)
                .body("answer", equalTo("主体信息如附件"))
                .body("answerEvidenceIds", equalTo(List.of(evidence.toString())));
        await().untilAsserted(
                        () ->
                                assertThat(told(letter))
                                        .extracting(event -> event.getString("type"))
                                        .containsExactly("letter.issued.v1", "letter.answered.v1"));
        JsonPath answered = told(letter).get(1);
        assertThat(answered.getString("data.bureau")).isEqualTo("samr-huangpu");
        assertThat(answered.getString("data.platform")).isEqualTo("platform-yougou");
        assertThat(answered.getList("data.evidenceIds")).isEqualTo(List.of(evidence.toString()));
    }

    @Test
    void whoDraftedDoesNotIssue() {
        Desk head = new Desk(TestCaller.huangpu(Role.HEAD).named("huangpu.handler"));
        head.step("/v1/letters/" + drafted(), "issue", null)
                .statusCode(403)
                .body("code", equalTo("own-draft"));
    }

    @Test
    void aForeignPlatformNeitherSeesNorAnswers() {
        String letter = issued();
        OTHER_PLATFORM.get("/v1/letters/" + letter).statusCode(404);
        answers(OTHER_PLATFORM, letter, "foreign-" + letter, UUID.randomUUID()).statusCode(404);
        OTHER_PLATFORM.get("/v1/letters?limit=200").body("items", empty());
        PUDONG.get("/v1/letters?leadId=" + lead).body("items", empty());
        PUDONG.get("/v1/letters/" + letter).statusCode(404);
        JINGWEI.get("/v1/letters/" + letter).statusCode(404);
        PLATFORM.get("/v1/letters?leadId=" + lead).statusCode(400);
    }

    @Test
    void anAnswerAfterTheTermIsTakenAndMarked() {
        String letter = issued();
        Today.is(LocalDate.of(2026, 5, 9));
        HUANGPU.get("/v1/letters?overdue=true&limit=200").body("items.id", not(hasItem(letter)));
        Today.is(LocalDate.of(2026, 5, 11));
        HUANGPU.get("/v1/letters?overdue=true&limit=200").body("items.id", hasItem(letter));
        HUANGPU.step("/v1/letters/" + letter, "reminder", Map.of("text", "请尽快答复"))
                .statusCode(200)
                .body("overdue", equalTo(true))
                .body("reminders.text", equalTo(List.of("请尽快答复")));
        answers(PLATFORM, letter, "late-" + letter, UUID.randomUUID())
                .statusCode(200)
                .body("late", equalTo(true))
                .body("overdue", equalTo(false));
    }

    @Test
    void theSameAnswerTwiceIsOneAndAnotherOneIsRefused() {
        String letter = issued();
        String tag = PLATFORM.get("/v1/letters/" + letter).extract().header("ETag");
        Map<String, Object> answer = Map.of("text", "无此商家");
        for (int i = 0; i < 2; i++) {
            PLATFORM.post(
                            "/v1/letters/" + letter + "/answer",
                            answer,
                            "If-Match",
                            tag,
                            "Idempotency-Key",
                            "twice-" + letter)
                    .statusCode(200)
                    .body("answer", equalTo("无此商家"));
        }
        PLATFORM.post(
                        "/v1/letters/" + letter + "/answer",
                        Map.of("text", "改口"),
                        "If-Match",
                        tag,
                        "Idempotency-Key",
                        "twice-" + letter)
                .statusCode(422);
        PLATFORM.step("/v1/letters/" + letter, "answer", Map.of("text", "改口")).statusCode(409);
    }

    @Test
    void aLetterIsWithdrawnWithReasonsThatStayWithTheBureau() {
        String letter = issued();
        HUANGPU.step("/v1/letters/" + letter, "withdrawal", Map.of()).statusCode(422);
        HUANGPU.step("/v1/letters/" + letter, "withdrawal", Map.of("reasons", "发函对象有误"))
                .statusCode(200)
                .body("clocks", empty());
        assertThat(PLATFORM.get("/v1/letters/" + letter).extract().asString())
                .contains("WITHDRAWN")
                .doesNotContain("发函对象有误");
        PLATFORM.step("/v1/letters/" + letter, "answer", Map.of("text", "x")).statusCode(409);
    }

    @Test
    void onlyWhoWorksOnTheLeadDrafts() {
        CITY.post("/v1/leads/" + lead + "/letters", aLetter())
                .statusCode(403)
                .body("code", equalTo("not-the-holder"));
        PUDONG.post("/v1/leads/" + lead + "/letters", aLetter()).statusCode(404);
        HUANGPU.post(
                        "/v1/leads/" + lead + "/letters",
                        Map.of("platform", "samr-pudong", "title", "x", "text", "x"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/platform"));
        HUANGPU.get("/v1/leads/" + lead)
                .body("lead.clocks.limit", equalTo(List.of("VERIFICATION")));
        CITY.get("/v1/letters?leadId=" + lead).body("items", hasSize(0));
    }

    @Nested
    class WhenTheLeadGoesToAnotherBureau {
        private final UUID evidence = UUID.randomUUID();
        private String answered;
        private String waiting;
        private String draft;

        @BeforeEach
        void lettersStandInEveryWay() {
            answered = issued();
            waiting = issued();
            draft = drafted();
            answers(PLATFORM, answered, "key-" + answered, evidence).statusCode(200);
        }

        private void theLeadGoesToPudong() {
            HUANGPU.tryStep(lead, "return", Map.of("reasons", "实际经营地在浦东新区")).statusCode(200);
            CITY.assigns(lead, "310115");
        }

        @Test
        void theNewDistrictHasItsLettersAndTheFormerOneNone() {
            theLeadGoesToPudong();
            for (String letter : List.of(answered, waiting, draft)) {
                HUANGPU.get("/v1/letters/" + letter).statusCode(404);
                HUANGPU.step("/v1/letters/" + letter, "reminder", Map.of()).statusCode(404);
            }
            HUANGPU.get("/v1/letters?limit=200&leadId=" + lead).body("items", empty());
            HUANGPU.get("/v1/letters?limit=200").body("items.id", not(hasItem(answered)));
            PUDONG.get("/v1/letters?leadId=" + lead).body("items", hasSize(3));
            PUDONG.get("/v1/letters/" + answered)
                    .statusCode(200)
                    .body("bureau", equalTo("samr-huangpu"))
                    .body("holder", equalTo("samr-pudong"))
                    .body("answer", equalTo("主体信息如附件"))
                    .body("answerEvidenceIds", equalTo(List.of(evidence.toString())));
            PUDONG.step("/v1/letters/" + waiting, "reminder", Map.of("text", "现由本局承办"))
                    .statusCode(200);
            PLATFORM.get("/v1/letters/" + waiting)
                    .body("bureau", equalTo("samr-huangpu"))
                    .body("holder", equalTo("samr-pudong"));
            PUDONG.step("/v1/letters/" + waiting, "withdrawal", Map.of("reasons", "不再需要"))
                    .statusCode(200);
        }

        @Test
        void detectionIsToldWhoMaySeeTheEvidenceOfAnAnswerThatCameBeforeAndOfOneThatComesAfter() {
            theLeadGoesToPudong();
            await().until(() -> words(answered).contains("letter.handed-over.v1"));
            JsonPath moved = told(answered).get(2);
            assertThat(moved.getString("data.bureau")).isEqualTo("samr-pudong");
            assertThat(moved.getString("data.state")).isEqualTo("ANSWERED");
            assertThat(moved.getList("data.evidenceIds")).isEqualTo(List.of(evidence.toString()));
            assertThat(moved.getLong("revision"))
                    .isGreaterThan(told(answered).get(1).getLong("revision"));
            answers(PLATFORM, waiting, "key-" + waiting, UUID.randomUUID()).statusCode(200);
            await().until(() -> words(waiting).contains("letter.answered.v1"));
            assertThat(told(waiting).get(2).getString("data.bureau")).isEqualTo("samr-pudong");
            assertThat(told(draft)).isEmpty();
        }

        /** As a replica of the release before moves a lead, which knows nothing of its letters. */
        @Test
        void lettersThatWereLeftBehindFollowAndDetectionIsTold() throws SQLException {
            try (Connection older = database.getConnection()) {
                execute(
                        older,
                        "update lead set district_organisation = 'samr-pudong', district_code ="
                                + " '310115' where id = '"
                                + lead
                                + "'");
            }
            HUANGPU.get("/v1/letters/" + answered).statusCode(200);
            mending.mend().await().atMost(Duration.ofMinutes(2));
            HUANGPU.get("/v1/letters/" + answered).statusCode(404);
            PUDONG.get("/v1/letters/" + answered)
                    .statusCode(200)
                    .body("bureau", equalTo("samr-huangpu"))
                    .body("holder", equalTo("samr-pudong"));
            await().until(() -> words(answered).contains("letter.handed-over.v1"));
            assertThat(told(answered).get(2).getString("data.bureau")).isEqualTo("samr-pudong");
            mending.mend().await().atMost(Duration.ofMinutes(2));
            assertThat(words(answered)).containsOnlyOnce("letter.handed-over.v1");
        }

        @Test
        void aDraftIsIssuedByTheNewDistrictUnderItsOwnNumberOnceTheLeadIsReceived() {
            theLeadGoesToPudong();
            Desk head = new Desk(TestCaller.pudong(Role.HEAD).named("pudong.head"));
            head.step("/v1/letters/" + draft, "issue", null)
                    .statusCode(409)
                    .body("code", equalTo("lead-not-in-hand"));
            PUDONG.receives(lead);
            head.step("/v1/letters/" + draft, "issue", null)
                    .statusCode(200)
                    .body("bureau", equalTo("samr-pudong"))
                    .body("letterNo", matchesPattern("XZ2026-samr-pudong-\\d{5}"));
        }

        @Test
        void afterATakeOverTheCityActsOnThemAndTheDistrictNoLonger() {
            HUANGPU.verifies(lead);
            CITY_HEAD.tryStep(lead, "takeover", Map.of("reasons", "涉及面广")).statusCode(200);
            HUANGPU.get("/v1/letters/" + waiting).statusCode(404);
            CITY_HEAD
                    .step("/v1/letters/" + waiting, "reminder", Map.of("text", "请尽快答复"))
                    .statusCode(200);
            CITY_HEAD
                    .step("/v1/letters/" + waiting, "withdrawal", Map.of("reasons", "另行取证"))
                    .statusCode(200)
                    .body("holder", equalTo("samr-shanghai"));
            CITY_HEAD
                    .step("/v1/letters/" + draft, "issue", null)
                    .statusCode(200)
                    .body("letterNo", matchesPattern("XZ2026-samr-shanghai-\\d{5}"));
            await().until(() -> words(answered).contains("letter.handed-over.v1"));
            assertThat(told(answered).get(2).getString("data.bureau")).isEqualTo("samr-shanghai");
        }

        private List<String> words(String letter) {
            return told(letter).stream().map(event -> event.getString("type")).toList();
        }
    }

    @Test
    void whoHasNotReceivedTheLeadOrGivesItBackWritesNothing() {
        HUANGPU.tryStep(lead, "return", Map.of("reasons", "不在本区")).statusCode(200);
        HUANGPU.post("/v1/leads/" + lead + "/letters", aLetter())
                .statusCode(409)
                .body("code", equalTo("lead-not-in-hand"));
        CITY.assigns(lead, "310115");
        PUDONG.post("/v1/leads/" + lead + "/letters", aLetter())
                .statusCode(409)
                .body("code", equalTo("lead-not-in-hand"));
        PUDONG.receives(lead);
        PUDONG.post("/v1/leads/" + lead + "/letters", aLetter()).statusCode(201);
    }

    /** While the lead is being closed, a letter waits to see what becomes of it. */
    @Test
    void noLetterIsIssuedBesideTheEndOfItsLead() throws Exception {
        String letter = drafted();
        try (Connection ending = database.getConnection()) {
            ending.setAutoCommit(false);
            execute(ending, "update lead set state = 'CLOSED' where id = '" + lead + "'");
            CompletableFuture<ValidatableResponse> issue =
                    CompletableFuture.supplyAsync(
                            () -> HUANGPU_HEAD.step("/v1/letters/" + letter, "issue", null));
            await().until(() -> issue.isDone() || isAwaited());
            ending.commit();
            issue.get(30, TimeUnit.SECONDS).statusCode(409).body("code", equalTo("lead-closed"));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether somebody waits for a row of a lead. */
    private boolean isAwaited() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet waiting =
                        statement.executeQuery(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and query ilike '%from lead %'")) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    private static Map<String, Object> aLetter() {
        return Map.of("platform", "platform-yougou", "title", "请协助核查", "text", "请提供店铺的主体信息与交易记录。");
    }

    private String drafted() {
        return HUANGPU.post("/v1/leads/" + lead + "/letters", aLetter())
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String issued() {
        String letter = drafted();
        HUANGPU_HEAD.step("/v1/letters/" + letter, "issue", null).statusCode(200);
        return letter;
    }

    private static ValidatableResponse answers(
            Desk platform, String letter, String key, UUID evidence) {
        String tag = platform.get("/v1/letters/" + letter).extract().header("ETag");
        return platform.post(
                "/v1/letters/" + letter + "/answer",
                Map.of("text", "主体信息如附件", "evidenceIds", List.of(evidence)),
                "If-Match",
                tag == null ? "\"0\"" : tag,
                "Idempotency-Key",
                key);
    }

    private List<JsonPath> told(String id) {
        return messages.<String>sink("outbox").received().stream()
                .filter(message -> message.getPayload().contains(id))
                .map(message -> JsonPath.from(message.getPayload()))
                .filter(event -> id.equals(event.getString("subject")))
                .toList();
    }
}
