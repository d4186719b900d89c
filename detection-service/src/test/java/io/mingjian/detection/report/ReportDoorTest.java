package io.mingjian.detection.report;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reports, the revisions that they are made of, and how a new one comes about. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReportDoorTest {
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE, HANDLER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject DataSource source;

    @Test
    void theReportAsJsonNamesNobodyAndShowsOfOthersNumbersOnly() {
        byte[] picture = jpeg(goods(500, 400, 911), 0.9);
        UUID foreign = platform.uploads(picture);
        platform.analysis(foreign);
        UUID evidence = huangpu.uploads(picture);
        huangpu.analysis(evidence);
        String text = json(huangpu, evidence, "");
        JsonPath report = JsonPath.from(text);
        assertThat(report.getString("conclusion.band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(report.getInt("sameness.hidden")).isEqualTo(1);
        assertThat(report.getString("signals[0].errors.source")).contains("benchmarks/run reuse");
        assertThat(report.getList("custody.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED");
        assertThat(report.getString("file.sm3")).hasSize(64);
        assertThat(text)
                .doesNotContain(foreign.toString(), "platform-yougou", "\"actor\"", "uploadedBy")
                .doesNotContain("\"purpose\"");
        String theirs = json(platform, foreign, "");
        assertThat(theirs).doesNotContain(evidence.toString()).contains("\"NO_SIGN\"");
    }

    @Test
    void ofTheSamePictureElsewhereItIsToldWhoHadItWhenAndHowTheOneLiesOnTheOther() {
        UUID before = huangpu.uploads(jpeg(goods(640, 480, 931), 0.95));
        huangpu.analysis(before);
        UUID evidence = huangpu.uploads(jpeg(goods(640, 480, 931), 0.6));
        String received = huangpu.looksAt(before, "").jsonPath().getString("receivedAt");
        JsonPath seen = huangpu.analysis(evidence);
        assertThat(seen.getString("reuse.visible[0].evidenceId")).isEqualTo(before.toString());
        assertThat(seen.getString("reuse.visible[0].organisation")).isEqualTo("samr-huangpu");
        assertThat(seen.getString("reuse.visible[0].receivedAt")).isEqualTo(received);
        JsonPath report = JsonPath.from(json(huangpu, evidence, ""));
        assertThat(report.getString("sameness.visible[0].organisation")).isEqualTo("samr-huangpu");
        assertThat(report.getString("sameness.visible[0].receivedAt")).isEqualTo(received);
        assertThat(report.getList("sameness.visible[0].fit.transform")).hasSize(9);
        assertThat(report.getFloat("sameness.visible[0].fit.here.width")).isGreaterThan(0.9f);
        assertThat(report.getFloat("sameness.visible[0].agreement")).isGreaterThan(0.5f);
    }

    @Test
    void theSameRevisionIsTheSameBytesAndEveryLookIsOnRecord() {
        Assumptions.assumeTrue(
                Files.exists(Path.of("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")),
                "skipped: fonts-wqy-microhei is not installed");
        UUID evidence = huangpu.uploads(jpeg(goods(640, 480, 912), 0.9));
        huangpu.analysis(evidence);
        byte[] first = pdf(evidence);
        assertThat(new String(first, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf(evidence)).isEqualTo(first);
        String svg = huangpu.looksAt(evidence, "/report/overlay.svg").asString();
        assertThat(svg).startsWith("<svg ").contains("data:image/jpeg;base64,");
        JsonPath custody = huangpu.custody(evidence);
        assertThat(custody.getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED", "VIEWED", "VIEWED", "VIEWED");
        assertThat(custody.getString("entries[2].detail")).contains("report pdf, revision:1");
        assertThat(custody.getBoolean("intact")).isTrue();
    }

    @Test
    void aNewAnalysisLeavesTheOldAnswerAsItWas() {
        UUID evidence = huangpu.uploads(jpeg(goods(640, 480, 913), 0.9));
        huangpu.analysis(evidence);
        Database database = new Database(source);
        database.changes(
                "update indication set fusion_version = 4 where evidence_id = ?", evidence);
        String then = huangpu.looksAt(evidence, "/indications/1").asString();
        assertThat(JsonPath.from(then).getInt("fusionVersion")).isEqualTo(4);
        huangpu.asks()
                .contentType("application/json")
                .body(Map.of("reasons", "规则已更新"))
                .post("/v1/evidence/" + evidence + "/reanalysis")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> latest(evidence).getInt("revision") == 2);
        assertThat(huangpu.looksAt(evidence, "/indications/1").asString()).isEqualTo(then);
        JsonPath all = huangpu.looksAt(evidence, "/indications").jsonPath();
        assertThat(all.getList("items.revision", Integer.class)).containsExactly(2, 1);
        assertThat(all.getList("items.fusionVersion", Integer.class)).containsExactly(7, 4);
        assertThat(all.getString("items[0].analyzers")).contains("saturation/");
        assertThat(huangpu.custody(evidence).getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED", "ANALYZED");
        JsonPath old = JsonPath.from(json(huangpu, evidence, "?revision=1"));
        assertThat(old.getInt("weighing.version")).isEqualTo(4);
        assertThat((Object) old.get("sameness")).isNull();
        huangpu.looksAt(evidence, "/indications/9").then().statusCode(404);
        platform.looksAt(evidence, "/indications").then().statusCode(403);
    }

    @Test
    void aReportNamesThePrintsAndTheIndexOfItsRun() {
        UUID evidence = huangpu.uploads(jpeg(goods(640, 480, 915), 0.9));
        huangpu.analysis(evidence);
        JsonPath today = JsonPath.from(json(huangpu, evidence, ""));
        assertThat(today.getInt("versions.print")).isEqualTo(ReusePrint.VERSION);
        assertThat(today.getInt("versions.index")).isEqualTo(PictureGist.VERSION);
        Database database = new Database(source);
        database.changes(
                "update analyzer_run set print_version = 1, index_version = 7 where evidence_id = ?",
                evidence);
        JsonPath then = JsonPath.from(json(huangpu, evidence, ""));
        assertThat(then.getInt("versions.print")).isEqualTo(1);
        assertThat(then.getInt("versions.index")).isEqualTo(7);
        database.changes(
                "update analyzer_run set print_version = null, index_version = null"
                        + " where evidence_id = ?",
                evidence);
        JsonPath unknown = JsonPath.from(json(huangpu, evidence, ""));
        assertThat(unknown.getMap("versions")).containsOnlyKeys("analyzers");
    }

    @Test
    void aPlatformIsNotToldThatTheOthersOfItsSetAreUsedNowhereElse() {
        UUID one = platform.uploads(jpeg(goods(320, 240, 916), 0.9));
        UUID two = platform.uploads(jpeg(goods(320, 240, 917), 0.9));
        platform.analysis(one);
        platform.analysis(two);
        platform.asks()
                .contentType("application/json")
                .body(
                        Map.of(
                                "subjectKind",
                                "CLAIM",
                                "reference",
                                "set-" + one,
                                "evidenceIds",
                                List.of(one, two)))
                .post("/v1/evidence-sets")
                .then()
                .statusCode(201);
        JsonPath told = platform.looksAt(one, "/analysis").jsonPath();
        assertThat(told.getString("signals.find { it.code == 'SET_COMPARED' }.supports"))
                .contains("本提示未作查对")
                .doesNotContain("未见另用于");
        assertThat(told.getString("summary")).contains("在本机构提交的证据中", "未与其他机构的证据查对");
    }

    @Test
    void copiesInOneSetWeighNothing() {
        UUID plain = huangpu.uploads(jpeg(goods(640, 480, 914), 0.9));
        UUID copy = huangpu.uploads(jpeg(goods(640, 480, 914), 0.9));
        huangpu.analysis(plain, 2);
        assertThat(latest(plain).getString("band")).isEqualTo("DECLARED_OR_REUSED");
        huangpu.asks()
                .contentType("application/json")
                .body(
                        Map.of(
                                "subjectKind",
                                "CLAIM",
                                "reference",
                                "set-" + plain,
                                "evidenceIds",
                                List.of(plain, copy)))
                .post("/v1/evidence-sets")
                .then()
                .statusCode(201);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> latest(plain).getString("band").equals("NO_SIGN"));
        assertThat(latest(plain).getList("signals.code", String.class))
                .contains("SET_COMPARED", "REUSED_IN_SAME_MATTER");
    }

    private JsonPath latest(UUID evidence) {
        return huangpu.looksAt(evidence, "/analysis").jsonPath();
    }

    private static String json(Party party, UUID evidence, String query) {
        return party.asks()
                .accept("application/json")
                .get("/v1/evidence/" + evidence + "/report" + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
    }

    private byte[] pdf(UUID evidence) {
        return huangpu.looksAt(evidence, "/report")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }
}
