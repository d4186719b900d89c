package io.mingjian.detection.analysis;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.bank.BankBook;
import io.mingjian.detection.bank.Crowd;
import io.mingjian.detection.bank.QuarantineLimits;
import io.mingjian.detection.bank.RestsOn;
import io.mingjian.detection.content.Digests;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

/** Banks: who puts what in, what weighs by it, and what happens when people change their minds. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class BanksTest {
    private static final String ENTRIES = "/v1/bank-entries";
    private static final QuarantineLimits TWO =
            new QuarantineLimits(
                    2, 0, 1, Duration.ofHours(24), Duration.ofDays(30), Duration.ofDays(30));

    private final Party city = new Party(TestCaller.city(INTAKE, REVIEWER, HEAD));
    private final Party second = new Party(TestCaller.city(REVIEWER).named("city.second"));
    private final Party huangpu = new Party(TestCaller.huangpu(INTAKE, HANDLER, REVIEWER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party shop =
            new Party(TestCaller.merchant("wang", "91310101MA1FPX1234", HANDLER));
    private final Party otherShop =
            new Party(TestCaller.merchant("li", "91310101MA1FPX5678", HANDLER));

    @Inject DataSource source;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject BankBook book;
    @Inject BankRound round;
    @Inject PictureMatches matches;

    @Test
    void aStockPictureIsToldToTheOfficerAndTakenBackAgain() {
        BufferedImage picture = goods(400, 300, 7001);
        UUID earlier = huangpu.uploads(jpeg(picture, 0.9));
        assertThat(codes(huangpu.analysis(earlier))).doesNotContain("STOCK_PICTURE");
        JsonPath entry =
                puts(city, Map.of("bank", "STOCK", "source", "素材网站第 7001 号"), png(picture))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        String id = entry.getString("id");
        assertThat(entry.getString("state")).isEqualTo("PROPOSED");
        assertThat(codes(huangpu.analysis(earlier)))
                .as("nobody puts it in alone")
                .doesNotContain("STOCK_PICTURE");
        await().until(() -> city.asks().get(ENTRIES + "/" + id).jsonPath().getInt("matches") > 0);
        assertThat(Blocking.session(() -> book.changes(earlier)))
                .as("what is only proposed is not told to anybody")
                .isZero();
        confirms(id, "\"0\"");
        JsonPath told = awaits(huangpu, earlier, "STOCK_PICTURE");
        int inForce = Blocking.session(() -> book.changes(earlier));
        assertThat(inForce).isPositive();
        assertThat(told.getString("band")).isEqualTo("STRONG_SIGNS");
        assertThat(told.getInt("revision")).isEqualTo(2);
        UUID later = platform.uploads(jpeg(picture.getSubimage(40, 30, 330, 250), 0.8));
        assertThat(codes(platform.analysis(later))).contains("STOCK_PICTURE");

        city.asks()
                .get(ENTRIES + "/" + id + "/picture")
                .then()
                .statusCode(200)
                .contentType("image/jpeg");
        decides(city, id, "revocation", "\"7\"").then().statusCode(412);
        decides(city, id, "revocation", "\"1\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("wished", equalTo("REVOCATION"));
        assertThat(Blocking.session(() -> book.changes(earlier))).isEqualTo(inForce);
        decides(city, id, "revocation", "\"2\"")
                .then()
                .statusCode(403)
                .body("code", equalTo("second-person"));
        decides(second, id, "revocation", "\"2\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"))
                .body(
                        "history.act",
                        equalTo(
                                List.of(
                                        "PROPOSED",
                                        "CONFIRMED",
                                        "REVOCATION_PROPOSED",
                                        "REVOKED")));
        awaitsNo(huangpu, earlier, "STOCK_PICTURE");
        assertThat(Blocking.session(() -> book.changes(earlier))).isGreaterThan(inForce);
        assertThat(huangpu.analysis(earlier).getInt("revision")).isGreaterThanOrEqualTo(3);
        assertThat(
                        new Database(source)
                                .asks(
                                        "select body from indication where evidence_id = ? and revision = 2",
                                        earlier))
                .as("the old revision stays")
                .contains("STOCK_PICTURE");
        decides(city, id, "revocation", "\"3\"").then().statusCode(409);
    }

    @Test
    void aPictureConfirmedAsGeneratedNeedsTwoPeople() {
        byte[] picture = jpeg(goods(400, 300, 7002), 0.9);
        UUID known = city.uploads(picture);
        city.analysis(known);
        Map<String, Object> wanted = Map.of("bank", "KNOWN_AI", "evidenceId", known);
        refers(city, wanted)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/restsOn", "/grounds")));
        Map<String, Object> whole =
                Map.of(
                        "bank",
                        "KNOWN_AI",
                        "evidenceId",
                        known,
                        "restsOn",
                        "GENERATION_RECORD",
                        "grounds",
                        "生成服务提供者回函");
        refers(huangpu, whole).then().statusCode(403);
        String id = refers(city, whole).then().statusCode(201).extract().path("id");
        assertThat(refers(city, whole).then().statusCode(200).extract().<String>path("id"))
                .as("the same evidence again is the entry that is there")
                .isEqualTo(id);
        UUID copy = huangpu.uploads(jpeg(goods(400, 300, 7002), 0.6));
        assertThat(codes(huangpu.analysis(copy))).doesNotContain("KNOWN_AI_PICTURE");
        decides(city, id, "confirmation", "\"0\"")
                .then()
                .statusCode(403)
                .body("code", equalTo("second-person"));
        decides(second, id, "confirmation", "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        JsonPath told = awaits(huangpu, copy, "KNOWN_AI_PICTURE");
        assertThat(told.getString("band")).isEqualTo("DECLARED_OR_REUSED");
        assertThat(codes(city.analysis(known)))
                .as("an entry is no copy of itself")
                .doesNotContain("KNOWN_AI_PICTURE");
    }

    @Test
    void anOutcomeOnlyProposes() {
        UUID evidence = platform.uploads(jpeg(goods(300, 220, 7003), 0.9));
        platform.analysis(evidence);
        assertThat(proposed(UUID.randomUUID())).isEmpty();
        UUID id = proposed(evidence).orElseThrow();
        assertThat(proposed(evidence)).contains(id);
        city.asks()
                .get(ENTRIES + "/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("restsOn", equalTo("APPRAISAL"))
                .body("grounds", equalTo("鉴定意见第 3 号"));
        assertThat(city.asks().get(ENTRIES + "/" + id).asString())
                .as("evidence that the city may not see is not named")
                .doesNotContain(evidence.toString());
    }

    private Optional<UUID> proposed(UUID evidence) {
        BankBook.Outcome outcome =
                new BankBook.Outcome(
                        RestsOn.APPRAISAL,
                        "鉴定意见第 3 号",
                        "subject-1",
                        "huangpu.officer",
                        "samr-huangpu");
        return Blocking.transaction(() -> book.proposeFromOutcome(evidence, outcome))
                .map(BankBook.Proposed::entryId);
    }

    @Test
    void aShopsPhotographTellsCopiesAndBackgroundsAndKeepsItsNotes() {
        BufferedImage photo = dish(7004, 1);
        String id =
                puts(shop, Map.of("bank", "MERCHANT_PHOTOS", "note", "老板的私人备注"), jpeg(photo, 0.9))
                        .then()
                        .statusCode(201)
                        .body("note", equalTo("老板的私人备注"))
                        .extract()
                        .path("id");
        UUID copy = huangpu.uploads(jpeg(photo, 0.7));
        JsonPath told = huangpu.analysis(copy);
        assertThat(codes(told)).contains("MERCHANT_PICTURE_COPY");
        assertThat(told.prettify()).doesNotContain("老板的私人备注");
        UUID background = huangpu.uploads(jpeg(dish(7004, 2), 0.85));
        assertThat(codes(huangpu.analysis(background))).contains("MERCHANT_BACKGROUND");
        UUID own = shop.uploads(jpeg(photo, 0.75));
        assertThat(codes(shop.analysis(own))).doesNotContain("MERCHANT_PICTURE_COPY");

        for (Party stranger : List.of(otherShop, huangpu, platform)) {
            stranger.asks()
                    .get(ENTRIES + "/" + id)
                    .then()
                    .statusCode(stranger == otherShop ? 404 : 403);
        }
        decides(otherShop, id, "revocation", "\"0\"").then().statusCode(404);
        assertThat(city.asks().get(ENTRIES + "/" + id).then().statusCode(200).extract().asString())
                .doesNotContain("老板的私人备注");
        assertThat(ids(otherShop, "")).doesNotContain(id);
        assertThat(ids(shop, "?bank=MERCHANT_PHOTOS&state=ACTIVE")).contains(id);
        puts(shop, Map.of("bank", "STOCK", "source", "x"), jpeg(photo, 0.9)).then().statusCode(403);
        decides(shop, id, "revocation", "\"0\"").then().statusCode(200);
        awaitsNo(huangpu, copy, "MERCHANT_PICTURE_COPY");
    }

    @Test
    void listsGoOnByCursorAndBadUploadsAreRefused() {
        for (int seed : new int[] {7005, 7006, 7007}) {
            puts(shop, Map.of("bank", "MERCHANT_PHOTOS"), jpeg(goods(160, 120, seed), 0.9))
                    .then()
                    .statusCode(201);
        }
        JsonPath first = shop.asks().get(ENTRIES + "?limit=2").jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        JsonPath next =
                shop.asks()
                        .get(ENTRIES + "?limit=2&cursor=" + first.getString("nextCursor"))
                        .jsonPath();
        assertThat(next.getList("items.id"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.getList("items.id"));
        city.asks()
                .get(ENTRIES + "?cursor=" + first.getString("nextCursor"))
                .then()
                .statusCode(400);
        shop.asks().get(ENTRIES + "?state=NEVER").then().statusCode(400);
        puts(shop, Map.of("bank", "MERCHANT_PHOTOS"), "text".getBytes(UTF_8))
                .then()
                .statusCode(415);
        BufferedImage plain = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        puts(shop, Map.of("bank", "MERCHANT_PHOTOS"), png(plain))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-plain"));
        refers(shop, Map.of("bank", "MERCHANT_PHOTOS", "evidenceId", UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-evidence"));
    }

    @Test
    void aDocumentIsTakenAsAFileAmongWhatIsGeneratedAndNowhereElse() {
        byte[] document =
                DocumentSmith.docx("word/media/image1.jpg", jpeg(goods(300, 300, 7031), 0.9));
        UUID evidence = city.uploads(document);
        city.analysis(evidence);
        refers(city, Map.of("bank", "STOCK", "source", "公开模板", "evidenceId", evidence))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidenceId"))
                .body("errors[0].code", equalTo("no-picture"))
                .body("errors[0].detail", containsString("文档或者视频中的画面请取出后以表单上传"));
        generated(evidence);
        UUID copy = huangpu.uploads(document);
        awaits(huangpu, copy, "KNOWN_AI_PICTURE");
    }

    /** Its other picture, which comes first, shows nothing but the background of the entry. */
    @Test
    void aGeneratedPictureInADocumentIsToldWithItsPlaceWhateverStandsBeforeIt() {
        byte[] generated = jpeg(dish(7041, 1), 0.9);
        String id =
                puts(
                                city,
                                Map.of(
                                        "bank", "KNOWN_AI",
                                        "restsOn", "GENERATION_RECORD",
                                        "grounds", "生成服务提供者回函"),
                                generated)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        confirms(id, "\"0\"");
        UUID evidence = huangpu.uploads(pages(jpeg(dish(7041, 2), 0.9), jpeg(dish(7041, 1), 0.7)));
        JsonPath told = huangpu.analysis(evidence);
        assertThat(codes(told)).contains("KNOWN_AI_PICTURE");
        String line = "signals.find { it.code == 'KNOWN_AI_PICTURE' }.";
        assertThat(told.getString(line + "supports")).contains("见文档中的").contains("image2");
        assertThat(told.getString(line + "facts.place")).contains("image2");
    }

    /** A document of pictures, in this order. */
    private static byte[] pages(byte[]... pictures) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (byte[] picture : pictures) {
            members.put("word/media/image" + (members.size() + 1) + ".jpg", picture);
        }
        return DocumentSmith.docx(members);
    }

    @Test
    void aLetterheadStopsWeighingAndWhatElseDocumentsHaveInCommonGoesOn() {
        byte[] letterhead = png(goods(300, 260, 7042));
        List<UUID> letters =
                IntStream.range(0, 4)
                        .mapToObj(i -> pages(letterhead, jpeg(goods(320, 300, 7043 + i), 0.9)))
                        .map(huangpu::uploads)
                        .peek(huangpu::analysis)
                        .toList();
        letters.forEach(piece -> files("samr-huangpu", piece));
        awaits(huangpu, letters.get(3), "REUSED_IN_OTHER_MATTER");
        quarantine(letters);
        round.search();
        for (UUID letter : letters) {
            assertThat(codes(awaits(huangpu, letter, "COMMON_PICTURE")))
                    .as("they have the letterhead in common and nothing else")
                    .doesNotContain("REUSED_IN_OTHER_MATTER");
        }
        String sha256 = Digests.of(pages(letterhead, jpeg(goods(320, 300, 7043), 0.9))).sha256();
        String id =
                city.asks()
                        .get(ENTRIES + "?bank=COMMON&state=QUARANTINED&limit=100")
                        .jsonPath()
                        .getString("items.find { it.sha256 == '%s' }.id".formatted(sha256));
        assertThat(city.asks().get(ENTRIES + "/" + id).jsonPath().getString("history[0].reasons"))
                .contains("所指画面见文档中的", "image1");
        UUID again =
                huangpu.uploads(
                        pages(png(goods(300, 260, 7042)), jpeg(goods(320, 300, 7043), 0.7)));
        JsonPath told = huangpu.analysis(again);
        assertThat(codes(told))
                .as("what else it has in common with the first is not hidden by the letterhead")
                .contains("COMMON_PICTURE", "REUSED_IN_OTHER_MATTER");
        assertThat(
                        told.getInt(
                                "signals.find { it.code == 'REUSED_IN_OTHER_MATTER' }.facts.otherMatters"))
                .isOne();
    }

    /** An intro and an end card: the pairs tell the one until that is common, then the other. */
    @Test
    void ofTwoPicturesThatComeEverywhereTogetherBothAreStopped() {
        byte[] intro = png(goods(300, 260, 7060));
        byte[] card = png(goods(310, 270, 7061));
        List<UUID> first = eachWith(intro, card, 7062);
        quarantine(first);
        round.search();
        awaits(huangpu, first.get(0), "COMMON_PICTURE");
        List<UUID> then = eachWith(intro, card, 7070);
        then.forEach(piece -> files("samr-huangpu", piece));
        awaits(huangpu, then.get(3), "REUSED_IN_OTHER_MATTER");
        quarantine(then);
        round.search();
        awaitsNo(huangpu, then.get(3), "REUSED_IN_OTHER_MATTER");
        awaitsNo(huangpu, then.get(0), "REUSED_IN_OTHER_MATTER");
        assertThat(codes(huangpu.analysis(then.get(3)))).contains("COMMON_PICTURE");
    }

    /** Four documents that show the two, each with a page of its own. */
    private List<UUID> eachWith(byte[] intro, byte[] card, int seed) {
        return IntStream.range(0, 4)
                .mapToObj(i -> pages(intro, card, jpeg(goods(320, 300, seed + i), 0.9)))
                .map(huangpu::uploads)
                .peek(huangpu::analysis)
                .toList();
    }

    @Test
    void aFilmOfSeveralScenesIsNoneOfThem() {
        assumeTrue(FilmSmith.isHere());
        byte[] film = film(7050, 7051);
        UUID evidence = city.uploads(film);
        city.analysis(evidence);
        refers(city, Map.of("bank", "STOCK", "source", "公开视频", "evidenceId", evidence))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("no-picture"));
        String id = generated(evidence);
        UUID still = huangpu.uploads(jpeg(goods(320, 240, 7050), 0.9));
        assertThat(codes(huangpu.analysis(still)))
                .as("its title says nothing about whatever else shows it")
                .doesNotContain("KNOWN_AI_PICTURE");
        awaits(huangpu, huangpu.uploads(film), "KNOWN_AI_PICTURE");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                city.asks()
                                                        .get(ENTRIES + "/" + id)
                                                        .jsonPath()
                                                        .getInt("matches"))
                                        .isEqualTo(2));
    }

    @Test
    void aFilmOfOneSceneIsThatScene() {
        assumeTrue(FilmSmith.isHere());
        UUID evidence = city.uploads(film(7052));
        city.analysis(evidence);
        generated(evidence);
        UUID still = huangpu.uploads(jpeg(goods(320, 240, 7052), 0.9));
        awaits(huangpu, still, "KNOWN_AI_PICTURE");
    }

    /** Put in by one person and confirmed by another. */
    private String generated(UUID evidence) {
        String id =
                refers(
                                city,
                                Map.of(
                                        "bank", "KNOWN_AI",
                                        "evidenceId", evidence,
                                        "restsOn", "GENERATION_RECORD",
                                        "grounds", "生成服务提供者回函"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        confirms(id, "\"0\"");
        return id;
    }

    /** Each scene for a second. */
    private static byte[] film(long... scenes) {
        List<byte[]> frames = new ArrayList<>();
        for (long scene : scenes) {
            frames.addAll(Collections.nCopies(8, FilmSmith.rgb(goods(320, 240, scene))));
        }
        return FilmSmith.of(frames, 320, 240, 8, "mp4", "-c:v", "mpeg4", "-q:v", "3");
    }

    @Test
    void aTextThatNoDatabaseKeepsIsPointedAt() {
        shop.asks()
                .multiPart("bank", "MERCHANT_PHOTOS")
                .multiPart("note", "a\0b")
                .multiPart("picture", "p.jpg", jpeg(goods(160, 120, 7032), 0.9))
                .post(ENTRIES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"))
                .body("errors[0].code", equalTo("null-character"));
        refers(
                        shop,
                        Map.of(
                                "bank", "MERCHANT_PHOTOS",
                                "evidenceId", UUID.randomUUID(),
                                "note", "a\0b"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
    }

    @Test
    void whoReadsAShopsEntryReadsThatNobodyCheckedWhoseItIs() {
        puts(shop, Map.of("bank", "MERCHANT_PHOTOS"), jpeg(goods(160, 120, 7033), 0.9))
                .then()
                .statusCode(201)
                .body("bankName", containsString("未经核实"));
    }

    @Test
    void theSameKeyGivesTheSameEntry() {
        byte[] picture = jpeg(goods(160, 120, 7008), 0.9);
        String key = UUID.randomUUID().toString();
        List<String> ids =
                IntStream.range(0, 2)
                        .mapToObj(
                                i ->
                                        shop.asks()
                                                .header("Idempotency-Key", key)
                                                .multiPart("bank", "MERCHANT_PHOTOS")
                                                .multiPart("picture", "p.jpg", picture)
                                                .post(ENTRIES)
                                                .then()
                                                .statusCode(201)
                                                .extract()
                                                .<String>path("id"))
                        .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aCrowdedPictureStopsWeighingUntilPeopleHaveDecided() {
        byte[] placeholder = png(goods(200, 150, 7009));
        List<UUID> crowd =
                IntStream.range(0, 4).mapToObj(i -> huangpu.uploads(placeholder)).toList();
        crowd.forEach(huangpu::analysis);
        crowd.forEach(piece -> files("samr-huangpu", piece));
        awaits(huangpu, crowd.get(0), "REUSED_IN_OTHER_MATTER");
        awaits(huangpu, crowd.get(3), "REUSED_IN_OTHER_MATTER");
        quarantine(crowd);
        round.search();
        JsonPath held = awaits(huangpu, crowd.get(0), "COMMON_PICTURE");
        assertThat(codes(held)).doesNotContain("REUSED_IN_OTHER_MATTER");
        assertThat(held.getString("band")).isEqualTo("SOME_SIGNS");
        UUID late = huangpu.uploads(placeholder);
        assertThat(codes(huangpu.analysis(late)))
                .contains("COMMON_PICTURE")
                .doesNotContain("REUSED_IN_OTHER_MATTER");

        String id =
                city.asks()
                        .get(ENTRIES + "?bank=COMMON&state=QUARANTINED")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path(
                                "items.find { it.sha256 == '%s' }.id"
                                        .formatted(Digests.of(placeholder).sha256()));
        decides(city, id, "release", "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"));
        assertThat(codes(awaits(huangpu, crowd.get(0), "REUSED_IN_OTHER_MATTER")))
                .doesNotContain("COMMON_PICTURE");
        quarantine(crowd);
        assertThat(ids(city, "?bank=COMMON&state=QUARANTINED"))
                .as("people have just decided about it")
                .doesNotContain(id);
        List<UUID> fresh =
                IntStream.range(0, 4).mapToObj(i -> huangpu.uploads(placeholder)).toList();
        fresh.forEach(huangpu::analysis);
        assertThat(crowded())
                .as("and that goes for what comes afterwards")
                .doesNotContainAnyElementsOf(fresh)
                .doesNotContainAnyElementsOf(crowd);
    }

    private List<UUID> crowded() {
        return Blocking.session(() -> matches.crowds(TWO, Instant.now())).stream()
                .map(Crowd::id)
                .toList();
    }

    @Test
    void twoPeopleSayThatAPictureIsACommonOne() {
        byte[] placeholder = png(goods(200, 150, 7011));
        List<UUID> crowd =
                IntStream.range(0, 4).mapToObj(i -> huangpu.uploads(placeholder)).toList();
        crowd.forEach(huangpu::analysis);
        quarantine(crowd);
        round.search();
        String sha256 = Digests.of(placeholder).sha256();
        String id =
                city.asks()
                        .get(ENTRIES + "?bank=COMMON&limit=100")
                        .jsonPath()
                        .getString("items.find { it.sha256 == '%s' }.id".formatted(sha256));
        assertThat(
                        new Database(source)
                                .asks(
                                        "select count(*) from bank_own_ground where entry_id = ?",
                                        UUID.fromString(id)))
                .as("the machine has no grounds of its own")
                .isEqualTo("0");
        decides(city, id, "confirmation", "\"0\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("QUARANTINED"))
                .body("wished", equalTo("CONFIRMATION"));
        decides(city, id, "confirmation", "\"1\"").then().statusCode(403);
        confirms(id, "\"1\"");
        awaits(huangpu, crowd.get(0), "COMMON_PICTURE_CONFIRMED");
    }

    @Test
    void onePictureThatCannotBePutInHoldsUpNoOther() {
        byte[] placeholder = png(goods(200, 150, 7012));
        UUID evidence = huangpu.uploads(placeholder);
        huangpu.analysis(evidence);
        Crowd unknown = new Crowd(UUID.randomUUID(), 9, 9, 0, TWO.before());
        Crowd known = new Crowd(evidence, 5, 5, 0, TWO.before());
        await().until(() -> !Blocking.session(book::awaitsCommon));
        assertThat(Blocking.transaction(() -> round.stopOne(List.of(unknown, known), TWO)))
                .isTrue();
        assertThat(Blocking.transaction(() -> round.stopOne(List.of(unknown), TWO))).isFalse();
    }

    @Test
    void theNewestUploadOfAnOldPlaceholderIsNoSurprise() {
        byte[] placeholder = png(goods(200, 150, 7013));
        List<UUID> old = IntStream.range(0, 3).mapToObj(i -> huangpu.uploads(placeholder)).toList();
        old.forEach(huangpu::analysis);
        Database tables = new Database(source);
        for (UUID piece : old) {
            tables.changes(
                    "update evidence set received_at = now() - interval '10 days' where id = ?",
                    piece);
            tables.changes(
                    "update picture_match set found_at = now() - interval '10 days' where later_id = ?",
                    piece);
        }
        List<UUID> fresh =
                IntStream.range(0, 4).mapToObj(i -> huangpu.uploads(placeholder)).toList();
        fresh.forEach(huangpu::analysis);
        List<Crowd> crowds = Blocking.session(() -> matches.crowds(TWO, Instant.now()));
        for (UUID piece : List.of(old.get(0), fresh.get(0))) {
            assertThat(crowds.stream().filter(crowd -> crowd.id().equals(piece)))
                    .singleElement()
                    .satisfies(
                            crowd ->
                                    assertThat(crowd.former())
                                            .isEqualTo(piece.equals(fresh.get(0)) ? 3 : 2));
        }
    }

    /**
     * Ten a day for a month, of which a new upload is paired with the latest hundred; then 40 more.
     */
    @Test
    void byTheShippedLimitsTheNewestUploadOfAnOldPlaceholderIsNoSurprise() {
        UUID like = huangpu.uploads(png(goods(200, 150, 7014)));
        huangpu.analysis(like);
        Pairs pairs = new Pairs(new Database(source));
        try {
            UUID old = pairs.piece(like, "crowd-0", "1 hour");
            UUID sudden = pairs.piece(like, "crowd-0", "1 hour");
            for (int i = 0; i < ReuseIndex.MOST_SIGHTINGS; i++) {
                pairs.pair(old, pairs.piece(like, "crowd-0", 24 + i * 2.4 + " hours"));
            }
            for (int i = 0; i < 40; i++) {
                UUID fresh = pairs.piece(like, "crowd-" + i % 5, "30 minutes");
                pairs.pair(fresh, old);
                pairs.pair(fresh, sudden);
            }
            assertThat(shippedCrowds()).contains(sudden).doesNotContain(old);
        } finally {
            pairs.end();
        }
    }

    /** A logo that one platform uploads all day, in more pieces than a round looks at. */
    @Test
    void whatOneOrganisationUploadsHidesNoCrowdOfOthers() {
        UUID like = huangpu.uploads(png(goods(200, 150, 7015)));
        huangpu.analysis(like);
        Pairs pairs = new Pairs(new Database(source));
        try {
            List<UUID> logos =
                    IntStream.range(0, 110)
                            .mapToObj(i -> pairs.piece(like, "crowd-0", "2 hours"))
                            .toList();
            for (int i = 0; i < 30; i++) {
                UUID later = pairs.piece(like, "crowd-0", "1 hour");
                logos.forEach(logo -> pairs.pair(later, logo));
            }
            UUID placeholder = pairs.piece(like, "crowd-0", "1 hour");
            for (int i = 0; i < 25; i++) {
                pairs.pair(pairs.piece(like, "crowd-" + i % 5, "1 hour"), placeholder);
            }
            assertThat(shippedCrowds()).contains(placeholder).doesNotContainAnyElementsOf(logos);
        } finally {
            pairs.end();
        }
    }

    private List<UUID> shippedCrowds() {
        return Blocking.session(() -> matches.crowds(QuarantineLimits.SHIPPED, Instant.now()))
                .stream()
                .filter(QuarantineLimits.SHIPPED::areExceededBy)
                .map(Crowd::id)
                .toList();
    }

    /** Evidence and its pairs as rows, because hundreds of uploads take too long. */
    private record Pairs(Database tables, List<UUID> pieces) {
        private Pairs(Database tables) {
            this(tables, new ArrayList<>());
        }

        private UUID piece(UUID like, String organisation, String ago) {
            UUID id = UUID.randomUUID();
            tables.changes(
                    """
                    insert into evidence (id, organisation, uploaded_by, sha256, sm3, size_bytes,
                      media_kind, width, height, received_at, updated_at, state, version, attempts,
                      revisits_wanted, revisits_done)
                    select ?, ?, uploaded_by, sha256, sm3, size_bytes, media_kind, width, height,
                           now() - cast(? as interval), updated_at, 'ANALYZED', 0, 0, 0, 0
                      from evidence where id = ?
                    """,
                    id,
                    organisation,
                    ago,
                    like);
            pieces.add(id);
            return id;
        }

        private void pair(UUID later, UUID earlier) {
            tables.changes(
                    """
                    insert into picture_match (later_id, earlier_id, kind, distance, agreement,
                      found_at)
                    select id, ?, 'IDENTICAL_FILE', 0, 1, received_at from evidence where id = ?
                    """,
                    earlier,
                    later);
        }

        private void end() {
            for (UUID piece : pieces) {
                tables.changes(
                        "delete from picture_match where ? in (later_id, earlier_id)", piece);
                tables.changes("delete from evidence where id = ?", piece);
            }
        }
    }

    /** As the round does, for this picture alone and with limits that four uploads exceed. */
    private void quarantine(List<UUID> crowd) {
        Blocking.session(() -> matches.crowds(TWO, Instant.now())).stream()
                .filter(each -> crowd.contains(each.id()))
                .findFirst()
                .filter(this::isUncovered)
                .ifPresent(
                        each ->
                                Blocking.transaction(
                                        () -> book.quarantinePictureIfCrowded(each, TWO)));
    }

    private boolean isUncovered(Crowd crowd) {
        return !Blocking.session(() -> book.uncovered(List.of(crowd), TWO)).isEmpty();
    }

    @Test
    void aCrowdedEntryIsQuarantinedAndReleased() {
        byte[] picture = png(goods(200, 150, 7010));
        String id =
                puts(city, Map.of("bank", "STOCK", "source", "样图"), picture)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        confirms(id, "\"0\"");
        List<UUID> crowd = IntStream.range(0, 3).mapToObj(i -> huangpu.uploads(picture)).toList();
        crowd.forEach(huangpu::analysis);
        assertThat(codes(huangpu.analysis(crowd.get(2)))).contains("STOCK_PICTURE");
        Blocking.session(() -> book.crowds(TWO)).stream()
                .filter(each -> each.id().toString().equals(id))
                .forEach(each -> Blocking.transaction(() -> book.quarantineIfCrowded(each, TWO)));
        city.asks()
                .get(ENTRIES + "/" + id)
                .then()
                .body("state", equalTo("QUARANTINED"))
                .body("matches", equalTo(3));
        awaitsNo(huangpu, crowd.get(2), "STOCK_PICTURE");
        decides(city, id, "confirmation", "\"2\"").then().statusCode(409);
        decides(city, id, "release", "\"2\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
        awaits(huangpu, crowd.get(2), "STOCK_PICTURE");
        assertThat(Blocking.session(() -> book.crowds(TWO)))
                .as("people have just decided about it")
                .noneMatch(each -> each.id().toString().equals(id));
        Crowd before = new Crowd(UUID.fromString(id), 9, 9, 0, TWO.before());
        assertThat(Blocking.transaction(() -> book.quarantineIfCrowded(before, TWO)))
                .as("and that goes for a crowd that was counted before")
                .isFalse();
    }

    @Test
    void whatAPlatformIsToldComesFromNothingThatOthersUpload() {
        byte[] picture = png(goods(220, 160, 7021));
        String stock =
                puts(city, Map.of("bank", "STOCK", "source", "样图 7021"), picture)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        confirms(stock, "\"0\"");
        UUID one = platform.uploads(picture);
        UUID two = platform.uploads(picture);
        platform.analysisBeside(two, one);
        files("platform-yougou", two);
        awaits(platform, one, "REUSED_IN_OTHER_MATTER");
        awaits(platform, one, "STOCK_PICTURE");
        Response before = platform.looksAt(one, "/analysis");

        List<UUID> crowd = IntStream.range(0, 4).mapToObj(i -> huangpu.uploads(picture)).toList();
        crowd.forEach(huangpu::analysis);
        quarantine(crowd);
        round.search();
        Blocking.session(() -> book.crowds(TWO)).stream()
                .filter(each -> each.id().toString().equals(stock))
                .forEach(each -> Blocking.transaction(() -> book.quarantineIfCrowded(each, TWO)));
        awaits(huangpu, crowd.get(0), "COMMON_PICTURE");
        awaitsNo(huangpu, crowd.get(0), "STOCK_PICTURE");
        assertThat(codes(huangpu.analysis(crowd.get(0)))).doesNotContain("REUSED_IN_OTHER_MATTER");
        Response after = platform.looksAt(one, "/analysis");
        assertThat(after.asString()).isEqualTo(before.asString());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.jsonPath().getString("band")).isEqualTo("DECLARED_OR_REUSED");
    }

    /** Has a filing of its owner rest on a piece. */
    private void files(String owner, UUID evidence) {
        new Wire(messages).brings(Wire.registered(UUID.randomUUID(), 1, owner, List.of(evidence)));
    }

    private static Response puts(Party party, Map<String, String> fields, byte[] picture) {
        var asks = party.asks();
        fields.forEach(
                (name, value) ->
                        asks.multiPart(
                                new MultiPartSpecBuilder(value)
                                        .controlName(name)
                                        .charset("UTF-8")
                                        .build()));
        return asks.multiPart("picture", "picture.bin", picture).post(ENTRIES);
    }

    private static Response refers(Party party, Map<String, Object> body) {
        return party.asks().contentType("application/json").body(body).post(ENTRIES);
    }

    private static Response decides(Party party, String id, String act, String version) {
        return party.asks()
                .header("If-Match", version)
                .contentType("application/json")
                .body(Map.of("reasons", "经核对"))
                .post(ENTRIES + "/" + id + "/" + act);
    }

    private void confirms(String id, String version) {
        decides(second, id, "confirmation", version)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
    }

    private static List<String> ids(Party party, String filter) {
        return party.asks()
                .get(ENTRIES + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private static List<String> codes(JsonPath analysis) {
        return analysis.getList("signals.code", String.class);
    }

    private static JsonPath awaits(Party party, UUID evidence, String code) {
        await().until(() -> codes(party.analysis(evidence)).contains(code));
        return party.analysis(evidence);
    }

    private static void awaitsNo(Party party, UUID evidence, String code) {
        await().until(() -> !codes(party.analysis(evidence)).contains(code));
    }

    /** One table, always the same; on it one large dish, always another. */
    private static BufferedImage dish(int table, int dish) {
        BufferedImage image = goods(640, 480, table);
        Graphics2D g = image.createGraphics();
        g.setClip(new Ellipse2D.Double(110, 60, 420, 360));
        g.drawImage(goods(640, 480, 10L * table + dish), 0, 0, null);
        g.dispose();
        return image;
    }
}
