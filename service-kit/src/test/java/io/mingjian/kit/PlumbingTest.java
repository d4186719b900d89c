package io.mingjian.kit;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.kit.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingjian.kit.app.NoteInbox;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PlumbingTest {
    private static final TestCaller OFFICER = TestCaller.huangpu(HANDLER);

    @Inject DataSource database;

    @Inject NoteInbox inbox;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @BeforeEach
    void quiet() {
        inbox.heard.clear();
        inbox.takesPoison = false;
    }

    @Nested
    class Callers {
        @Test
        void theTokenAloneTellsWhoCalls() {
            as(OFFICER)
                    .header("X-Organisation", "samr-pudong")
                    .get("/v1/notes/me")
                    .then()
                    .statusCode(200)
                    .body("organisation", equalTo("samr-huangpu"))
                    .body("district", equalTo("310101"))
                    .body("roles", equalTo(List.of("HANDLER")));
        }

        @Test
        void withoutTokenOrWithAForeignOneNobodyGetsIn() {
            given().get("/v1/notes/me").then().statusCode(401);
            bearer(Tokens.forAudience(OFFICER, "other-api"))
                    .get("/v1/notes/me")
                    .then()
                    .statusCode(401);
            bearer(Tokens.expired(OFFICER)).get("/v1/notes/me").then().statusCode(401);
            bearer(Tokens.of(OFFICER) + "x").get("/v1/notes/me").then().statusCode(401);
        }
    }

    @Nested
    class Problems {
        @Test
        void aMissingFieldIsPointedAtInChinese() {
            write("{\"text\":\" \"}", null)
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .header("Content-Language", "zh-CN")
                    .body("type", equalTo("urn:mingjian:problem:invalid"))
                    .body("errors[0].pointer", equalTo("/text"))
                    .body("errors[0].code", equalTo("not-blank"))
                    .body("errors[0].detail", equalTo("请填写内容。"));
        }

        @Test
        void anUnknownCodeNamesThePossibleOnesAndNoClass() {
            String body =
                    write("{\"text\":\"a\",\"mood\":\"SAD\"}", null)
                            .statusCode(400)
                            .body("errors[0].pointer", equalTo("/mood"))
                            .extract()
                            .asString();
            assertThat(body).contains("GOOD、BAD").doesNotContain("io.mingjian");
        }

        @Test
        void anUnknownFieldIsPointedAt() {
            write("{\"text\":\"a\",\"colour\":1}", null)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/colour"))
                    .body("errors[0].code", equalTo("unknown-field"));
        }

        /** 1.9 blocked items were kept as one. */
        @Test
        void aFractionIsNoWholeNumber() {
            for (String copies : List.of("1.9", "-0.5", "1e400", "2.0")) {
                write("{\"text\":\"a\",\"copies\":" + copies + "}", null)
                        .statusCode(400)
                        .body("errors[0].pointer", equalTo("/copies"))
                        .body("errors[0].code", equalTo("wrong-type"));
            }
            write("{\"text\":\"a\",\"copies\":2}", null).statusCode(201);
        }

        @Test
        void brokenJsonIsAProblemToo() {
            write("{\"text\":", null).statusCode(400).contentType("application/problem+json");
        }

        @ParameterizedTest
        @CsvSource({
            "most, many, not-a-number",
            "most, 2147483648, not-a-number",
            "after, 1e3, not-a-number",
            "mine, perhaps, unknown-code",
            "day, 2026-02-30, not-a-date",
            "id, 17, not-an-id",
            "mood, SAD, unknown-code",
            "kind, SAD, unknown-code",
            "open, perhaps, unknown-code"
        })
        void aParameterThatCannotBeReadIsPointedAtAndNothingIsCalledMissing(
                String name, String value, String code) {
            as(OFFICER)
                    .queryParam(name, value)
                    .get("/v1/notes/asked")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:mingjian:problem:malformed-request"))
                    .body("errors[0].pointer", equalTo("/" + name))
                    .body("errors[0].code", equalTo(code))
                    .body("errors[0].detail", startsWith("参数 " + name + "："));
        }

        @Test
        void parametersThatCanBeReadAre() {
            String id = UUID.randomUUID().toString();
            as(OFFICER)
                    .get("/v1/notes/asked?most=")
                    .then()
                    .statusCode(200)
                    .body(
                            "$",
                            equalTo(
                                    List.of(
                                            "20", "null", "false", "null", "null", "[]", "null",
                                            "false")));
            as(OFFICER)
                    .queryParams("most", "-3", "after", "2147483648", "mine", "True")
                    .queryParams("day", "2026-04-15", "id", id)
                    .queryParam("mood", "BAD", "GOOD")
                    .queryParams("kind", "BAD", "open", "true")
                    .get("/v1/notes/asked")
                    .then()
                    .statusCode(200)
                    .body(
                            "$",
                            equalTo(
                                    List.of(
                                            "-3",
                                            "2147483648",
                                            "true",
                                            "2026-04-15",
                                            id,
                                            "[BAD, GOOD]",
                                            "BAD",
                                            "true")));
        }

        @Test
        void whatStandsInAPathAndCannotBeReadNamesNothing() {
            as(OFFICER).get("/v1/notes/pages/3").then().statusCode(200);
            as(OFFICER).get("/v1/notes/pages/three").then().statusCode(404);
        }

        @Test
        void aNullCharacterInATextIsPointedAt() {
            write("{\"text\":\"a\\u0000b\"}", null)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:mingjian:problem:malformed-request"))
                    .body("errors[0].pointer", equalTo("/text"))
                    .body("errors[0].code", equalTo("null-character"))
                    .body("errors[0].detail", startsWith("含有空字符（U+0000）"));
        }

        @Test
        void aTextThatOnlySpellsANullCharacterIsTaken() {
            write("{\"text\":\"a\\\\u0000b\"}", null).statusCode(201);
            write("{\"text\":\"tab\\tline\\n\\u000b\"}", null).statusCode(201);
        }

        @Test
        void aNullCharacterInTheAddressIsPointedAt() {
            as(OFFICER)
                    .urlEncodingEnabled(false)
                    .get("/v1/notes/me?other=%2500&purpose=a%00")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/purpose"))
                    .body("errors[0].code", equalTo("null-character"));
            as(OFFICER)
                    .urlEncodingEnabled(false)
                    .get("/v1/notes/me?purpose=%2500")
                    .then()
                    .statusCode(200);
        }

        /** The server itself turns these away, before any door or filter reads the address. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "other=a|b",
                    "other={a}",
                    "other=a^b`c",
                    "other=a\\b",
                    "other=\"a\"",
                    "other=%zz"
                })
        void anAddressThatIsNoUriIsNoAccident(String query) throws IOException {
            assertThat(raw("other=a%7Cb")).isEqualTo(200);
            assertThat(raw(query)).isEqualTo(400);
        }

        /** As it stands; other clients refuse to send it, or write it as a URI. */
        private static int raw(String query) throws IOException {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            new URL(
                                            "http://localhost:"
                                                    + RestAssured.port
                                                    + "/v1/notes/me?"
                                                    + query)
                                    .openConnection();
            connection.setRequestProperty("Authorization", OFFICER.bearer());
            connection.setRequestProperty("Accept", "application/json");
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        }

        /** In another encoding it is found by nobody before the database. */
        @Test
        void whatTheDatabaseTakesInNoTextIsNoAccident() {
            as(OFFICER)
                    .contentType(ContentType.JSON)
                    .body("{\"text\":\"a\\u0000b\"}".getBytes(StandardCharsets.UTF_16BE))
                    .post("/v1/notes")
                    .then()
                    .statusCode(400)
                    .body("errors[0].code", equalTo("null-character"));
        }

        @Test
        void englishIsSpokenOnRequest() {
            as(OFFICER)
                    .header("Accept-Language", "en")
                    .get("/v1/nowhere")
                    .then()
                    .statusCode(404)
                    .body("title", equalTo("Not found"));
        }

        @Test
        void anAccidentTellsNothingOfTheInside() {
            write("{\"text\":\"explode\"}", null)
                    .statusCode(500)
                    .body("detail", equalTo("内部错误"))
                    .body("$", not(hasItem("as asked")));
        }
    }

    @Nested
    class IdempotencyKeys {
        @Test
        void theSameKeyAndBodyGetTheFirstAnswerAgain() {
            String key = UUID.randomUUID().toString();
            String first = write("{\"text\":\"once\"}", key).statusCode(201).extract().path("id");
            write("{ \"text\" : \"once\" }", key)
                    .statusCode(201)
                    .header("Location", org.hamcrest.Matchers.endsWith("/v1/notes/" + first))
                    .body("id", equalTo(first));
        }

        @Test
        void theSameKeyWithAnotherBodyIsRefused() {
            String key = UUID.randomUUID().toString();
            write("{\"text\":\"one\"}", key).statusCode(201);
            write("{\"text\":\"two\"}", key)
                    .statusCode(422)
                    .body("type", equalTo("urn:mingjian:problem:idempotency-key-reuse"));
        }

        @Test
        void anotherOrganisationsKeyIsAnotherKey() {
            String key = UUID.randomUUID().toString();
            write("{\"text\":\"one\"}", key).statusCode(201);
            given().header("Authorization", TestCaller.pudong(HANDLER).bearer())
                    .header("Idempotency-Key", key)
                    .contentType(ContentType.JSON)
                    .body("{\"text\":\"two\"}")
                    .post("/v1/notes")
                    .then()
                    .statusCode(201);
        }

        @Test
        void manyAtOnceWithOneKeyHaveOneEffect() {
            String key = UUID.randomUUID().toString();
            List<String> ids =
                    IntStream.range(0, 12)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            write("{\"text\":\"race\"}", key)
                                                    .statusCode(201)
                                                    .extract()
                                                    .<String>path("id"))
                            .toList();
            assertThat(ids).containsOnly(ids.get(0));
        }

        @Test
        void aFailedRequestLeavesTheKeyFree() throws SQLException {
            String key = UUID.randomUUID().toString();
            write("{\"text\":\"explode\"}", key).statusCode(500);
            assertThat(count("select count(*) from idempotency where key = '" + key + "'"))
                    .isZero();
        }
    }

    @Nested
    class RunningNumbers {
        @Test
        void haveNoGapThoughSomeTakersFail() {
            TestCaller taker = TestCaller.district("chongming", "310151", HANDLER);
            List<Integer> taken =
                    IntStream.range(0, 30)
                            .parallel()
                            .mapToObj(
                                    i ->
                                            given().header("Authorization", taker.bearer())
                                                    .contentType(ContentType.JSON)
                                                    .body(
                                                            i % 3 == 0
                                                                    ? "{\"text\":\"explode\"}"
                                                                    : "{\"text\":\"fine\"}")
                                                    .post("/v1/notes"))
                            .filter(response -> response.statusCode() == 201)
                            .map(response -> response.<Integer>path("number"))
                            .sorted()
                            .toList();
            assertThat(taken).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    @Nested
    class Announcements {
        @Test
        void whatIsCommittedIsPublishedAndWhatFailsIsNot() {
            String id = write("{\"text\":\"heard\"}", null).statusCode(201).extract().path("id");
            write("{\"text\":\"explode\"}", null).statusCode(500);
            await().untilAsserted(
                            () -> assertThat(published()).anyMatch(event -> event.contains(id)));
            await().untilAsserted(() -> assertThat(count("select count(*) from outbox")).isZero());
            String event =
                    published().stream()
                            .filter(text -> text.contains(id))
                            .findFirst()
                            .orElseThrow();
            assertThat(event)
                    .contains("\"specversion\": \"1.0\"")
                    .contains("\"type\": \"candidate.proposed.v1\"")
                    .contains("\"source\": \"/mingjian/kit-test\"")
                    .doesNotContain("\"revision\": 0");
        }

        private List<String> published() {
            return messages.<String>sink("outbox").received().stream()
                    .map(message -> message.getPayload())
                    .toList();
        }
    }

    @Nested
    class Arrivals {
        @Test
        void theSameMessageThreeTimesHasOneEffect() {
            String event = event(UUID.randomUUID(), "NOTE", "");
            for (int i = 0; i < 3; i++) {
                messages.<String>source("events").send(event);
            }
            String last = event(UUID.randomUUID(), "NOTE", "");
            messages.<String>source("events").send(last);
            await().untilAsserted(() -> assertThat(inbox.heard).hasSize(2));
        }

        @Test
        void aFieldOfALaterReleaseIsPassedOver() {
            messages.<String>source("events")
                    .send(event(UUID.randomUUID(), "NOTE", ",\"newField\":1"));
            await().untilAsserted(() -> assertThat(inbox.heard).hasSize(1));
        }

        @Test
        void poisonIsPutAsideWithItsReasonAndCanBeDeliveredAgain() {
            UUID id = UUID.randomUUID();
            messages.<String>source("events").send(event(id, "POISON", ""));
            String letter = await().until(() -> letterOf(id), notNullValue());
            admin().post("/v1/dead-letters/" + letter + "/replay")
                    .then()
                    .statusCode(409)
                    .body("code", is("still-fails"));
            inbox.takesPoison = true;
            admin().post("/v1/dead-letters/" + letter + "/replay").then().statusCode(204);
            assertThat(inbox.heard).hasSize(1);
            assertThat(letterOf(id)).isNull();
            as(OFFICER).get("/v1/dead-letters").then().statusCode(403);
        }

        @Test
        void whatCannotBeReadIsPutAsideAndDoesNotStopTheNext() {
            messages.<String>source("events").send("no json " + UUID.randomUUID());
            messages.<String>source("events").send(event(UUID.randomUUID(), "NOTE", ""));
            await().untilAsserted(() -> assertThat(inbox.heard).hasSize(1));
            admin().get("/v1/dead-letters").then().body("payload", hasItem(startsWith("no json")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "[]",
                    "{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"candidate.proposed.v1\",\"data\":{}}",
                    "a text with \u0000 in it"
                })
        void noMessageHoweverBrokenStopsTheNext(String broken) {
            messages.<String>source("events").send(broken);
            messages.<String>source("events").send(event(UUID.randomUUID(), "NOTE", ""));
            await().untilAsserted(() -> assertThat(inbox.heard).hasSize(1));
        }

        private String letterOf(UUID id) {
            return admin().get("/v1/dead-letters")
                    .then()
                    .extract()
                    .path("find { it.eventId == '" + id + "' }?.id");
        }

        private static String event(UUID id, String criterion, String more) {
            return """
                    {"specversion":"1.0","id":"%s","source":"/mingjian/x","type":"candidate.proposed.v1","subject":"%s",
                     "time":"2026-11-24T09:00:00+08:00","datacontenttype":"application/json","revision":1,
                     "data":{"candidateId":"%s","filerId":"%s","criterion":"%s","criterionVersion":1%s}}
                    """
                    .formatted(id, id, id, id, criterion, more);
        }
    }

    @Nested
    class AuditChain {
        @Test
        void holdsAndShowsWhoDidWhat() {
            String id = write("{\"text\":\"audited\"}", null).statusCode(201).extract().path("id");
            auditor().get("/v1/audit/verification").then().statusCode(200).body("intact", is(true));
            auditor()
                    .get("/v1/audit/entries?objectId=" + id)
                    .then()
                    .body("link.action", everyItem(equalTo("note.write")))
                    .body("link.subject", equalTo(List.of("sub-huangpu.officer")));
            as(OFFICER).get("/v1/audit/verification").then().statusCode(403);
        }

        @Test
        void isForTheCityAlone() {
            as(TestCaller.huangpu(AUDITOR)).get("/v1/audit/entries").then().statusCode(403);
            as(TestCaller.huangpu(SYSTEM_ADMIN)).get("/v1/dead-letters").then().statusCode(403);
        }

        @Test
        void cannotBeChangedByTheServicesOwnHand() {
            write("{\"text\":\"fixed\"}", null).statusCode(201);
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> execute("update audit_entry set subject = 'x'"))
                    .hasMessageContaining("never changed");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> execute("delete from audit_entry"))
                    .hasMessageContaining("never changed");
        }

        @Test
        void namesThePlaceWhereSomebodyWithAllRightsChangedIt() throws SQLException {
            write("{\"text\":\"victim\"}", null).statusCode(201);
            long last = count("select max(seq) from audit_entry");
            execute("alter table audit_entry disable trigger audit_entry_is_append_only");
            String subject = text("select subject from audit_entry where seq = " + last);
            execute("update audit_entry set subject = 'somebody-else' where seq = " + last);
            auditor()
                    .get("/v1/audit/verification")
                    .then()
                    .body("intact", is(false))
                    .body("brokenAt", is((int) last));
            execute("update audit_entry set subject = '" + subject + "' where seq = " + last);
            execute("alter table audit_entry enable trigger audit_entry_is_append_only");
            auditor().get("/v1/audit/verification").then().body("intact", is(true));
        }
    }

    private ValidatableResponse write(String body, String key) {
        var request = as(OFFICER).contentType(ContentType.JSON).body(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/notes")
                .then();
    }

    private static io.restassured.specification.RequestSpecification as(TestCaller caller) {
        return given().header("Authorization", caller.bearer());
    }

    private static io.restassured.specification.RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static io.restassured.specification.RequestSpecification auditor() {
        return as(TestCaller.city(AUDITOR));
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return as(TestCaller.city(SYSTEM_ADMIN));
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
