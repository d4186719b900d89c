package io.mingjian.registry;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.kit.testing.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What tests of the doors share: the people, the verbs, and a look into the tables. */
@WithTestResource(PostgresResource.class)
public abstract class ServiceTest {
    protected static final TestCaller CITY_INTAKE = TestCaller.city(INTAKE).named("city.intake");
    protected static final TestCaller CITY_REVIEWER =
            TestCaller.city(REVIEWER).named("city.reviewer");
    protected static final TestCaller CITY_HEAD =
            TestCaller.city(HEAD, REVIEWER).named("city.head");
    protected static final TestCaller CITY_AUDITOR = TestCaller.city(AUDITOR).named("city.auditor");
    protected static final TestCaller HUANGPU =
            TestCaller.huangpu(HANDLER).named("huangpu.handler");
    protected static final TestCaller HUANGPU_INTAKE =
            TestCaller.huangpu(INTAKE).named("huangpu.intake");
    protected static final TestCaller PUDONG = TestCaller.pudong(HANDLER).named("pudong.handler");
    protected static final TestCaller PLATFORM = TestCaller.platform("yougou", INTEGRATION);

    /** Legal day of the tests. */
    protected static final LocalDate TODAY = TestTime.TODAY;

    @Inject protected DataSource database;

    @Inject @Any protected InMemoryConnector messages;

    protected static RequestSpecification as(TestCaller caller) {
        return given().header("Authorization", caller.bearer()).contentType(ContentType.JSON);
    }

    /** Sends a form in. */
    protected static ValidatableResponse file(TestCaller caller, Filing filing) {
        return as(caller).body(filing.toString()).post("/v1/filings").then();
    }

    /** Sends a form in as the city's intake unit and answers the id of its first filing. */
    protected static String filed(Filing filing) {
        return file(CITY_INTAKE, filing).statusCode(201).extract().path("filings[0].id");
    }

    /** Takes a step at the version that the resource has now. */
    protected static ValidatableResponse step(
            TestCaller caller, String resource, String step, String body) {
        String etag = as(caller).get(resource).then().extract().header("ETag");
        RequestSpecification request = as(caller).body(body);
        return (etag == null ? request : request.header("If-Match", etag))
                .post(resource + "/" + step)
                .then();
    }

    /** Messages that the service has announced about an aggregate so far, as JSON texts. */
    protected List<String> announced(String aggregateId) {
        return messages.<String>sink("outbox").received().stream()
                .map(message -> message.getPayload())
                .filter(text -> text.contains(aggregateId))
                .toList();
    }

    /** Delivers a message as Kafka would. */
    protected void deliver(String payload) {
        messages.<String>source("events").send(payload);
    }

    /** An {@code evidence.analyzed.v1} as detection sends it. */
    protected static String analyzed(UUID evidence, String owner, String band, long revision) {
        return """
                {"specversion":"1.0","id":"%s","source":"/mingjian/detection","type":"evidence.analyzed.v1",
                 "subject":"%s","time":"2026-11-24T09:00:00+08:00","datacontenttype":"application/json","revision":%d,
                 "data":{"evidenceId":"%s","organisation":"%s","band":"%s","labelVerdict":"NONE_FOUND",
                 "signals":[{"analyzer":"saturation","version":"1","code":"high-saturation","strength":"MEDIUM"}],
                 "reuseCount":%d,"analyzedAt":"2026-11-24T09:00:00+08:00"}}
                """
                .formatted(UUID.randomUUID(), evidence, revision, evidence, owner, band, revision);
    }

    /** Sends a form in as the city's intake unit; the ledger has it when this answers. */
    protected String registered(Filing form) {
        String filing = filed(form);
        relayed(filing, "filing.registered.v1");
        return filing;
    }

    /**
     * Hands back in, as Kafka does, what was announced of a filing, and waits until it is taken.
     */
    protected void relayed(String filing, String words) {
        List<String> events =
                await().until(
                                () ->
                                        announced(filing).stream()
                                                .filter(
                                                        text ->
                                                                text.contains(words)
                                                                        && text.contains(
                                                                                "\"subject\": \""
                                                                                        + filing
                                                                                        + "\""))
                                                .filter(text -> !taken(text))
                                                .toList(),
                                found -> !found.isEmpty());
        events.forEach(this::deliver);
        events.forEach(event -> await().until(() -> taken(event)));
    }

    private boolean taken(String event) {
        Matcher id = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"").matcher(event);
        assertThat(id.find()).isTrue();
        return count(
                        "select count(*) from inbox where consumer = 'registry.ledger' and event_id = '"
                                + id.group(1)
                                + "'")
                == 1;
    }

    protected long count(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Moves what only time moves. */
    protected void change(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of a query, as texts. */
    protected List<String> texts(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** A filing's line in the queue, however long that has grown; fails if it is not there. */
    protected static JsonPath lineOf(TestCaller caller, String filing) {
        String cursor = null;
        do {
            RequestSpecification asked = as(caller).queryParam("limit", 200);
            JsonPath page =
                    (cursor == null ? asked : asked.queryParam("cursor", cursor))
                            .get("/v1/queue")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            int at = page.getList("items.filingId").indexOf(filing);
            if (at >= 0) {
                return page.setRootPath("items[" + at + "]");
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        throw new AssertionError(filing + " is not in the queue of " + caller);
    }
}
