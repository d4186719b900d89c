package io.mingjian.monitoring.instruction;

import static io.mingjian.kit.testing.Patience.await;
import static io.mingjian.monitoring.Desk.CITY;
import static io.mingjian.monitoring.Desk.JINGWEI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.monitoring.Desk;
import io.mingjian.monitoring.Today;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency that declined or was withdrawn knows the order as it left it, and nothing since. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LeavingTest {
    private static final LocalDate DEADLINE = LocalDate.of(2026, 4, 30);

    /** Its list is short, so that it can be compared whole. */
    private static final Desk LEAVES = new Desk(TestCaller.monitor("leaves", Role.HANDLER));

    private static final String ITSELF = "monitor-leaves";

    @Inject DataSource database;

    @Inject
    @Any
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private String instruction;
    private String path;

    @BeforeEach
    void twoAgenciesAreInstructed() {
        Today.is(LocalDate.of(2026, 4, 15));
        instruction = CITY.issues(DEADLINE, "monitor-jingwei", ITSELF);
        path = "/v1/instructions/" + instruction;
    }

    @Test
    void whoDeclinedReadsTheOrderAsItWasWhateverTheCityWantsSince() {
        amends(Map.of("keywords", List.of("去水印")));
        declines();
        String order = LEAVES.get(path).extract().asString();
        String tag = LEAVES.get(path).extract().header("ETag");
        String list = list();
        String versions = LEAVES.get(path + "/versions").extract().asString();

        Today.is(LocalDate.of(2026, 4, 16));
        JINGWEI.acknowledges(instruction);
        amends(Map.of("scope", "改为监测直播间", "deadline", "2026-05-20"));
        amends(Map.of("keywords", List.of("去标识")));

        assertThat(LEAVES.get(path).extract().asString())
                .isEqualTo(order)
                .contains("去水印", "\"version\":2", "\"deadline\":\"2026-04-30\"");
        assertThat(LEAVES.get(path).extract().header("ETag")).isEqualTo(tag);
        assertThat(list()).isEqualTo(list).doesNotContain("直播间");
        assertThat(LEAVES.get(path + "/versions").extract().asString()).isEqualTo(versions);
        LEAVES.get(path + "/versions")
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items.inForce", equalTo(List.of(false, true)));
        LEAVES.get(path + "/versions/3").statusCode(404);
        CITY.get(path).body("version", equalTo(4)).body("deadline", equalTo("2026-05-20"));
        JINGWEI.get(path).body("version", equalTo(4)).body("scope", equalTo("改为监测直播间"));
    }

    @Test
    void theAmendmentThatWithdrawsAnAgencyIsNotForIt() {
        amends(Map.of("scope", "改为监测直播间", "withdrawAgencies", List.of(ITSELF)));
        LEAVES.get(path)
                .body("version", equalTo(1))
                .body("scope", equalTo("监测售卖伪造维权证据教程的店铺"))
                .body("commissions[0].state", equalTo("WITHDRAWN"));
        LEAVES.get(path + "/versions").body("items.version", equalTo(List.of(1)));
        amends(Map.of("keywords", List.of("去标识")));
        await().untilAsserted(
                        () ->
                                assertThat(toldOfAmendments())
                                        .isEqualTo(
                                                List.of("[monitor-jingwei]", "[monitor-jingwei]")));
    }

    @Test
    void whoIsAskedAnewReadsWhatIsWantedFromThenOn() {
        declines();
        amends(Map.of("keywords", List.of("去水印")));
        amends(Map.of("keywords", List.of("去标识")));
        amends(Map.of("addAgencies", List.of(ITSELF)));
        LEAVES.get(path).body("version", equalTo(3)).body("keywords", equalTo(List.of("去标识")));
        LEAVES.get(path + "/versions").body("items.version", equalTo(List.of(3)));
        amends(Map.of("keywords", List.of("去标识", "仅退款")));
        LEAVES.get(path).body("version", equalTo(4));
        LEAVES.acknowledges(instruction);
        LEAVES.get(path).body("commissions[0].acknowledgedVersion", equalTo(4));
    }

    @Test
    void anAgencyPrintsTheVersionsThatItWasGivenAndNoOther() {
        declines();
        amends(Map.of("scope", "改为监测直播间"));
        LEAVES.get(path + "/paper").statusCode(202).body("state", equalTo("WAITING"));
        LEAVES.get(path + "/paper?version=1").statusCode(202);
        LEAVES.get(path + "/paper?version=2").statusCode(404);
        CITY.get(path + "/paper?version=1&agency=" + ITSELF).statusCode(202);
        CITY.get(path + "/paper?version=2&agency=" + ITSELF).statusCode(404);
        CITY.get(path + "/paper?version=2&agency=monitor-jingwei").statusCode(202);
        JINGWEI.get(path + "/paper?version=2").statusCode(202);
    }

    @Test
    void theClosingShowsThatItIsOverAndNotWhy() {
        declines();
        amends(Map.of("scope", "改为监测直播间"));
        CITY.step(path, "closing", Map.of("reasons", "直播间均已整改")).statusCode(200);
        LEAVES.get(path)
                .body("state", equalTo("CLOSED"))
                .body("version", equalTo(1))
                .body("closingReasons", nullValue());
        JINGWEI.get(path).body("closingReasons", equalTo("直播间均已整改"));
    }

    /** As a replica of the release before leaves it. */
    @Test
    void anOlderReplicaLetsNobodyReadOn() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement declined =
                        connection.prepareStatement(
                                "update commission set state = 'DECLINED', version = version + 1, answered_at = now(), answer_reasons = 'x' where agency = ? and cast(instruction_id as text) = ?")) {
            declined.setString(1, ITSELF);
            declined.setString(2, instruction);
            assertThat(declined.executeUpdate()).isEqualTo(1);
        }
        amends(Map.of("scope", "改为监测直播间"));
        LEAVES.get(path).body("version", equalTo(1));
    }

    private void declines() {
        LEAVES.step(path, "decline", Map.of("reasons", "人员不足")).statusCode(200);
    }

    private ValidatableResponse amends(Map<String, ?> changes) {
        return CITY.step(path, "amendments", Map.of("changes", changes, "reasons", "监测范围调整"))
                .statusCode(200);
    }

    private static String list() {
        return LEAVES.get("/v1/instructions?limit=200").statusCode(200).extract().asString();
    }

    /** Whom each amendment was told. */
    private List<String> toldOfAmendments() {
        return messages.<String>sink("outbox").received().stream()
                .map(Message::getPayload)
                .filter(event -> event.contains(instruction))
                .filter(event -> event.contains("instruction.amended.v1"))
                .map(event -> JsonPath.from(event).getString("data.agencies"))
                .toList();
    }
}
