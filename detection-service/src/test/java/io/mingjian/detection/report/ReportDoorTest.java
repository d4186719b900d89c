package io.mingjian.detection.report;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.reuse.PictureGist;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Reports, the revisions that they are made of, and how a new one comes about. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ReportDoorTest {
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE, HANDLER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject DataSource source;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Test
    void theReportAsJsonNamesNobodyAndShowsOfOthersNumbersOnly() {
        byte[] picture = jpeg(goods(500, 400, 911), 0.9);
        UUID foreign = platform.uploads(picture);
        platform.analysis(foreign);
        files("platform-yougou", foreign);
        UUID evidence = huangpu.uploads(picture);
        huangpu.analysis(evidence);
        String text = json(huangpu, evidence, "");
        JsonPath report = JsonPath.from(text);
        assertThat(report.getString("conclusion.band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(report.getInt("sameness.hidden")).isEqualTo(1);
        assertThat(report.getString("signals[0].errors.source")).contains("benchmarks/run reuse");
        assertThat(report.getString("signals[0].errors.unit")).isEqualTo("PAIRS");
        assertThat(report.getDouble("signals[0].errors.high")).isBetween(1e-6, 2e-6);
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
    void whereThePictureWasNotLookedForTheReportDoesNotSayThatItWasNotSeen() {
        BufferedImage plain = new BufferedImage(420, 310, BufferedImage.TYPE_INT_RGB);
        UUID unsearched = platform.uploads(png(plain));
        platform.analysis(unsearched);
        assertThat(note(platform, unsearched)).startsWith("画面未作查重").doesNotContain("未见。");
        UUID searched = platform.uploads(jpeg(goods(640, 480, 9332), 0.9));
        platform.analysis(searched);
        assertThat(note(platform, searched)).contains("在本机构提交的证据中未见", "未与其他机构的证据查对");
        UUID whole = huangpu.uploads(jpeg(goods(640, 480, 9333), 0.9));
        huangpu.analysis(whole);
        assertThat(note(huangpu, whole)).isEqualTo("未见。未见不说明该图片未曾使用。");
    }

    private static String note(Party party, UUID evidence) {
        return JsonPath.from(json(party, evidence, "")).getString("sameness.note");
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
    void ofADocumentThereIsAReportAndNoOverlay() {
        UUID document =
                huangpu.uploads(
                        DocumentSmith.docx(
                                "word/media/image1.jpg", jpeg(goods(640, 480, 9334), 0.9)));
        huangpu.analysis(document);
        json(huangpu, document, "");
        for (String picture : List.of("true", "false")) {
            huangpu.looksAt(document, "/report/overlay.svg?picture=" + picture)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-displayable"));
        }
        assertThat(huangpu.custody(document).getList("entries.act", String.class))
                .as("what was refused was not looked at")
                .containsExactly("RECEIVED", "ANALYZED", "VIEWED");
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
        await().until(() -> latest(evidence).getInt("revision") == 2);
        assertThat(huangpu.looksAt(evidence, "/indications/1").asString()).isEqualTo(then);
        JsonPath all = huangpu.looksAt(evidence, "/indications").jsonPath();
        assertThat(all.getList("items.revision", Integer.class)).containsExactly(2, 1);
        assertThat(all.getList("items.fusionVersion", Integer.class)).containsExactly(9, 4);
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
    void aRevisionThatIsNoNumberIsNotTakenForMissingEvidence() {
        UUID evidence = huangpu.uploads(jpeg(goods(320, 240, 918), 0.9));
        huangpu.analysis(evidence);
        for (String document : List.of("/report", "/report/overlay.svg")) {
            for (String revision : List.of("abc", "1.0", "99999999999", "0", "-1")) {
                huangpu.looksAt(evidence, document + "?revision=" + revision)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("errors[0].pointer", equalTo("/revision"));
            }
            huangpu.looksAt(evidence, document + "?revision=9")
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("修订"));
        }
        huangpu.looksAt(evidence, "/report/overlay.svg?picture=perhaps")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/picture"));
        assertThat(huangpu.custody(evidence).getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED");
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
        platform.putsTogether("CLAIM", "set-" + one, List.of(one, two)).then().statusCode(201);
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
        huangpu.analysis(plain);
        files("samr-huangpu", copy);
        await().until(() -> latest(plain).getString("band").equals("DECLARED_OR_REUSED"));
        huangpu.putsTogether("FILING", "set-" + plain, List.of(plain, copy)).then().statusCode(201);
        await().until(() -> latest(plain).getString("band").equals("NO_SIGN"));
        assertThat(latest(plain).getList("signals.code", String.class))
                .contains("SET_COMPARED", "REUSED_IN_SAME_MATTER");
    }

    /** Has a filing of its owner rest on a piece, and waits until that is known. */
    private void files(String owner, UUID evidence) {
        new Wire(messages).brings(Wire.registered(UUID.randomUUID(), 1, owner, List.of(evidence)));
        await().until(
                        () ->
                                new Database(source)
                                        .asks(
                                                "select count(*) from evidence_naming"
                                                        + " where evidence_id = ?",
                                                evidence),
                        named -> named.equals("1"));
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
