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

/**
 * What was kept before instructions had versions is worth the same afterwards, and what the release
 * before writes beside this one is made whole.
 */
class UpgradeTest {
    private static final int BEFORE = 102;
    private static final int BEFORE_HOLDERS_ON_THE_BOARD = 157;
    private static final List<Path> MIGRATIONS =
            List.of(
                    Path.of("../service-kit/src/main/resources/db/kit"),
                    Path.of("src/main/resources/db/migration"));

    /** The columns that the release before wrote. */
    private static final String INSTRUCTION_BY_AN_OLDER_REPLICA =
            """
            insert into instruction (id, version, instruction_no, bureau, state, scope, terms, period_from, period_to,
              deadline, issued_at, issued_by, closed_at, closed_by, closing_reasons, updated_at)
            values ('00000000-0000-7000-8000-00000000%s', 0, '%s', 'samr-shanghai', 'ISSUED', '旧指令',
              '{"platforms":["yougou"],"keywords":[],"categories":[],"requiredFields":["SHOP_NAME"]}',
              '2026-04-10', '2026-04-30', '2026-05-06', '2026-04-09T17:30:00Z', 'u', null, null, null, now())
            """;

    private static final String COMMISSION_BY_AN_OLDER_REPLICA =
            """
            insert into commission (id, version, instruction_id, agency, state, clocks, answered_at, answered_by,
              answer_reasons, updated_at)
            values ('00000000-0000-7000-8000-00000000000%s', 0, '00000000-0000-7000-8000-000000000001', 'monitor-%s',
              'ISSUED', '{"running":[]}', null, null, null, now())
            """;

    private static final String LEAD_BY_AN_OLDER_REPLICA =
            """
            insert into lead (id, version, steps, lead_no, instruction_id, instruction_no, bureau, agency, finding_no,
              finding, finding_sha256, normal_url, sameness, state, overdue, outside_scope, clocks, submitted_at,
              updated_at)
            values ('00000000-0000-7000-8000-000000000009', 0, 1, 'XS1', '00000000-0000-7000-8000-000000000001',
              'JC2026-00001', 'samr-shanghai', 'monitor-b', 'F1', '{}', 'x', 'x', 'x', 'SUBMITTED', false, false,
              '{"running":[]}', now(), now())
            """;

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

    /** The release before this one knows no version and no check, and goes on for a while. */
    @Test
    void whatAnOlderReplicaLeavesOutIsFilled() throws IOException, SQLException {
        migrate(0, 999);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(INSTRUCTION_BY_AN_OLDER_REPLICA.formatted("0001", "JC2026-00001"));
            for (String agency : List.of("a", "b", "c")) {
                sql.execute(COMMISSION_BY_AN_OLDER_REPLICA.formatted(agency, agency));
            }
            sql.execute(
                    "update commission set state = 'ACKNOWLEDGED', answered_at = now() where agency <> 'monitor-c'");
            sql.execute(
                    "update commission set state = 'RESULT_SUBMITTED' where agency = 'monitor-b'");
            sql.execute(
                    "update commission set state = 'DECLINED', answered_at = now() where agency = 'monitor-c'");
            sql.execute(LEAD_BY_AN_OLDER_REPLICA);
            sql.execute(
                    "update lead set finding = '{}', finding_sha256 = 'y', state = 'SUBMITTED'");
        }
        assertThat(
                        one(
                                "select concat_ws(' ', number, content ->> 'scope', content ->> 'periodFrom',"
                                        + " content ->> 'deadline', content -> 'terms' -> 'platforms' ->> 0, made_by)"
                                        + " from instruction_version"))
                .isEqualTo("1 旧指令 2026-04-10 2026-05-06 yougou u");
        assertThat(of("monitor-a")).startsWith("1 1 false");
        assertThat(of("monitor-b")).startsWith("1 1 true");
        assertThat(of("monitor-c")).startsWith("1 - false");
        assertThat(one("select checked::text from lead")).isEqualTo("false");
    }

    @Test
    void whatThisReleaseWritesStaysAsItIs() throws IOException, SQLException {
        migrate(0, 999);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute(INSTRUCTION_BY_AN_OLDER_REPLICA.formatted("0001", "JC2026-00001"));
            sql.execute(
                    """
                    insert into instruction_version (id, instruction_id, number, content, made_at, made_by, made_by_name)
                    values (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 1, '{"scope":"其"}', now(), 'u', '某人')
                    """);
            sql.execute(COMMISSION_BY_AN_OLDER_REPLICA.formatted("a", "a"));
            sql.execute("update instruction set content_version = 2");
            sql.execute(
                    "update commission set state = 'ACKNOWLEDGED', acknowledged_version = 2, answered_at = now()");
            sql.execute(LEAD_BY_AN_OLDER_REPLICA);
            sql.execute("update lead set checked = true");
            connection.commit();
            sql.execute(
                    "update lead set finding_sha256 = 'y', finding_version = finding_version + 1");
            connection.commit();
        }
        assertThat(one("select count(*) || ' ' || max(made_by_name) from instruction_version"))
                .isEqualTo("1 某人");
        assertThat(of("monitor-a")).startsWith("1 2 false");
        assertThat(one("select checked::text from lead")).isEqualTo("true");
    }

    /** The release before counted with the district what the city had taken over. */
    @Test
    void whatTheCityTookOverAndClosedIsCountedWithTheCityAfterwards()
            throws IOException, SQLException {
        migrate(0, BEFORE_HOLDERS_ON_THE_BOARD);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(INSTRUCTION_BY_AN_OLDER_REPLICA.formatted("0001", "JC2026-00001"));
            sql.execute(LEAD_BY_AN_OLDER_REPLICA);
            sql.execute("update lead set district_organisation = 'samr-huangpu'");
            sql.execute("update lead set taken_over = true");
            sql.execute("update lead set state = 'CLOSED'");
        }
        assertThat(closed()).isEqualTo("samr-huangpu 1");
        migrate(BEFORE_HOLDERS_ON_THE_BOARD + 1, 999);
        assertThat(closed()).isEqualTo("samr-shanghai 1");
    }

    /**
     * The release before kept who wrote a feedback as a person alone; of one still older the second
     * feedback stands in the round of the first.
     */
    @Test
    void aFeedbackIsWhoseTheHistorySaysAndOfAnOlderReplicaWhoseTheLeadIs()
            throws IOException, SQLException {
        migrate(0, 158);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(INSTRUCTION_BY_AN_OLDER_REPLICA.formatted("0001", "JC2026-00001"));
            sql.execute(LEAD_BY_AN_OLDER_REPLICA);
            sql.execute(
                    "update lead set district_organisation = 'samr-huangpu', taken_over = true");
            entry(sql, 2, "FEED_BACK", "FEEDBACK_SUBMITTED");
            entry(sql, 3, "RETURN_FOR_REWORK", "RETURNED_FOR_REWORK");
            entry(sql, 4, "FEED_BACK", "FEEDBACK_SUBMITTED");
            entry(sql, 7, "FEED_BACK", "FEEDBACK_SUBMITTED");
            sql.execute(
                    "update lead_entry set organisation = case ordinal when 7 then 'samr-shanghai' else 'samr-huangpu' end");
            fedBack(sql, 1, "2026-04-14T02:00:00.1Z");
            fedBack(sql, 2, "2026-04-17T02:00:00.1Z");
        }
        migrate(159, 999);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            fedBack(sql, 3, "2026-04-20T02:00:00.1Z");
        }
        assertThat(
                        one(
                                "select string_agg(concat_ws(' ', round, district_organisation,"
                                        + " coalesce(feedback_organisation, '-')), ', ' order by round) from disposal"))
                .isEqualTo(
                        "1 samr-huangpu -, 2 samr-huangpu samr-shanghai,"
                                + " 3 samr-huangpu samr-shanghai");
    }

    private static void fedBack(Statement sql, int round, String at) throws SQLException {
        sql.execute(
                """
                insert into disposal (id, lead_id, round, district_organisation, code, reasons, decided_at, decided_by)
                values (gen_random_uuid(), '00000000-0000-7000-8000-000000000009', %1$d, 'samr-huangpu', 'CASE_FILED',
                  'x', now(), 'u');
                update disposal set feedback = 'x', fed_back_at = '%2$s', fed_back_by = 'u' where round = %1$d
                """
                        .formatted(round, at));
    }

    private String closed() throws SQLException {
        return one(
                """
                select district_organisation || ' ' || sum(n) from (
                  select district_organisation, state, n from lead_ended
                  union all select district_organisation, state, n from lead_ended_fresh) ended
                where state = 'CLOSED' group by district_organisation having sum(n) <> 0
                """);
    }

    @Test
    void aRequestForMoreTimeThatNobodyCouldDecideAnyMoreEndsAndOneThatWaitsStays()
            throws IOException, SQLException {
        migrate(0, 155);
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(INSTRUCTION_BY_AN_OLDER_REPLICA.formatted("0001", "JC2026-00001"));
            sql.execute(LEAD_BY_AN_OLDER_REPLICA);
            entry(sql, 2, "VERIFY", "VERIFYING");
            entry(sql, 5, "TAKE_OVER", "VERIFYING");
            entry(sql, 7, "REQUEST_EXTENSION", "VERIFYING");
            sql.execute(
                    """
                    insert into extension (id, lead_id, organisation, reasons, asked_at, asked_by) values
                      (gen_random_uuid(), '00000000-0000-7000-8000-000000000009', 'samr-huangpu', 'x', '2026-04-13T02:00:00Z', 'u'),
                      (gen_random_uuid(), '00000000-0000-7000-8000-000000000009', 'samr-shanghai', 'x', '2026-04-17T02:00:00Z', 'u')
                    """);
        }
        migrate(156, 999);
        assertThat(
                        one(
                                "select string_agg(concat_ws(' ', organisation, granted, decided_by, decision_reasons,"
                                        + " cast(decided_at at time zone 'UTC' as date)), ', ' order by organisation) from extension"))
                .isEqualTo("samr-huangpu f monitoring 市局已提级办理，申请终止 2026-04-15, samr-shanghai");
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
