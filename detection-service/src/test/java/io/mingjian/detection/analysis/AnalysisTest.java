package io.mingjian.detection.analysis;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.bank.BankPrints.Query;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.assertj.core.data.Offset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class AnalysisTest {
    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"00119111010800000000001000001\","
                    + "\"ProduceID\":\"p-1\"}";

    private static final Offset<Double> NEAR = within(0.05);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party city = new Party(TestCaller.city(INTAKE));
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE));
    private final Party other = new Party(TestCaller.platform("other", INTEGRATION));

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource database;

    @Inject ReuseIndex reuseIndex;

    @Inject PicturePrints prints;

    @ConfigProperty(name = "mingjian.reuse.poll")
    Duration pollEvery;

    @ConfigProperty(name = "mingjian.evidence.dir")
    Path directory;

    private Wire wire;

    @BeforeEach
    void listen() {
        wire = new Wire(messages);
    }

    @Test
    void anOrdinaryPictureShowsNoSignAndSaysWhatThatDoesNotMean() {
        UUID evidence = platform.uploads(jpeg(goods(640, 480, 201), 0.9));
        JsonPath analysis = platform.analysis(evidence);
        assertThat(analysis.getString("band")).isEqualTo("NO_SIGN");
        assertThat(analysis.getString("labelVerdict")).isEqualTo("NONE_FOUND");
        assertThat(analysis.getString("summary")).contains("不表示图像真实");
        assertThat(analysis.getList("askNext", String.class)).isNotEmpty();
        assertThat(analysis.getString("notice")).contains("不构成对事实的认定");
        assertThat(analysis.getInt("reuse.total")).isZero();
        assertThat(analysis.getString("reuse.note"))
                .startsWith("在本机构提交的证据中未见。")
                .contains("未与其他机构的证据查对。");
        JsonPath shown = platform.looksAt(evidence).jsonPath();
        assertThat(shown.getString("state")).isEqualTo("ANALYZED");
    }

    @Test
    void theEventsTellReceiptAndResultOnceEachInOrder() {
        UUID evidence = platform.uploads(jpeg(goods(640, 480, 202), 0.9));
        await().until(() -> !wire.published(evidence, "evidence.analyzed.v1").isEmpty());
        List<JsonNode> received = wire.published(evidence, "evidence.received.v1");
        List<JsonNode> analyzed = wire.published(evidence, "evidence.analyzed.v1");
        assertThat(received).hasSize(1);
        assertThat(analyzed).hasSize(1);
        assertThat(received.get(0).path("revision").asLong())
                .isLessThan(analyzed.get(0).path("revision").asLong());
        JsonNode data = analyzed.get(0).path("data");
        assertThat(data.path("organisation").asText()).isEqualTo("platform-yougou");
        assertThat(data.path("band").asText()).isEqualTo("NO_SIGN");
        assertThat(data.path("analyzedAt").asText()).endsWith("+08:00");
        assertThat(StreamSupport.stream(data.path("signals").spliterator(), false))
                .extracting(signal -> signal.path("code").asText())
                .contains("SATURATION_MEASURED");
    }

    @Test
    void aLabelledPictureIsDeclared() {
        UUID evidence = platform.uploads(labelled(png(goods(320, 240, 203))));
        JsonPath analysis = platform.analysis(evidence);
        assertThat(analysis.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(analysis.getString("labelVerdict")).isEqualTo("CONFIRMED_BY_METADATA");
        assertThat(analysis.getString("signals[0].code")).isEqualTo("GB_LABEL_CONFIRMED");
        assertThat(analysis.getString("signals[0].doesNotProve")).isNotBlank();
        assertThat(analysis.getList("askNext", String.class).get(0)).contains("来源");
    }

    @Test
    void aPictureBrokenInsideIsInconclusiveAndKept() throws IOException {
        byte[] whole = png(goods(320, 240, 204));
        byte[] broken = Arrays.copyOf(whole, 60);
        UUID evidence = platform.uploads(broken);
        JsonPath analysis = platform.analysis(evidence);
        assertThat(analysis.getString("band")).isEqualTo("INCONCLUSIVE");
        assertThat(analysis.getList("notes.kind", String.class)).contains("COULD_NOT_READ");
        platform.looksAt(evidence, "/content")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-displayable"));
        platform.looksAt(evidence, "/heatmap").then().statusCode(404);
        String sha256 = platform.looksAt(evidence).jsonPath().getString("sha256");
        assertThat(Files.readAllBytes(file(sha256))).isEqualTo(broken);
    }

    @Test
    void contentAndHeatMapAreServedAsPicturesWithoutMetadata() {
        UUID evidence = platform.uploads(labelled(png(goods(3000, 1500, 205))));
        platform.analysis(evidence);
        byte[] copy =
                platform.looksAt(evidence, "/content?purpose=核对瑕疵")
                        .then()
                        .statusCode(200)
                        .contentType("image/jpeg")
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Disposition", containsString("inline"))
                        .header("Cache-Control", containsString("no-store"))
                        .extract()
                        .asByteArray();
        BufferedImage picture = PictureDrawer.read(copy);
        assertThat(picture.getWidth()).isEqualTo(2048);
        assertThat(picture.getHeight()).isEqualTo(1024);
        assertThat(new String(copy, ISO_8859_1)).doesNotContain("AIGC");
        byte[] map =
                platform.looksAt(evidence, "/heatmap")
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .extract()
                        .asByteArray();
        assertThat(PictureDrawer.read(map).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void mapsForExpertsAreDrawnOnDemandAndTheLookIsNoted() {
        UUID evidence = platform.uploads(jpeg(goods(640, 480, 208), 0.9));
        platform.analysis(evidence);
        JsonPath maps = platform.looksAt(evidence, "/maps").jsonPath();
        assertThat(maps.getList("maps.kind", String.class))
                .containsExactly("ela", "jpeg-ghost", "noise");
        assertThat(maps.getString("maps[0].doesNotProve")).contains("不是评分");
        byte[] map =
                platform.looksAt(evidence, "/maps/noise")
                        .then()
                        .statusCode(200)
                        .contentType("image/png")
                        .header("Cache-Control", containsString("no-store"))
                        .extract()
                        .asByteArray();
        assertThat(PictureDrawer.read(map).getWidth()).isGreaterThan(500);
        platform.looksAt(evidence, "/maps/other").then().statusCode(404);
        assertThat(platform.custody(evidence).getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED", "VIEWED");
    }

    @Test
    void custodyNamesEveryActAndNoticesAChangedLine() throws SQLException {
        UUID evidence = platform.uploads(jpeg(goods(320, 240, 206), 0.9));
        platform.analysis(evidence);
        platform.looksAt(evidence, "/content?purpose=核对").then().statusCode(200);
        platform.looksAt(evidence, "/content?disposition=attachment").then().statusCode(200);
        JsonPath custody = platform.custody(evidence);
        assertThat(custody.getList("entries.act", String.class))
                .containsExactly("RECEIVED", "ANALYZED", "VIEWED", "EXPORTED");
        assertThat(custody.getString("entries[2].purpose")).isEqualTo("核对");
        assertThat(custody.getBoolean("intact")).isTrue();
        change(
                "update custody_entry set purpose = '另有用途' where evidence_id = ? and seq = 3",
                evidence);
        assertThat(platform.custody(evidence).getBoolean("intact")).isFalse();
    }

    @Test
    void theSamePictureResavedAndCroppedIsFoundAndBothSidesLearnIt() {
        BufferedImage picture = goods(800, 600, 207);
        UUID first = city.uploads(jpeg(picture, 0.95));
        city.analysis(first);
        files("samr-shanghai", first);
        UUID second = huangpu.uploads(jpeg(picture.getSubimage(60, 40, 700, 530), 0.7));
        JsonPath later = huangpu.analysis(second);
        assertThat(later.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(later.getInt("reuse.total")).isEqualTo(1);
        files("samr-huangpu", second);
        JsonPath earlier = awaits(city, first, "REUSED_IN_OTHER_MATTER");
        assertThat(earlier.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        await().until(() -> reuseCount(wire.published(first, "evidence.analyzed.v1")) == 1);
        List<JsonNode> events = wire.published(first, "evidence.analyzed.v1");
        assertThat(events)
                .extracting(event -> event.path("revision").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    /** An intake that uploads twice and names one; a merchant that keeps what a buyer sent it. */
    @Test
    void anotherUploadThatNoMatterNamesLiftsNothingUntilOneDoes() {
        byte[] picture = jpeg(goods(500, 400, 241), 0.9);
        UUID named = huangpu.uploads(picture);
        UUID beside = huangpu.uploads(jpeg(goods(500, 400, 242), 0.9));
        huangpu.analysis(named);
        huangpu.analysis(beside);
        files("samr-huangpu", named);
        huangpu.putsTogether("FILING", "set-" + named, List.of(named, beside))
                .then()
                .statusCode(201);
        huangpu.uploads(picture);
        UUID kept = platform.uploads(picture);
        JsonPath told = awaitsLine(huangpu, named, "REUSED_UNNAMED", "另有 2 份相同画面的证据尚未用于任何事项");
        assertThat(told.getString("band")).isEqualTo("NO_SIGN");
        assertThat(codes(told)).doesNotContain("REUSED_IN_OTHER_MATTER");
        assertThat(told.getInt("reuse.total")).isEqualTo(2);
        assertThat(reuseCount(wire.published(named, "evidence.analyzed.v1"))).isZero();
        assertThat(codes(huangpu.analysis(beside))).doesNotContain("SET_MEMBER_REUSED");
        JsonPath alone = platform.analysis(kept);
        assertThat(alone.getString("band")).isEqualTo("NO_SIGN");
        assertThat(codes(alone)).doesNotContain("REUSED_UNNAMED");
        String before = platform.looksAt(kept, "/analysis").asString();

        UUID filing = UUID.randomUUID();
        wire.brings(Wire.registered(filing, 1, "platform-yougou", List.of(kept)));
        JsonPath reused = awaits(huangpu, named, "REUSED_IN_OTHER_MATTER");
        assertThat(reused.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(reused.getString("signals.find { it.code == 'REUSED_UNNAMED' }.supports"))
                .contains("另有 1 份");
        await().until(() -> reuseCount(wire.published(named, "evidence.analyzed.v1")) == 1);
        await().until(() -> reuseCount(wire.published(kept, "evidence.analyzed.v1")) == 1);
        awaits(huangpu, beside, "SET_MEMBER_REUSED");
        JsonPath still = platform.looksAt(kept, "/analysis").jsonPath();
        assertThat(still.getString("band")).isEqualTo("NO_SIGN");
        assertThat(still.getInt("reuse.total")).isZero();
        assertThat(JsonPath.from(before).getList("signals")).isEqualTo(still.getList("signals"));

        wire.brings(Wire.registered(filing, 2, "platform-yougou", List.of()));
        await().atMost(LONG)
                .until(() -> huangpu.analysis(named).getString("band").equals("NO_SIGN"));
        await().atMost(LONG)
                .until(() -> !codes(huangpu.analysis(beside)).contains("SET_MEMBER_REUSED"));
    }

    @Test
    void anUploadThatAClaimNamesIsInAMatter() {
        byte[] picture = jpeg(goods(500, 400, 243), 0.9);
        UUID ours = huangpu.uploads(picture);
        huangpu.analysis(ours);
        UUID theirs = platform.uploads(picture);
        awaits(huangpu, ours, "REUSED_UNNAMED");
        platform.putsTogether("CLAIM", "CLM-" + theirs, List.of(theirs)).then().statusCode(201);
        JsonPath told = awaits(huangpu, ours, "REUSED_IN_OTHER_MATTER");
        assertThat(codes(told)).doesNotContain("REUSED_UNNAMED");
    }

    /** Has a filing of its owner rest on a piece, and waits until that is known. */
    private void files(String owner, UUID evidence) {
        wire.brings(Wire.registered(UUID.randomUUID(), 1, owner, List.of(evidence)));
        await().until(
                        () ->
                                count(
                                                "select count(*) from evidence_naming"
                                                        + " where evidence_id = ?",
                                                evidence)
                                        == 1);
    }

    private static List<String> codes(JsonPath analysis) {
        return analysis.getList("signals.code", String.class);
    }

    private static JsonPath awaits(Party party, UUID evidence, String code) {
        return awaitsLine(party, evidence, code, "");
    }

    private static JsonPath awaitsLine(Party party, UUID evidence, String code, String words) {
        String supports = "signals.find { it.code == '" + code + "' }.supports";
        await().atMost(LONG)
                .until(
                        () -> party.analysis(evidence).getString(supports),
                        said -> said != null && said.contains(words));
        return party.analysis(evidence);
    }

    @Test
    void ofForeignEvidenceWithTheSamePictureAPlatformLearnsNothing() {
        byte[] picture = jpeg(goods(500, 400, 208), 0.9);
        UUID mine = platform.uploads(picture);
        platform.analysis(mine);
        Response before = platform.looksAt(mine, "/analysis");
        Response shown = platform.looksAt(mine);
        String custody = platform.looksAt(mine, "/custody").asString();
        UUID foreign = other.uploads(picture);
        files("platform-other", foreign);
        await().atMost(LONG)
                .until(() -> reuseCount(wire.published(mine, "evidence.analyzed.v1")) == 1);
        assertThat(platform.looksAt(mine).asString()).isEqualTo(shown.asString());
        assertThat(platform.looksAt(mine).header("ETag")).isEqualTo(shown.header("ETag"));
        assertThat(platform.looksAt(mine, "/custody").asString()).isEqualTo(custody);
        Response after = platform.looksAt(mine, "/analysis");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        JsonPath theirs = other.analysis(foreign);
        assertThat(theirs.getString("band")).isEqualTo("NO_SIGN");
        assertThat(theirs.getInt("reuse.total") + theirs.getInt("reuse.hidden")).isZero();
        assertThat(theirs.getList("signals.code", String.class))
                .doesNotContain("REUSED_IN_OTHER_MATTER");
    }

    @Test
    void ofOwnEvidenceWithTheSamePictureAPlatformLearnsAll() {
        byte[] picture = jpeg(goods(500, 400, 218), 0.9);
        UUID mine = platform.uploads(picture);
        other.uploads(picture);
        platform.analysis(mine);
        int told = platform.looksAt(mine).jsonPath().getInt("version");
        UUID mineAgain = platform.uploads(picture);
        platform.analysisBeside(mine, mineAgain);
        files("platform-yougou", mineAgain);
        JsonPath analysis = awaits(platform, mine, "REUSED_IN_OTHER_MATTER");
        assertThat(analysis.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(analysis.getList("reuse.visible.evidenceId", String.class))
                .containsExactly(mineAgain.toString());
        assertThat(analysis.getInt("reuse.total")).isEqualTo(1);
        assertThat(analysis.getInt("signals[0].facts.otherMatters")).isEqualTo(1);
        assertThat(analysis.getString("signals[0].supports")).doesNotContain("其他机构");
        assertThat(platform.looksAt(mine).jsonPath().getInt("version")).isEqualTo(told + 1);
    }

    @Test
    void aBureauIsToldTheNumberOfForeignEvidenceWithTheSamePicture() {
        byte[] picture = jpeg(goods(500, 400, 219), 0.9);
        UUID foreign = platform.uploads(picture);
        platform.analysis(foreign);
        files("platform-yougou", foreign);
        UUID taken = huangpu.uploads(picture);
        huangpu.analysis(taken);
        String answer = huangpu.looksAt(taken, "/analysis").asString();
        JsonPath analysis = JsonPath.from(answer);
        assertThat(analysis.getInt("reuse.hidden")).isEqualTo(1);
        assertThat(analysis.getString("reuse.hiddenNote")).contains("其他方");
        assertThat(analysis.getMap("reuse"))
                .as("it was looked for whole and everywhere")
                .doesNotContainKey("note");
        assertThat(analysis.getString("signals[0].supports")).contains("其他机构");
        assertThat(answer).doesNotContain(foreign.toString()).doesNotContain("platform-yougou");
    }

    @Test
    void manyCopiesAtTheSameMomentAllFindEachOther() throws InterruptedException {
        byte[] picture = jpeg(goods(400, 300, 217), 0.9);
        int copies = 6;
        ExecutorService senders = Executors.newFixedThreadPool(copies);
        List<UUID> evidence = new CopyOnWriteArrayList<>();
        for (int i = 0; i < copies; i++) {
            senders.execute(() -> evidence.add(platform.uploads(picture)));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(evidence).hasSize(copies);
        evidence.forEach(one -> files("platform-yougou", one));
        for (UUID one : evidence) {
            await().until(
                            () -> {
                                List<JsonNode> told = wire.published(one, "evidence.analyzed.v1");
                                return !told.isEmpty() && reuseCount(told) == copies - 1;
                            });
        }
    }

    private static int reuseCount(List<JsonNode> events) {
        if (events.isEmpty()) {
            return 0;
        }
        return events.get(events.size() - 1).path("data").path("reuseCount").asInt();
    }

    @Test
    void copiesWithinOneFilingWeighNothing() {
        byte[] picture = jpeg(goods(500, 400, 209), 0.9);
        UUID one = platform.uploads(picture);
        UUID two = platform.uploads(picture);
        platform.analysis(two);
        platform.analysisBeside(one, two);
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "platform-yougou", List.of(one, two)));
        JsonPath analysis = awaits(platform, two, "REUSED_IN_SAME_MATTER");
        assertThat(analysis.getString("band")).isEqualTo("NO_SIGN");
        assertThat(codes(analysis)).doesNotContain("REUSED_IN_OTHER_MATTER", "REUSED_UNNAMED");
    }

    @Test
    void aJobWhoseWorkerDiedIsTakenUpAgainAndEndsOnce() throws SQLException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 210), 0.9));
        platform.analysis(template);
        UUID orphan = UUID.randomUUID();
        copyAs(template, orphan, "now() - interval '1 minute'", 1);
        JsonPath analysis = platform.analysis(orphan);
        assertThat(analysis.getString("state")).isEqualTo("ANALYZED");
        await().until(() -> wire.published(orphan, "evidence.analyzed.v1").size() == 1);
        assertThat(count("select count(*) from analyzer_run where evidence_id = ?", orphan))
                .isEqualTo(1);
    }

    @Test
    void aJobUnderAnUnexpiredLeaseIsLeftAlone() throws SQLException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 211), 0.9));
        platform.analysis(template);
        UUID held = UUID.randomUUID();
        copyAs(template, held, "now() + interval '10 minutes'", 1);
        UUID after = platform.uploads(jpeg(goods(300, 200, 212), 0.9));
        platform.analysis(after);
        assertThat(platform.looksAt(held).jsonPath().getString("state")).isEqualTo("ANALYZING");
    }

    @Test
    void aPictureThatKilledManyWorkersIsGivenUpAsInconclusive() throws SQLException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 213), 0.9));
        platform.analysis(template);
        UUID deadly = UUID.randomUUID();
        copyAs(template, deadly, "now() - interval '1 minute'", 5);
        JsonPath analysis = platform.analysis(deadly);
        assertThat(analysis.getList("notes.code", String.class)).contains("GIVEN_UP");
    }

    @Test
    void lostContentIsNoticedAndToldWithoutLosingTheCase() throws SQLException, IOException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 214), 0.9));
        platform.analysis(template);
        String sha256 = platform.looksAt(template).jsonPath().getString("sha256");
        Files.write(file(sha256), "overwritten".getBytes(UTF_8));
        platform.looksAt(template, "/content")
                .then()
                .statusCode(409)
                .body("code", equalTo("content-lost"));
        UUID again = UUID.randomUUID();
        copyAs(template, again, "now() - interval '1 minute'", 0);
        JsonPath analysis = platform.analysis(again);
        assertThat(analysis.getList("notes.code", String.class)).contains("CONTENT_LOST");
    }

    @Test
    void anOutageOfTheStoreIsNoAttemptAndNoLoss() throws SQLException, IOException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 220), 0.9));
        platform.analysis(template);
        Path file = file(platform.looksAt(template).jsonPath().getString("sha256"));
        Path away = Files.move(file, Files.createTempDirectory(directory, "away").resolve("file"));
        Files.createSymbolicLink(file, directory.toAbsolutePath());
        UUID waiting = UUID.randomUUID();
        double failures = failures();
        copyAs(template, waiting, "now() - interval '1 minute'", 4);
        await().until(() -> failures() >= failures + 2);
        assertThat(platform.looksAt(waiting).jsonPath().getString("state")).isEqualTo("ANALYZING");
        Files.move(away, file, ATOMIC_MOVE);
        JsonPath analysis = platform.analysis(waiting);
        assertThat(analysis.getList("signals.code", String.class)).contains("SATURATION_MEASURED");
        assertThat(analysis.getList("notes.code", String.class))
                .doesNotContain("GIVEN_UP", "CONTENT_LOST");
    }

    @Test
    void contentCountsAsLostOnlyOnceTheStoreAnswers() throws SQLException, IOException {
        UUID template = platform.uploads(jpeg(goods(300, 200, 221), 0.9));
        platform.analysis(template);
        Files.delete(file(platform.looksAt(template).jsonPath().getString("sha256")));
        Path incoming = directory.resolve("incoming");
        UUID waiting = UUID.randomUUID();
        double failures = failures();
        Files.move(incoming, Files.createTempDirectory(directory, "away").resolve("incoming"));
        Files.createFile(incoming);
        try {
            copyAs(template, waiting, "now() - interval '1 minute'", 0);
            await().until(() -> failures() >= failures + 2);
            assertThat(platform.looksAt(waiting).jsonPath().getString("state"))
                    .isEqualTo("ANALYZING");
        } finally {
            // The store makes the folder anew.
            Files.delete(incoming);
        }
        assertThat(platform.analysis(waiting).getList("notes.code", String.class))
                .contains("CONTENT_LOST");
    }

    @Test
    void aRevisitThatAlwaysFailsEnds() throws SQLException {
        UUID evidence = platform.uploads(jpeg(goods(300, 200, 222), 0.9));
        platform.analysis(evidence);
        double failures = failures();
        change("update analyzer_run set report = 'unreadable' where evidence_id = ?", evidence);
        change("update evidence set revisits_wanted = revisits_wanted + 1 where id = ?", evidence);
        String open =
                "select count(*) from evidence where id = ? and revisits_wanted > revisits_done";
        await().until(() -> count(open, evidence) == 0);
        assertThat(failures() - failures).isEqualTo(5);
    }

    private static double failures() {
        return metric("mingjian_analysis_failures_total");
    }

    private static double metric(String name) {
        return RestAssured.get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void unchangedResourcesAreNotSentTwice() {
        UUID evidence = platform.uploads(jpeg(goods(300, 200, 215), 0.9));
        platform.analysis(evidence);
        for (String part : List.of("", "/analysis")) {
            String tag = platform.looksAt(evidence, part).header("ETag");
            platform.asks()
                    .header("If-None-Match", tag)
                    .get("/v1/evidence/" + evidence + part)
                    .then()
                    .statusCode(304);
        }
    }

    /** As a print that an older release stored, and a replica that fills its index in full work. */
    @Test
    void anIndexFilledAnewKnowsAlsoPrintsStoredWithoutAGist() throws SQLException {
        BufferedImage picture = goods(700, 520, 231);
        UUID first = city.uploads(jpeg(picture, 0.9));
        city.analysis(first);
        files("samr-shanghai", first);
        assertThat(changed("update picture_print set gist = null where evidence_id = ?", first))
                .isEqualTo(1);
        reuseIndex.rebuild();
        String kept =
                "update picture_print set gist = gist where gist is not null and evidence_id = ?";
        assertThat(changed(kept, first)).isEqualTo(1);
        BufferedImage turned = new BufferedImage(520, 700, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 520; y++) {
            for (int x = 0; x < 700; x++) {
                turned.setRGB(y, x, picture.getRGB(x, y));
            }
        }
        JsonPath later = huangpu.analysis(huangpu.uploads(jpeg(turned, 0.8)));
        assertThat(later.getInt("reuse.total")).isEqualTo(1);
        assertThat(later.getString("signals[0].supports")).contains("旋转或镜像");
    }

    @Test
    void aKnownPictureWrappedInADocumentIsFoundWithItsPlace() {
        BufferedImage picture = goods(800, 600, 235);
        UUID known = platform.uploads(jpeg(picture, 0.95));
        platform.analysis(known);
        files("platform-yougou", known);
        UUID wrapped = platform.uploads(DocumentSmith.pdf(jpeg(picture, 0.8)));
        JsonPath analysis = platform.analysis(wrapped);
        assertThat(analysis.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(analysis.getList("reuse.visible.evidenceId", String.class))
                .containsExactly(known.toString());
        assertThat(analysis.getString("reuse.visible[0].place")).isEqualTo("第 1 页嵌入图片 1");
        assertThat(analysis.getString("signals[0].supports")).contains("本文档中为：第 1 页嵌入图片 1。");
        JsonPath earlier = platform.analysisBeside(known, wrapped);
        assertThat(earlier.getString("reuse.visible[0].otherPlace")).isEqualTo("第 1 页嵌入图片 1");
        UUID later =
                platform.uploads(DocumentSmith.docx("ppt/media/image1.jpg", jpeg(picture, 0.6)));
        JsonPath third = platform.analysis(later);
        assertThat(third.getInt("reuse.total")).isEqualTo(2);
        assertThat(third.getList("reuse.visible.otherPlace", String.class)).contains("第 1 页嵌入图片 1");
    }

    /** As the release before kept it: the document, and no picture of it. */
    @Test
    void aDocumentFromBeforeIsSearchedForOnceItIsAnalysedAnew() {
        BufferedImage picture = goods(700, 500, 236);
        UUID old = huangpu.uploads(DocumentSmith.pdf(jpeg(picture, 0.9)));
        huangpu.analysis(old);
        Database tables = new Database(database);
        assertThat(tables.changes("delete from film_print where evidence_id = ?", old)).isOne();
        reuseIndex.rebuild();
        UUID other = huangpu.uploads(jpeg(picture, 0.8));
        assertThat(huangpu.analysis(other).getInt("reuse.total")).isZero();
        again(old);
        await().until(() -> huangpu.analysis(old).getInt("reuse.total") == 1);
        await().until(() -> huangpu.analysis(other).getInt("reuse.total") == 1);
    }

    /** As while the decoder was away: of the picture nothing was kept but that it came. */
    @Test
    void aPictureThatCouldNotBeLookedAtIsSearchedForOnceItIsAnalysedAnew() {
        BufferedImage picture = goods(700, 500, 239);
        UUID old = huangpu.uploads(jpeg(picture, 0.9));
        huangpu.analysis(old);
        Database tables = new Database(database);
        assertThat(
                        tables.changes(
                                "update picture_print set print = null, gist = null where evidence_id = ?",
                                old))
                .isOne();
        reuseIndex.rebuild();
        UUID other = huangpu.uploads(jpeg(picture, 0.8));
        assertThat(huangpu.analysis(other).getInt("reuse.total")).isZero();
        again(old);
        await().until(() -> huangpu.analysis(old).getInt("reuse.total") == 1);
        await().until(() -> huangpu.analysis(other).getInt("reuse.total") == 1);
        UUID third = huangpu.uploads(jpeg(picture, 0.7));
        assertThat(huangpu.analysis(third).getInt("reuse.total")).isEqualTo(2);
    }

    private static void again(UUID evidence) {
        new Party(TestCaller.huangpu(INTAKE, HANDLER))
                .asks()
                .contentType("application/json")
                .body(Map.of("reasons", "补作查重"))
                .post("/v1/evidence/" + evidence + "/reanalysis")
                .then()
                .statusCode(202);
    }

    @Test
    void whatCannotBeSearchedForIsNotSaidToBeUnused() {
        BufferedImage plain = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        for (byte[] file :
                List.of(png(plain), DocumentSmith.docx("word/media/image1.png", png(plain)))) {
            JsonPath analysis = city.analysis(city.uploads(file));
            assertThat(analysis.getString("summary"))
                    .contains("未作查重")
                    .doesNotContain("未见重复使用", "或重复使用");
            assertThat(analysis.getString("notes.find { it.code == 'NOT_SEARCHED' }.kind"))
                    .isEqualTo("NOT_APPLICABLE");
            assertThat(analysis.getString("reuse.note"))
                    .startsWith("画面未作查重")
                    .endsWith("未见完全相同的文件。");
        }
        JsonPath searched = city.analysis(city.uploads(jpeg(goods(640, 480, 8260), 0.9)));
        assertThat(searched.getString("reuse.note")).isEqualTo("未见。未见不说明该图片未曾使用。");
    }

    @Test
    void theVerySameFileIsTheClosestAlsoBehindOneThatWasSavedAgain() {
        byte[] picture = jpeg(goods(500, 400, 237), 0.9);
        UUID resaved = city.uploads(png(PictureDrawer.read(picture)));
        city.analysis(resaved);
        files("samr-shanghai", resaved);
        UUID first = city.uploads(picture);
        city.analysis(first);
        files("samr-shanghai", first);
        UUID second = city.uploads(picture);
        city.analysis(second);
        JsonPath last = city.analysis(city.uploads(picture));
        assertThat(last.getList("reuse.visible.evidenceId", String.class))
                .containsExactly(first.toString(), second.toString(), resaved.toString());
        assertThat(last.getList("reuse.visible.distance", Integer.class)).containsOnly(0);
        assertThat(last.getString("signals[0].facts.closest")).isEqualTo("IDENTICAL_FILE");
    }

    @Test
    void searchesGoOnAndFindWhileTheIndexIsFilledAnew() throws Exception {
        BufferedImage picture = goods(600, 450, 238);
        UUID evidence = city.uploads(jpeg(picture, 0.9));
        city.analysis(evidence);
        Query asked = query(jpeg(picture, 0.7));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger searches = new AtomicInteger();
        ExecutorService searcher = Executors.newSingleThreadExecutor();
        try {
            Future<List<Integer>> missed =
                    searcher.submit(
                            () -> {
                                List<Integer> without = new ArrayList<>();
                                while (!over.get()) {
                                    int search = searches.incrementAndGet();
                                    if (!finds(reuseIndex, asked, evidence)) {
                                        without.add(search);
                                    }
                                }
                                return without;
                            });
            await().until(() -> searches.get() > 0);
            int enough = searches.get() + 5;
            for (int i = 0; i < 10_000 && searches.get() < enough; i++) {
                reuseIndex.rebuild();
            }
            over.set(true);
            assertThat(missed.get(60, TimeUnit.SECONDS)).isEmpty();
        } finally {
            over.set(true);
            searcher.shutdownNow();
        }
        assertThat(searches.get()).as("while it was filled anew").isGreaterThan(5);
    }

    /** A second replica has an index of its own and looks at the table as often as the first. */
    @Test
    void anotherReplicaFindsANewPictureWithinItsPoll() {
        ReuseIndex replica = new ReuseIndex(prints, new SimpleMeterRegistry());
        replica.load();
        assertThat(replica.isLoaded()).isTrue();
        BufferedImage picture = goods(600, 450, 239);
        Query asked = query(jpeg(picture, 0.7));
        int before = replica.size();
        ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor();
        try {
            poll.scheduleWithFixedDelay(
                    replica::load, pollEvery.toMillis(), pollEvery.toMillis(), MILLISECONDS);
            UUID evidence = city.uploads(jpeg(picture, 0.9));
            String stored =
                    "select count(*) from picture_print where print is not null and evidence_id = ?";
            await().until(() -> count(stored, evidence) == 1);
            await().until(() -> replica.size() > before);
            assertThat(finds(replica, asked, evidence)).isTrue();
        } finally {
            poll.shutdownNow();
        }
    }

    private static Query query(byte[] picture) {
        Intake.Accepted accepted = (Intake.Accepted) Intake.of(ByteView.of(picture));
        Decoding.Decoded decoded = (Decoding.Decoded) accepted.picture().pixels();
        return new Query(
                UUID.randomUUID(), Optional.empty(), "none", ReusePrint.of(decoded.pixels()));
    }

    private static boolean finds(ReuseIndex index, Query asked, UUID evidence) {
        return index.search(asked).stream().anyMatch(each -> each.other().equals(evidence));
    }

    @Test
    void aMatchIsShownWithTheGeometryOnWhichItStands() {
        BufferedImage picture = goods(800, 600, 232);
        UUID first = platform.uploads(jpeg(picture, 0.95));
        platform.analysis(first);
        files("platform-yougou", first);
        UUID second = platform.uploads(jpeg(picture.getSubimage(80, 60, 640, 480), 0.8));
        JsonPath crop = platform.analysis(second);
        assertThat(crop.getInt("reuse.visible[0].fit.inliers")).isGreaterThan(10);
        assertThat(crop.getList("reuse.visible[0].fit.transform")).hasSize(9);
        assertThat(crop.getDouble("reuse.visible[0].fit.transform[0]")).isCloseTo(0.8, NEAR);
        assertThat(crop.getString("signals[0].supports")).contains("特征点按同一几何变换对应");
        assertThat(crop.getInt("signals[0].facts.inliers"))
                .isEqualTo(crop.getInt("reuse.visible[0].fit.inliers"));
        files("platform-yougou", second);
        platform.analysisBeside(first, second);
        JsonPath whole = awaits(platform, first, "REUSED_IN_OTHER_MATTER");
        assertThat(whole.getDouble("reuse.visible[0].fit.transform[0]")).isCloseTo(1.25, NEAR);
        assertThat(whole.getDouble("signals[0].regions[0].x")).isCloseTo(0.1, NEAR);
    }

    /** The facts of a match are read back as they were drawn up, or each look would be another. */
    @Test
    void aRevisitThatLearnsNothingMakesNoRevision() throws SQLException {
        BufferedImage picture = goods(800, 600, 233);
        UUID first = city.uploads(jpeg(picture, 0.95));
        city.analysis(first);
        files("samr-shanghai", first);
        UUID second = city.uploads(jpeg(picture.getSubimage(60, 40, 700, 530), 0.8));
        assertThat(codes(city.analysis(second))).contains("REUSED_IN_OTHER_MATTER");
        change("update evidence set revisits_wanted = revisits_wanted + 1 where id = ?", second);
        String open =
                "select count(*) from evidence where id = ? and revisits_wanted > revisits_done";
        await().until(() -> count(open, second) == 0);
        assertThat(city.analysis(second).getInt("revision")).isEqualTo(1);
    }

    @Test
    void thePrintOfADestroyedPictureThatCannotBeReadFailsNoOtherAnalysis() throws SQLException {
        BufferedImage picture = goods(600, 450, 234);
        UUID gone = city.uploads(jpeg(picture, 0.95));
        city.analysis(gone);
        change("update evidence set content_state = 'DESTROYED' where id = ?", gone);
        change("update picture_print set print = '\\x0002ff' where evidence_id = ?", gone);
        double unreadable = metric("mingjian_reuse_unreadable_prints_total");
        UUID later = city.uploads(jpeg(picture, 0.8));
        assertThat(city.analysis(later).getInt("reuse.total")).isZero();
        assertThat(metric("mingjian_reuse_unreadable_prints_total")).isGreaterThan(unreadable);
        change("update picture_print set gist = null where evidence_id = ?", gone);
        reuseIndex.rebuild();
        UUID last = city.uploads(jpeg(picture, 0.7));
        assertThat(city.analysis(last).getList("reuse.visible.evidenceId", String.class))
                .containsExactly(later.toString());
    }

    private int changed(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            return statement.executeUpdate();
        }
    }

    @Test
    void healthAndMetricsTellTheTruth() {
        platform.analysis(platform.uploads(jpeg(goods(300, 200, 216), 0.9)));
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(containsString("content-store"))
                .body(containsString("reuse-index"));
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("mingjian_analysis_examination_seconds")
                .contains("mingjian_analysis_open_jobs")
                .contains("mingjian_reuse_index_pictures");
    }

    private Path file(String sha256) {
        return directory
                .resolve("sha256")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /**
     * Leaves a row as a worker does that died in the middle, with its beginning of the custody
     * chain.
     */
    private void copyAs(UUID from, UUID to, String leaseUntil, int attempts) throws SQLException {
        change(
                "insert into evidence select '"
                        + to
                        + "', organisation, uploaded_by, sha256, sm3, size_bytes, media_kind,"
                        + " width, height, received_at, updated_at, 'ANALYZING', 0, "
                        + attempts
                        + ", gen_random_uuid(), "
                        + leaseUntil
                        + ", 0, 0 from evidence where id = ?",
                from);
        change(
                "insert into custody_entry select '"
                        + to
                        + "', seq, act, actor, organisation, purpose, at, detail, previous_seal,"
                        + " seal from custody_entry where evidence_id = ? and seq = 1",
                from);
    }

    private void change(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private long count(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Puts a GB 45438 label into a PNG, behind its head. */
    private static byte[] labelled(byte[] png) {
        byte[] data = ("AIGC\0" + LABEL).getBytes(ISO_8859_1);
        byte[] type = "tEXt".getBytes(ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(type);
        crc.update(data);
        int head = 8 + 25;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, head);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        out.write(png, head, png.length - head);
        return out.toByteArray();
    }
}
