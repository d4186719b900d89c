package io.mingjian.registry.trial;

import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.mingjian.contracts.Role;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.registry.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The city tries a version on a history that lies in the ledger. */
@QuarkusTest
class TrialDoorTest extends ServiceTest {
    private static final String TRIALS = "/v1/criteria-trials";

    @Test
    void aBackTestTellsHowMuchItLookedAtAndComesAsAReport() throws SQLException {
        LocalDate first = LocalDate.of(2025, 3, 3);
        person(first, 6);
        person(first, 6);
        person(first, 6);
        person(first, 1);
        int version = proposed("SAME_OP_90D", 4, 6);

        String trial = asked("BACK_TEST", "SAME_OP_90D", version, first, first.plusDays(300));
        await().untilAsserted(() -> assertThat(finished(trial)).isTrue());

        as(CITY_REVIEWER)
                .get(trial)
                .then()
                .statusCode(200)
                .body("percent", equalTo(100))
                .body("persons", equalTo(4))
                .body("filings", equalTo(19));
        String report =
                as(CITY_REVIEWER)
                        .get(trial + "/report")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(report).contains("判定标准回溯检验报告：SAME_OP_90D", "4人、19件");
    }

    @Test
    void whoIsProposedIsToldWithWhatBecameOfIt() throws SQLException {
        LocalDate first = LocalDate.of(2024, 3, 4);
        UUID listed = person(first, 12);
        UUID revoked = person(first, 12);
        UUID letOff = person(first, 12);
        person(first, 12);
        decided(listed, "LIST", first.plusDays(90));
        decided(revoked, "LIST", first.plusDays(90));
        decided(revoked, "REVOKE", first.plusDays(120));
        decided(letOff, "NOT_LIST", first.plusDays(90));
        int version = proposed("SAME_OP_90D", 2, 4);

        String trial = asked("BACK_TEST", "SAME_OP_90D", version, first, first.plusDays(300));
        await().untilAsserted(() -> assertThat(finished(trial)).isTrue());

        as(CITY_REVIEWER)
                .get(trial)
                .then()
                .body("result.tried.proposed", equalTo(4))
                .body("result.tried.byVerdict.LISTED", equalTo(1))
                .body("result.tried.byVerdict.REVOKED", equalTo(1))
                .body("result.tried.byVerdict.NOT_LISTED", equalTo(1))
                .body("result.tried.byVerdict.NONE", equalTo(1))
                .body("result.listed", equalTo(1))
                .body("result.listedFound", equalTo(1));
        assertThat(
                        count(
                                "select count(*) from abnormal_filer_entry where filer_id = '"
                                        + listed
                                        + "'"))
                .isEqualTo(1);
    }

    @Test
    void aTriedVersionMayGoLive() {
        LocalDate day = LocalDate.of(2023, 1, 2);
        int version = proposed("RECON_LITIG_12M", 6, 16);
        String path = "/v1/criteria/RECON_LITIG_12M/versions/" + version;
        step(CITY_HEAD, path, "activation", "").statusCode(409).body("code", equalTo("not-tried"));
        String trial = asked("SHADOW", "RECON_LITIG_12M", version, day, day);
        await().untilAsserted(() -> assertThat(finished(trial)).isTrue());
        step(CITY_HEAD, path, "activation", "").statusCode(200);
    }

    @Test
    void isAskedForWholeAndOnlyOfWhatHasHappened() {
        as(CITY_REVIEWER)
                .body("{}")
                .post(TRIALS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/kind", "/code", "/version", "/from", "/to"));
        request(CITY_REVIEWER, "SHADOW", "FREQ_12M", 1, TODAY, TODAY.plusDays(1))
                .statusCode(422)
                .body("errors[0].code", equalTo("in-the-future"));
        request(CITY_REVIEWER, "SHADOW", "FREQ_12M", 1, TODAY, TODAY.minusDays(1))
                .statusCode(422)
                .body("errors[0].code", equalTo("before-from"));
        request(CITY_REVIEWER, "SHADOW", "FREQ_12M", 1, TODAY.minusYears(5), TODAY)
                .statusCode(422)
                .body("errors[0].code", equalTo("too-long"));
        request(CITY_REVIEWER, "SHADOW", "FREQ_12M", 999, TODAY, TODAY).statusCode(404);
    }

    @Test
    void isTheCitysOnly() {
        request(TestCaller.huangpu(Role.REVIEWER), "SHADOW", "FREQ_12M", 1, TODAY, TODAY)
                .statusCode(403);
        as(HUANGPU).get(TRIALS).then().statusCode(403);
        as(PLATFORM).get(TRIALS).then().statusCode(403);
        as(CITY_REVIEWER).get(TRIALS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static ValidatableResponse request(
            TestCaller caller,
            String kind,
            String code,
            int version,
            LocalDate from,
            LocalDate to) {
        return as(caller)
                .body(
                        """
                        {"kind": "%s", "code": "%s", "version": %d, "from": "%s", "to": "%s"}
                        """
                                .formatted(kind, code, version, from, to))
                .post(TRIALS)
                .then();
    }

    /** Asks for a trial and answers its address. */
    private static String asked(
            String kind, String code, int version, LocalDate from, LocalDate to) {
        String id =
                request(CITY_REVIEWER, kind, code, version, from, to)
                        .statusCode(202)
                        .extract()
                        .path("id");
        return TRIALS + "/" + id;
    }

    private static boolean finished(String trial) {
        return as(CITY_REVIEWER).get(trial).then().extract().path("finishedAt") != null;
    }

    private static int proposed(String code, int watch, int review) {
        return as(CITY_REVIEWER)
                .body(
                        """
                        {"windowDays": 90, "watch": %d, "review": %d, "basis": "联席会议纪要", "validFrom": "%s"}
                        """
                                .formatted(watch, review, TODAY.plusDays(30)))
                .post("/v1/criteria/" + code + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("version");
    }

    /** A person in the ledger who filed on as many days in a row about one operator. */
    private UUID person(LocalDate first, int filings) throws SQLException {
        UUID id = UUID.randomUUID();
        run("insert into filer (id, created_at, person_id) values (?, now(), ?)", id, id);
        for (int i = 0; i < filings; i++) {
            run(
                    "insert into counted_filing (filer_id, received_on, submission_id, filing_id, operator_key)"
                            + " values (?, ?, ?, ?, 5)",
                    id,
                    first.plusDays(i),
                    UUID.randomUUID(),
                    UUID.randomUUID());
        }
        return id;
    }

    /** A decision of a person about a filer, as the log of steps keeps it. */
    private void decided(UUID filer, String step, LocalDate on) throws SQLException {
        run(
                """
                insert into abnormal_filer_entry (id, version, filer_id, organisation, proposed_at, state, clocks, grounds)
                values (?, 0, ?, 'samr-shanghai', now(), 'ARCHIVED', '{"running": []}', '{"list": []}')
                on conflict (id) do nothing
                """,
                filer,
                filer);
        run(
                """
                insert into step_taken (id, object_id, step, from_state, to_state, by_name, by_subject, organisation, at,
                  reasons, article)
                values (?, ?, ?, 'HEARD', 'ARCHIVED', 'city.head', 'sub-city.head', 'samr-shanghai', ?, '理由', '–')
                """,
                UUID.randomUUID(),
                filer,
                step,
                on.atStartOfDay().atOffset(ZoneOffset.ofHours(8)));
    }

    private void run(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
