package io.mingjian.detection.outcome;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.forensics.Recapture;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of the scores of confirmed photographs is kept, told and measured. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class DriftDoorTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final AnalyzerId RECAPTURE = new Recapture().id();

    private final Party officer = new Party(TestCaller.huangpu(INTAKE, HANDLER, REVIEWER));
    private final Party city = new Party(TestCaller.city(REVIEWER));

    @Inject DataSource source;
    @Inject Clock clock;
    @Inject DriftGauge gauge;

    private Database database;

    @BeforeEach
    void open() {
        database = new Database(source);
    }

    /** Pieces that no upload brought must not be met by other tests. */
    @AfterEach
    void clear() {
        String made = "(select evidence_id from evidence_outcome where reasons = 'drift-test')";
        database.changes("delete from analysis_score where evidence_id in " + made);
        database.changes(
                """
                with gone as (delete from evidence_outcome where reasons = 'drift-test'
                              returning evidence_id)
                delete from evidence where id in (select evidence_id from gone)
                """);
    }

    @Test
    void aScoreIsKeptOnceHoweverOftenAPieceIsAnalysed() {
        UUID evidence = uploads(941);
        assertThat(scores(evidence)).isEqualTo("1");
        database.changes(
                """
                update analysis_score
                   set score = 0.9999, channel = 'CAMERA', measured_at = measured_at - interval '1 day'
                 where evidence_id = ? and analyzer = 'recapture'
                """,
                evidence);
        officer.asks()
                .contentType("application/json")
                .body(Map.of("reasons", "按新版本重新分析"))
                .post("/v1/evidence/" + evidence + "/reanalysis")
                .then()
                .statusCode(202);
        String anew =
                """
                select count(*) from analysis_score
                 where evidence_id = ? and analyzer = 'recapture' and score < 0.9999
                   and channel = 'OTHER'
                """;
        await().atMost(LONG).until(() -> database.asks(anew, evidence).equals("1"));
        assertThat(scores(evidence)).isEqualTo("1");
    }

    @Test
    void theScoreThatIsToldIsTheOneThatIsKept() {
        UUID evidence = uploads(945);
        String told =
                """
                select count(*)
                  from analyzer_run r
                 cross join lateral jsonb_array_elements(cast(r.report as jsonb) -> 'signals') as s
                  join analysis_score a
                    on a.evidence_id = r.evidence_id and a.analyzer = 'pixel-model'
                   and a.score = cast(s -> 'facts' ->> 'score' as double precision)
                   and a.channel = s -> 'facts' ->> 'channel'
                   and a.measured_at = r.ran_at
                 where r.evidence_id = ? and s ->> 'code' = 'PIXEL_MODEL_SCORE'
                """;
        assertThat(database.asks(told, evidence)).isEqualTo("1");
    }

    @Test
    void ofAPictureInADocumentNoScoreIsKept() {
        UUID evidence = officer.uploads(DocumentSmith.pdf(jpeg(goods(820, 300, 942), 0.9)));
        officer.analysis(evidence);
        assertThat(scores(evidence)).isEqualTo("0");
    }

    @Test
    void aPieceIsInTheFigureOfItsWeekWhileItsOutcomeStands() {
        UUID evidence = uploads(943);
        database.changes(
                "update evidence set received_at = cast(? as timestamptz) where id = ?",
                noon(1),
                evidence);
        long before = pictures("OTHER", 1);
        JsonPath score = confirms(evidence, "AUTHENTIC_PHOTO", "DETECTION_SCORE");
        assertThat(pictures("OTHER", 1)).as("rests on the score").isEqualTo(before);
        JsonPath outcome = confirms(evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION");
        assertThat(pictures("OTHER", 1)).isEqualTo(before + 1);
        JsonPath other = confirms(evidence, "ALTERED", "ADMISSION");
        assertThat(pictures("OTHER", 1)).as("disputed").isEqualTo(before);
        officer.withdraws(evidence, other);
        assertThat(pictures("OTHER", 1)).isEqualTo(before + 1);
        officer.withdraws(evidence, outcome);
        assertThat(pictures("OTHER", 1)).isEqualTo(before);
        officer.withdraws(evidence, score);
    }

    @Test
    void scoresThatMoveAreToldToTheCityAndToTheAlarmsOfWhoeverOperatesIt() {
        UUID like = uploads(944);
        photographs(like, 4, 100, 0.10);
        photographs(like, 3, 100, 0.12);
        photographs(like, 2, 60, 0.20);
        photographs(like, 1, 10, 0.90);
        JsonPath calibration = calibration();
        assertThat(calibration.getDouble("drift.limit")).isEqualTo(0.05);
        String series = series("CAMERA");
        assertThat(calibration.getBoolean(series + ".inForce")).isTrue();
        assertThat(calibration.getInt(series + ".reference.pictures")).isEqualTo(100);
        assertThat(calibration.getDouble(series + ".reference.median")).isEqualTo(0.149);
        assertThat(calibration.getDouble(series + ".reference.p99")).isEqualTo(0.198);
        assertThat(calibration.getList(series + ".weeks.pictures", Integer.class))
                .containsExactly(100, 100, 60, 10);
        assertThat(calibration.getList(series + ".weeks.alarm", Boolean.class))
                .containsExactly(false, false, true, false);
        assertThat(calibration.getDouble(series + ".weeks[1].p99Moved")).isEqualTo(0.02);
        assertThat(calibration.getDouble(series + ".weeks[2].medianMoved"))
                .as(".229 less .149")
                .isEqualTo(0.08);
        assertThat(calibration.getList(series + ".weeks.reason", String.class).get(3))
                .contains("不足 50 张");
        gauge.look().await().atMost(LONG);
        assertThat(measured("drift", "median")).as("of the week before last").isEqualTo(0.08);
        assertThat(measured("drift_alarm", "median")).isEqualTo(1);
        assertThat(measured("drift", "p99")).as("of the week before that").isEqualTo(0.02);
        assertThat(measured("drift_alarm", "p99")).isZero();
        clear();
        gauge.look().await().atMost(LONG);
        assertThat(RestAssured.get("/q/metrics").asString())
                .as("no figure, no alarm")
                .doesNotContain("channel=\"CAMERA\",point=");
    }

    @Test
    void theFiguresAreForReviewersHeadsAndAuditorsOfTheCity() {
        for (TestCaller caller :
                List.of(
                        TestCaller.huangpu(REVIEWER),
                        TestCaller.platform("yougou", INTEGRATION),
                        TestCaller.city(HANDLER))) {
            new Party(caller).asks().get("/v1/calibration").then().statusCode(403);
        }
        for (TestCaller caller : List.of(TestCaller.city(HEAD), TestCaller.city(AUDITOR))) {
            new Party(caller).asks().get("/v1/calibration").then().statusCode(200);
        }
    }

    private UUID uploads(int seed) {
        UUID evidence = officer.uploads(jpeg(goods(820, 300, seed), 0.9));
        officer.analysis(evidence);
        return evidence;
    }

    /** So many confirmed photographs of that week, from this score on in steps of a thousandth. */
    private void photographs(UUID like, int weeksAgo, int number, double from) {
        int made =
                database.changes(
                        """
                        with piece as (
                          insert into evidence
                          select c.*
                            from evidence e
                           cross join generate_series(1, ?) as n
                           cross join lateral jsonb_populate_record(e, jsonb_build_object(
                                 'id', gen_random_uuid(), 'received_at', cast(? as text),
                                 'number', n)) as c
                           where e.id = ?
                          returning id),
                        said as (
                          insert into evidence_outcome (id, evidence_id, outcome, rests_on,
                                 independent, reasons, organisation, decided_by, decided_subject,
                                 decided_at, version)
                          select gen_random_uuid(), id, 'AUTHENTIC_PHOTO', 'PHYSICAL_INSPECTION',
                                 true, 'drift-test', 'samr-huangpu', 'somebody', 'somebody', now(), 0
                            from piece)
                        insert into analysis_score
                        select id, 'recapture', ?, 'CAMERA',
                               cast(? as double precision) + (row_number() over () - 1) * 0.001,
                               now()
                          from piece
                        """,
                        number,
                        noon(weeksAgo),
                        like,
                        RECAPTURE.version(),
                        from);
        assertThat(made).isEqualTo(number);
    }

    /** On the Wednesday of a week that has ended. */
    private String noon(int weeksAgo) {
        return Drift.monday(LegalDay.today(clock))
                .minusWeeks(weeksAgo)
                .plusDays(2)
                .atTime(12, 0)
                .atZone(LegalDay.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    private String scores(UUID evidence) {
        return database.asks(
                "select count(*) from analysis_score where evidence_id = ? and analyzer = 'recapture'",
                evidence);
    }

    private long pictures(String channel, int weeksAgo) {
        String monday = Drift.monday(LegalDay.today(clock)).minusWeeks(weeksAgo).toString();
        List<Integer> pictures =
                calibration()
                        .getList(
                                series(channel).replace("find {", "findAll {")
                                        + ".weeks.flatten().findAll { it.monday == '%s' }.pictures"
                                                .formatted(monday),
                                Integer.class);
        return pictures.stream().mapToInt(Integer::intValue).sum();
    }

    private static String series(String channel) {
        return "drift.series.find { it.analyzer == 'recapture' && it.version == %d && it.channel == '%s' }"
                .formatted(RECAPTURE.version(), channel);
    }

    private static double measured(String metric, String point) {
        return Arrays.stream(RestAssured.get("/q/metrics").asString().split("\n"))
                .filter(line -> line.startsWith("mingjian_detection_score_" + metric + "{"))
                .filter(line -> line.contains("analyzer=\"recapture\""))
                .filter(line -> line.contains("channel=\"CAMERA\""))
                .filter(line -> line.contains("point=\"" + point + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private JsonPath calibration() {
        return city.asks().get("/v1/calibration").then().statusCode(200).extract().jsonPath();
    }

    private JsonPath confirms(UUID evidence, String outcome, String restsOn) {
        return officer.asks()
                .contentType("application/json")
                .body(Map.of("outcome", outcome, "restsOn", List.of(restsOn), "reasons", "现场核对"))
                .post("/v1/evidence/" + evidence + "/outcomes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
