package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Party;
import io.mingjian.kit.session.UnitOfWork;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class AnalysisQueueTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Party busy = new Party(TestCaller.platform("busy", INTEGRATION));
    private final Party other = new Party(TestCaller.platform("other", INTEGRATION));

    @Inject DataSource database;
    @Inject AnalysisQueue queue;
    @Inject UnitOfWork work;

    @ConfigProperty(name = "mingjian.evidence.most-waiting")
    int most;

    @Test
    void anUploadSaysWhenItsAnalysisIsExpected() {
        Instant before = Instant.now();
        Response taken = busy.sends(jpeg(goods(300, 200, 240), 0.9));
        String expected = taken.then().statusCode(201).extract().path("analysisExpectedAt");
        assertThat(OffsetDateTime.parse(expected).toInstant()).isAfter(before);
        UUID id = UUID.fromString(taken.jsonPath().getString("id"));
        assertThat(busy.analysis(id).getString("analysisExpectedAt")).isNull();
        assertThat(busy.looksAt(id, "/analysis").header("Retry-After")).isNull();
        assertThat(busy.looksAt(id).jsonPath().getString("analysisExpectedAt")).isNull();
    }

    @Test
    void aFullLineRefusesItsOwnOrganisationForAWhileAndNobodyElse() throws SQLException {
        UUID template = busy.uploads(jpeg(goods(300, 200, 241), 0.9));
        busy.analysis(template);
        List<UUID> waiting = wait(template);
        try {
            byte[] picture = jpeg(goods(300, 200, 242), 0.9);
            await().atMost(LONG).until(() -> busy.sends(picture).statusCode() == 429);
            Response refused = busy.sends(picture);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("analysis-queue-full");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isGreaterThanOrEqualTo(5);
            assertThat(refused.jsonPath().getString("detail")).contains("上限 " + most + " 份");
            UUID theirs = other.uploads(picture);
            assertThat(other.analysis(theirs).getString("band")).isEqualTo("NO_SIGN");
            assertThat(waits(waiting.get(most - 1))).isGreaterThan(waits(waiting.get(0)));
        } finally {
            forget(waiting);
        }
        await().atMost(LONG)
                .until(() -> busy.sends(jpeg(goods(300, 200, 243), 0.9)).statusCode() == 201);
    }

    @Test
    void aFullLineStillGivesTheAnswerOfAnUploadThatItTookBefore() throws SQLException {
        byte[] picture = jpeg(goods(300, 200, 244), 0.9);
        String key = UUID.randomUUID().toString();
        String taken = sends(key, picture).then().statusCode(201).extract().path("id");
        busy.analysis(UUID.fromString(taken));
        List<UUID> waiting = wait(UUID.fromString(taken));
        try {
            await().atMost(LONG).until(() -> busy.sends(picture).statusCode() == 429);
            sends(key, picture).then().statusCode(201).body("id", equalTo(taken));
            sends(key, jpeg(goods(300, 200, 245), 0.9)).then().statusCode(422);
            sends(UUID.randomUUID().toString(), picture).then().statusCode(429);
        } finally {
            forget(waiting);
        }
        await().atMost(LONG)
                .until(() -> busy.sends(jpeg(goods(300, 200, 248), 0.9)).statusCode() == 201);
    }

    /**
     * Others cause that, by the hundred where they send the same picture; it is no upload of
     * theirs.
     */
    @Test
    void whatIsOnlyDrawnUpAgainFillsNoLine() throws SQLException {
        UUID template = busy.uploads(jpeg(goods(300, 200, 246), 0.9));
        busy.analysis(template);
        List<UUID> waiting = wait(template, "ANALYZED", 1);
        try {
            assertThat(work.inSession(queue::refresh).await().atMost(LONG))
                    .isGreaterThanOrEqualTo(most);
            assertThat(busy.sends(jpeg(goods(300, 200, 247), 0.9)).statusCode()).isEqualTo(201);
        } finally {
            forget(waiting);
        }
    }

    private Response sends(String key, byte[] picture) {
        return busy.asks()
                .header("Idempotency-Key", key)
                .contentType("application/octet-stream")
                .body(picture)
                .post("/v1/evidence");
    }

    private int waits(UUID evidence) {
        Response pending = busy.looksAt(evidence, "/analysis");
        assertThat(pending.jsonPath().getString("analysisExpectedAt")).isNotBlank();
        return Integer.parseInt(pending.header("Retry-After"));
    }

    /** As many as may wait, that no worker takes; in the order in which they came. */
    private List<UUID> wait(UUID like) throws SQLException {
        return wait(like, "RECEIVED", 0);
    }

    private List<UUID> wait(UUID like, String state, int revisits) throws SQLException {
        String sql =
                """
                insert into evidence
                select gen_random_uuid(), organisation, uploaded_by, sha256, sm3, size_bytes,
                       media_kind, width, height, received_at + n * interval '1 millisecond',
                       updated_at, ?, 0, 0, null, now() + interval '10 minutes', ?, 0
                  from evidence, generate_series(1, ?) n where id = ? returning id, received_at
                """;
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(
                                "with made as ("
                                        + sql
                                        + ") select id from made order by received_at")) {
            statement.setString(1, state);
            statement.setInt(2, revisits);
            statement.setInt(3, most);
            statement.setObject(4, like);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        assertThat(ids).hasSize(most);
        return ids;
    }

    private void forget(List<UUID> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from evidence where id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        }
    }
}
