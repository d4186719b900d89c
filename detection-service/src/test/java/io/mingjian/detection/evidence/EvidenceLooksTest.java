package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Thumbnails and originals: what goes out, to whom, and what is written down about it. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceLooksTest {
    private final Party intake = new Party(TestCaller.city(INTAKE));
    private final Party reviewer = new Party(TestCaller.city(REVIEWER));

    @Inject DataSource database;

    @Test
    void aThumbnailHasTheSizeThatWasAskedForAndIsNotedOnce() throws IOException {
        UUID evidence = intake.uploads(jpeg(goods(900, 600, 701), 0.9));
        Response answer = intake.looksAt(evidence, "/thumbnail?size=120");
        answer.then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", "private, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
        BufferedImage drawn = read(answer);
        assertThat(drawn.getWidth()).isEqualTo(120);
        assertThat(drawn.getHeight()).isEqualTo(80);
        intake.asks()
                .header("If-None-Match", answer.header("ETag"))
                .get("/v1/evidence/" + evidence + "/thumbnail?size=120")
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, max-age=300");
        JsonPath custody = intake.custody(evidence);
        assertThat(custody.getList("entries.act", String.class)).containsOnlyOnce("VIEWED");
        assertThat(custody.getList("entries.detail", String.class))
                .anyMatch(detail -> detail.startsWith("thumbnail, long side:120"));
        assertThat(custody.getBoolean("intact")).isTrue();
    }

    @Test
    void everyKindThatIsTakenHasAThumbnailAndNoneIsDrawnLarger() throws IOException {
        UUID evidence = intake.uploads(png(goods(90, 60, 702)));
        BufferedImage drawn = read(intake.looksAt(evidence, "/thumbnail?size=640"));
        assertThat(drawn.getWidth()).isEqualTo(90);
    }

    @Test
    void aSizeOutsideTheBoundsIsPointedAt() {
        UUID evidence = intake.uploads(jpeg(goods(90, 60, 703), 0.9));
        for (int size : new int[] {0, 31, 641, -5}) {
            intake.looksAt(evidence, "/thumbnail?size=" + size)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/size"));
        }
    }

    @Test
    void aThumbnailThatABrowserKeptIsGivenAgainOnlyToWhoStillSeesIt() {
        UUID evidence = intake.uploads(jpeg(goods(90, 60, 704), 0.9));
        String tag = intake.looksAt(evidence, "/thumbnail").header("ETag");
        new Party(TestCaller.platform("yougou", INTEGRATION))
                .asks()
                .header("If-None-Match", tag)
                .get("/v1/evidence/" + evidence + "/thumbnail")
                .then()
                .statusCode(404);
    }

    @Test
    void theOriginalGoesOutAsItCameWithReasonsAndALine() {
        byte[] picture = jpeg(goods(200, 100, 705), 0.9);
        UUID evidence = intake.uploads(picture);
        Response answer = original(reviewer, evidence, "移送鉴定机构");
        answer.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-store");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment");
        assertThat(answer.asByteArray()).isEqualTo(picture);
        JsonPath custody = reviewer.custody(evidence);
        int exported = custody.getList("entries.act", String.class).indexOf("EXPORTED");
        assertThat(exported).as("custody tells the export").isPositive();
        assertThat(custody.getString("entries[" + exported + "].purpose")).isEqualTo("移送鉴定机构");
        assertThat(custody.getString("entries[" + exported + "].detail"))
                .isEqualTo("original, bytes:" + picture.length);
    }

    @Test
    void nobodyElseGetsTheOriginalAndNobodyWithoutReasons() {
        UUID evidence = intake.uploads(jpeg(goods(90, 60, 706), 0.9));
        original(intake, evidence, "看看").then().statusCode(403);
        original(new Party(TestCaller.city(HANDLER)), evidence, "看看").then().statusCode(403);
        original(new Party(TestCaller.pudong(HEAD)), evidence, "看看").then().statusCode(404);
        original(new Party(TestCaller.merchant("wang", "91310000132260250X", HEAD)), evidence, "看看")
                .then()
                .statusCode(403);
        original(reviewer, evidence, "  ")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons"));
        assertThat(reviewer.custody(evidence).getList("entries.act", String.class))
                .doesNotContain("EXPORTED");
    }

    @Test
    void aRowOfTheChainThatSomebodyChangedInTheDatabaseIsNoticed() {
        UUID evidence = intake.uploads(jpeg(goods(90, 60, 707), 0.9));
        intake.looksAt(evidence, "/content").then().statusCode(200);
        intake.analysis(evidence);
        assertThat(intake.custody(evidence).getBoolean("intact")).isTrue();
        assertThat(intake.custody(evidence).<Object>get("brokenAt")).isNull();
        Database rows = new Database(database);
        Object[] sealed =
                rows.row("select * from custody_entry where evidence_id = ? and seq = 2", evidence);
        for (String change :
                new String[] {
                    "actor = 'x'",
                    "purpose = 'x'",
                    "at = at + interval '1 ms'",
                    "detail = 'x'",
                    "act = 'EXPORTED'",
                    "seal = previous_seal",
                    "seq = 1000"
                }) {
            rows.changes(
                    "update custody_entry set " + change + " where evidence_id = ? and seq = 2",
                    evidence);
            JsonPath custody = intake.custody(evidence);
            assertThat(custody.getBoolean("intact")).as(change).isFalse();
            assertThat(custody.getInt("brokenAt")).as(change).isEqualTo(2);
            restore(rows, evidence, sealed);
            assertThat(intake.custody(evidence).getBoolean("intact")).as(change).isTrue();
        }
        int length = intake.custody(evidence).getList("entries").size();
        rows.changes(
                "delete from custody_entry where evidence_id = ? and seq = ?", evidence, length);
        assertThat(intake.custody(evidence).getInt("brokenAt"))
                .as("an end that was cut off")
                .isEqualTo(length);
        rows.changes("update evidence set sm3 = sha256 where id = ?", evidence);
        assertThat(intake.custody(evidence).getInt("brokenAt"))
                .as("the chain is bound to the file's hashes")
                .isEqualTo(1);
    }

    private static void restore(Database rows, UUID evidence, Object[] sealed) {
        rows.changes(
                "update custody_entry set seq = 2, act = ?, actor = ?, organisation = ?,"
                        + " purpose = ?, at = ?, detail = ?, previous_seal = ?, seal = ?"
                        + " where evidence_id = ? and seq in (2, 1000)",
                sealed[2],
                sealed[3],
                sealed[4],
                sealed[5],
                sealed[6],
                sealed[7],
                sealed[8],
                sealed[9],
                evidence);
    }

    private static Response original(Party party, UUID evidence, String reasons) {
        return party.asks()
                .contentType("application/json")
                .body(Map.of("reasons", reasons))
                .post("/v1/evidence/" + evidence + "/original");
    }

    private static BufferedImage read(Response answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }
}
