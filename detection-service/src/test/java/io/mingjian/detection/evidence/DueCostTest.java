package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.Party;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What it costs to ask whose turn it is, in rows that are read: the machine's speed is no matter.
 */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DueCostTest {
    private static final int WAITING = 100_000;
    private static final int ORGANISATIONS = 20;

    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject DataSource source;

    @Test
    void aLongLineIsNotReadToFindWhoIsNext() throws SQLException, IOException {
        UUID like = platform.uploads(jpeg(goods(90, 60, 780), 0.9));
        platform.analysis(like);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                fill(connection, like);
                List<JsonNode> nodes = new ArrayList<>();
                gather(plan(connection), nodes);
                assertThat(next(connection))
                        .as("the heads of the short lines, as the long one has its share at work")
                        .startsWith(
                                IntStream.range(1, ORGANISATIONS)
                                        .mapToObj(i -> "cost-" + i)
                                        .toArray(String[]::new))
                        .doesNotContain("cost-0");
                assertThat(nodes)
                        .allSatisfy(
                                node -> {
                                    assertThat(node.path("Node Type").asText())
                                            .as(node.toString())
                                            .isNotEqualTo("Seq Scan");
                                    assertThat(rows(node)).as(node.toString()).isLessThan(1000);
                                });
            } finally {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            run(connection, "vacuum evidence");
        }
    }

    /** One organisation has nearly all of them; some of every line are at work. */
    private static void fill(Connection connection, UUID like) throws SQLException {
        String sql =
                """
                insert into evidence (id, organisation, uploaded_by, sha256, sm3, size_bytes, media_kind,
                  width, height, received_at, updated_at, state, version, attempts, lease_until,
                  revisits_wanted, revisits_done)
                select gen_random_uuid(),
                       'cost-' || case when n % 50 = 0 then n / 50 % ? else 0 end,
                       uploaded_by, sha256, sm3, size_bytes, media_kind, width, height,
                       received_at + n * interval '1 millisecond', updated_at, 'RECEIVED', 0, 0,
                       case when n <= 40 then now() + interval '10 minutes' end, 0, 0
                  from evidence, generate_series(1, ?) n where id = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, ORGANISATIONS);
            statement.setInt(2, WAITING);
            statement.setObject(3, like);
            assertThat(statement.executeUpdate()).isEqualTo(WAITING);
        }
        run(connection, "analyze evidence");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static JsonNode plan(Connection connection) throws SQLException, IOException {
        String sql = Evidences.DUE.replace(":now", "now()").replace(":limit", "2");
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "explain (analyze, timing off, format json) " + sql)) {
            assertThat(rows.next()).isTrue();
            return new ObjectMapper().readTree(rows.getString(1)).path(0).path("Plan");
        }
    }

    private static List<String> next(Connection connection) throws SQLException {
        String sql = Evidences.DUE.replace(":now", "now()").replace(":limit", "30");
        List<String> organisations = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String organisation = rows.getString("organisation");
                if (organisation.startsWith("cost-")) {
                    organisations.add(organisation);
                }
            }
        }
        return organisations;
    }

    private static void gather(JsonNode node, List<JsonNode> into) {
        into.add(node);
        node.path("Plans").forEach(child -> gather(child, into));
    }

    /** All that a node has handed up or thrown away, in all its runs. */
    private static double rows(JsonNode node) {
        double each =
                node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Index Recheck").asDouble();
        return each * node.path("Actual Loops").asDouble(1);
    }
}
