package io.mingjian.detection.generation;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.agroal.api.AgroalDataSource;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class GenerationDoorTest {
    private static final String DOOR = "/v1/generation-requests";
    private static final String PROMPT = "收到的杯子破*损，真实照片，找卖家退款";

    private final TestCaller provider =
            TestCaller.modelProvider("p" + UUID.randomUUID(), INTEGRATION);

    @Inject AgroalDataSource database;

    private static RequestSpecification as(TestCaller caller) {
        return given().header("Authorization", caller.bearer()).contentType("application/json");
    }

    private static Map<String, Object> form(String requestNo, String prompt, String account) {
        return new HashMap<>(Map.of("requestNo", requestNo, "prompt", prompt, "account", account));
    }

    private Response sends(Map<String, Object> form) {
        return as(provider).body(form).post(DOOR);
    }

    @Nested
    class AProvider {
        @Test
        void getsTheRiskItsReasonsAndTheDutiesToLabel() {
            Response answer = sends(form("no-1", PROMPT, "u1"));
            answer.then()
                    .statusCode(201)
                    .header("ETag", equalTo("\"0\""))
                    .body("requestNo", equalTo("no-1"))
                    .body("risk", equalTo("HIGH"))
                    .body("categories.category", equalTo(List.of("DAMAGED_GOODS")))
                    .body("evasions", equalTo(List.of("SPLIT")))
                    .body("reasons.cue", hasItems("DAMAGE", "CLAIM", "REALISM"))
                    .body("labelDuties.code", hasItems("EXPLICIT_LABEL", "IMPLICIT_LABEL"))
                    .body("notice", containsString("不作任何决定"));
            JsonPath damage = answer.jsonPath();
            int offset = damage.getInt("reasons.find { it.cue == 'DAMAGE' }.offset");
            int length = damage.getInt("reasons.find { it.cue == 'DAMAGE' }.length");
            assertThat(PROMPT.substring(offset, offset + length)).isEqualTo("破*损");
            assertThat(answer.header("Location")).endsWith(DOOR + "/" + damage.getString("id"));
        }

        @Test
        void isToldThatNothingIsSeenWhereNothingIs() {
            sends(form("no-2", "一只小狗在草地上", "u1"))
                    .then()
                    .statusCode(201)
                    .body("risk", equalTo("NONE"))
                    .body("categories", equalTo(List.of()))
                    .body("reasons", equalTo(List.of()))
                    .body("labelDuties.size()", equalTo(4));
        }

        @Test
        void seesItsOwnRequestAgainWithoutReasons() {
            String id = sends(form("no-3", PROMPT, "u1")).jsonPath().getString("id");
            Response seen = as(provider).get(DOOR + "/" + id);
            seen.then()
                    .statusCode(200)
                    .body("id", equalTo(id))
                    .body("risk", equalTo("HIGH"))
                    .body("categories.risk", equalTo(List.of("HIGH")))
                    .body("evasions", equalTo(List.of("SPLIT")));
            assertThat(seen.jsonPath().getList("reasons")).isNull();
        }

        @Test
        void getsTheFirstAnswerAgainUnderTheSameKey() {
            String key = UUID.randomUUID().toString();
            RequestSpecification asks = as(provider).header("Idempotency-Key", key);
            String first = asks.body(form("no-4", PROMPT, "u1")).post(DOOR).asString();
            Response again =
                    as(provider)
                            .header("Idempotency-Key", key)
                            .body(form("no-4", PROMPT, "u1"))
                            .post(DOOR);
            again.then().statusCode(201);
            assertThat(new JsonPath(again.asString()).getMap(""))
                    .isEqualTo(new JsonPath(first).getMap(""));
            as(provider)
                    .header("Idempotency-Key", key)
                    .body(form("no-4", PROMPT + "！", "u1"))
                    .post(DOOR)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
        }

        @Test
        void usesANumberOnce() {
            sends(form("no-5", PROMPT, "u1")).then().statusCode(201);
            sends(form("no-5", PROMPT, "u1"))
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("request-no-used"));
            as(TestCaller.modelProvider("other", INTEGRATION))
                    .body(form("no-5-" + UUID.randomUUID(), PROMPT, "u1"))
                    .post(DOOR)
                    .then()
                    .statusCode(201);
        }
    }

    @Nested
    class NothingIsKept {
        @Test
        void ofTheWordsOrTheAccountInAnyTable() throws SQLException {
            String account = "account-" + UUID.randomUUID();
            String word = "独一无二" + UUID.randomUUID();
            as(provider)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(form("kept-1", PROMPT + word, account))
                    .post(DOOR)
                    .then()
                    .statusCode(201);
            assertThat(everyText()).contains("kept-1").doesNotContain(word).doesNotContain(account);
        }

        private String everyText() throws SQLException {
            StringBuilder text = new StringBuilder();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                for (String table :
                        List.of(
                                "generation_request",
                                "generation_category",
                                "idempotency",
                                "audit_entry",
                                "outbox")) {
                    try (ResultSet rows =
                            statement.executeQuery("select t::text from " + table + " t")) {
                        while (rows.next()) {
                            text.append(rows.getString(1)).append('\n');
                        }
                    }
                }
            }
            return text.toString();
        }
    }

    @Nested
    class Others {
        @Test
        void doNotSeeTheRequestOfAProvider() {
            String id = sends(form("no-6", PROMPT, "u1")).jsonPath().getString("id");
            as(TestCaller.modelProvider("other", INTEGRATION))
                    .get(DOOR + "/" + id)
                    .then()
                    .statusCode(404);
            as(TestCaller.platform("yougou", INTEGRATION))
                    .get(DOOR + "/" + id)
                    .then()
                    .statusCode(404);
            as(TestCaller.city(AUDITOR)).get(DOOR + "/" + id).then().statusCode(403);
        }

        @Test
        void sendNothingAndSeeNoFigures() {
            as(TestCaller.platform("yougou", INTEGRATION))
                    .body(form("no-7", PROMPT, "u1"))
                    .post(DOOR)
                    .then()
                    .statusCode(403);
            as(TestCaller.huangpu(REVIEWER)).get(DOOR + "/statistics").then().statusCode(403);
            as(provider).get(DOOR + "/statistics").then().statusCode(403);
            given().get(DOOR + "/statistics").then().statusCode(401);
        }
    }

    @Nested
    class TheCity {
        private final TestCaller city = TestCaller.city(HANDLER);

        @Test
        void seesFiguresAndNoNumberOfFewAccounts() {
            IntStream.range(0, 5)
                    .forEach(i -> sends(form("few-" + i, "一箱腐烂的苹果，实拍，退款", "same-account")));
            IntStream.range(0, 5)
                    .forEach(i -> sends(form("many-" + i, "死螃蟹，泡沫箱，实拍，退款", "account-" + i)));
            sends(form("none-0", "一只小狗", "account-0"));
            JsonPath answer =
                    as(city).get(DOOR + "/statistics")
                            .then()
                            .statusCode(200)
                            .body("fewestAccounts", equalTo(5))
                            .extract()
                            .jsonPath();
            String rotten = row("ROTTEN_FOOD");
            assertThat(answer.getInt(rotten + ".requests")).isEqualTo(5);
            assertThat(answer.<Object>get(rotten + ".accounts")).isNull();
            assertThat(answer.getString(rotten + ".risk")).isEqualTo("HIGH");
            String dead = row("DEAD_SEAFOOD");
            assertThat(answer.getInt(dead + ".requests")).isEqualTo(5);
            assertThat(answer.getInt(dead + ".accounts")).isEqualTo(5);
            assertThat(
                            answer.getString(
                                    "rows.find { it.provider == '%s' && it.category == null }.risk"
                                            .formatted(provider.organisation())))
                    .isEqualTo("NONE");
        }

        private String row(String category) {
            return "rows.find { it.provider == '%s' && it.category == '%s' }"
                    .formatted(provider.organisation(), category);
        }

        @Test
        void isToldWhichDaysCanBeAskedFor() {
            as(city).get(DOOR + "/statistics?from=2026-01-01&to=2026-01-31").then().statusCode(200);
            for (String days :
                    List.of(
                            "from=yesterday",
                            "to=2026-13-01",
                            "from=2026-02-01&to=2026-01-01",
                            "from=2020-01-01&to=2026-01-01")) {
                as(city).get(DOOR + "/statistics?" + days)
                        .then()
                        .statusCode(400)
                        .body("errors[0].pointer", containsString("/"));
            }
        }
    }

    @Nested
    class TurnsAway {
        @Test
        void aTextOverTheLimitAndSaysTheLimit() {
            sends(form("long-1", "破".repeat(8001), "u1"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/prompt"))
                    .body("errors[0].detail", containsString("8000"));
            sends(form("long-2", "破".repeat(8000), "u1")).then().statusCode(201);
        }

        @Test
        void aBodyThatIsFarTooLargeBeforeItIsRead() {
            sends(form("long-3", "破".repeat(100_000), "u1")).then().statusCode(413);
            assertThat(BodyLimit.MOST_BYTES).isGreaterThan(8000 * 2 * 12);
        }

        @Test
        void everyFaultAtOnce() {
            Map<String, Object> form = form("编号", " ", "");
            form.put("referenceSha256", "xyz");
            form.put("referencePerceptualHash", "12");
            assertThat(
                            sends(form)
                                    .then()
                                    .statusCode(422)
                                    .extract()
                                    .jsonPath()
                                    .getList("errors.pointer", String.class))
                    .containsExactly(
                            "/requestNo",
                            "/prompt",
                            "/referenceSha256",
                            "/referencePerceptualHash",
                            "/account");
        }

        @Test
        void whatIsNoRequest() {
            as(provider).body("[1]").post(DOOR).then().statusCode(400);
            as(provider).body("{\"requestNo\":").post(DOOR).then().statusCode(400);
            as(provider).body("{\"surprise\":1}").post(DOOR).then().statusCode(400);
        }

        @Test
        void notTheOddestTextOfALawfulLength() {
            as(provider)
                    .body(
                            "{\"requestNo\":\"odd-1\",\"account\":\"u\\u0000\",\"prompt\":\"\\ud800\\u0000\\u0007破\\u200b损\\udfff\"}")
                    .post(DOOR)
                    .then()
                    .statusCode(201);
        }
    }
}
