package io.mingjian.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.testing.PostgresResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was kept before instructions had versions is worth the same afterwards. */
class UpgradeTest {
    private static final int BEFORE = 102;
    private static final List<Path> MIGRATIONS =
            List.of(
                    Path.of("../service-kit/src/main/resources/db/kit"),
                    Path.of("src/main/resources/db/migration"));

    private final Map<String, String> fresh = new PostgresResource().start();
    private final String url = fresh.get("quarkus.datasource.jdbc.url");
    private final String user = fresh.get("quarkus.datasource.username");
    private final String password = fresh.get("quarkus.datasource.password");

    @Test
    void anInstructionThatWasIssuedBeforeIsVersionOneAndItsCommissionsAreWhereTheyWere()
            throws IOException, SQLException {
        migrate(0, BEFORE);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(
                    """
                    insert into instruction values ('00000000-0000-7000-8000-000000000001', 3, 'JC2026-00001',
                      'samr-shanghai', 'ISSUED', '旧指令',
                      '{"platforms":["yougou"],"keywords":[],"categories":[],"requiredFields":["SHOP_NAME"]}',
                      '2026-04-10', '2026-04-30', '2026-05-06', '2026-04-09T17:30:00Z', 'u', null, null, null, now())
                    """);
            commission(sql, 1, "monitor-a", "ISSUED", "null", "null");
            commission(sql, 2, "monitor-b", "RESULT_SUBMITTED", "now()", "null");
            commission(sql, 3, "monitor-c", "DECLINED", "now()", "'人员不足'");
            sql.execute(
                    """
                    insert into lead (id, version, steps, lead_no, instruction_id, instruction_no, bureau, agency,
                      finding_no, finding, finding_sha256, normal_url, sameness, state, overdue, outside_scope, clocks,
                      submitted_at, updated_at)
                    values ('00000000-0000-7000-8000-000000000009', 0, 1, 'XS1',
                      '00000000-0000-7000-8000-000000000001', 'JC2026-00001', 'samr-shanghai', 'monitor-b', 'F1', '{}',
                      'x', 'x', 'x', 'SUBMITTED', false, false, '{"running":[]}', now(), now())
                    """);
            entry(sql, 1, "SUBMIT", "SUBMITTED");
            entry(sql, 2, "QUALIFY", "QUALIFIED");
            entry(sql, 3, "ASSIGN", "ASSIGNED");
            entry(sql, 4, "RECEIVE", "RECEIVED");
        }
        migrate(BEFORE + 1, 999);
        assertThat(one("select content_version from instruction")).isEqualTo("1");
        assertThat(
                        one(
                                "select concat_ws(' ', number, content ->> 'scope', content ->> 'periodFrom',"
                                        + " content ->> 'deadline', content -> 'terms' -> 'platforms' ->> 0)"
                                        + " from instruction_version"))
                .isEqualTo("1 旧指令 2026-04-10 2026-05-06 yougou");
        assertThat(of("monitor-a"))
                .as("issued in the night of 9 April UTC")
                .isEqualTo("1 - false 2026-04-10");
        assertThat(of("monitor-b")).isEqualTo("1 1 true 2026-04-10");
        assertThat(of("monitor-c")).isEqualTo("1 - false 2026-04-10");
        assertThat(
                        one(
                                "select string_agg(agency || last_version, ' ') from commission where last_version is not null"))
                .as("who had declined reads nothing newer")
                .isEqualTo("monitor-c1");
        assertThat(one("select content_version from lead")).isEqualTo("1");
        assertThat(
                        one(
                                "select agency_version || ' ' || cast(agency_updated_at at time zone 'UTC' as date) from lead"))
                .as("told last when it was found good, not when districts worked on it")
                .isEqualTo("1 2026-04-12");
    }

    /** Runs the migrations of these versions, in their order. */
    private void migrate(int first, int last) throws IOException, SQLException {
        List<Path> scripts = new ArrayList<>();
        for (Path folder : MIGRATIONS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> version(file) >= first && version(file) <= last)
                        .forEach(scripts::add);
            }
        }
        scripts.sort(Comparator.comparing(UpgradeTest::version));
        assertThat(scripts).isNotEmpty();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            for (Path script : scripts) {
                sql.execute(Files.readString(script));
            }
        }
    }

    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().substring(1, 4));
    }

    private static void commission(
            Statement sql, int id, String agency, String state, String answered, String reasons)
            throws SQLException {
        sql.execute(
                "insert into commission values ('00000000-0000-7000-8000-00000000001%d', 0,"
                                .formatted(id)
                        + " '00000000-0000-7000-8000-000000000001', '%s', '%s', '{\"running\":[]}', %s, null, %s, now())"
                                .formatted(agency, state, answered, reasons));
    }

    private static void entry(Statement sql, int ordinal, String step, String state)
            throws SQLException {
        sql.execute(
                """
                insert into lead_entry (id, lead_id, ordinal, step, to_state, at, by_subject, by_name, organisation)
                values (gen_random_uuid(), '00000000-0000-7000-8000-000000000009', %1$d, '%2$s', '%3$s',
                  '2026-04-1%1$dT02:00:00Z', 'u', 'u', 'x')
                """
                        .formatted(ordinal, step, state));
    }

    private String of(String agency) throws SQLException {
        return one(
                "select concat_ws(' ', issued_version, coalesce(acknowledged_version::text, '-'), any_result::text, told_on)"
                        + " from commission where agency = '"
                        + agency
                        + "'");
    }

    private String one(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }
}
