package io.mingjian.detection.retention;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.HEAD;
import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.content.ContentStore;
import io.mingjian.detection.content.Digests;
import io.mingjian.detection.content.Incoming;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.mingjian.kit.time.LegalDay;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when evidence is kept, what keeps it longer, and how it ends. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class RetentionTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Party intake = new Party(TestCaller.city(INTAKE));
    private final Party city = new Party(TestCaller.city(REVIEWER));
    private final Party huangpu = new Party(TestCaller.huangpu(HANDLER));
    private final Party huangpuHead = new Party(TestCaller.huangpu(HEAD).named("huangpu.head"));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource source;
    @Inject DestructionSweep sweep;
    @Inject LeftoverSweep leftovers;
    @Inject ContentStore store;
    @Inject Clock clock;

    private Database database;
    private Wire wire;
    private UUID filing;

    @BeforeEach
    void fresh() {
        database = new Database(source);
        wire = new Wire(messages);
        filing = UUID.randomUUID();
    }

    @Test
    void whatNobodyNamesIsKeptForHalfAYearAndSaysWhereThatIsWritten() {
        UUID evidence = analysed(intake, picture(801));
        LocalDate today = LegalDay.today(clock);
        intake.looksAt(evidence, "/retention")
                .then()
                .statusCode(200)
                .body("ground", equalTo("UNNAMED"))
                .body("from", equalTo(today.toString()))
                .body("keepUntil", equalTo(today.plusDays(180).toString()))
                .body("term", equalTo("180ND"))
                .body("status", equalTo("ASSUMPTION"))
                .body("held", equalTo(false))
                .body("contentState", equalTo("KEPT"));
        new Party(TestCaller.pudong(HANDLER))
                .looksAt(evidence, "/retention")
                .then()
                .statusCode(404);
    }

    @Test
    void anOpenMatterKeepsItAndTheClosingOfTheLastOneBeginsTheTerm() {
        UUID evidence = analysed(intake, picture(802));
        UUID other = UUID.randomUUID();
        wire.brings(
                Wire.registered(filing, 1, "samr-shanghai", List.of(evidence)),
                Wire.registered(other, 1, "samr-shanghai", List.of(evidence)));
        awaitsGround(evidence, "OPEN_MATTER");
        assertThat(retention(evidence).getString("keepUntil")).isNull();
        wire.brings(Wire.closed(filing, 5, "2026-11-01"));
        settled();
        assertThat(retention(evidence).getString("ground")).isEqualTo("OPEN_MATTER");
        wire.brings(Wire.closed(other, 5, "2026-11-03"));
        awaitsGround(evidence, "MATTERS_CLOSED");
        assertThat(retention(evidence).getString("from")).isEqualTo("2026-11-03");
        assertThat(retention(evidence).getString("keepUntil"))
                .isEqualTo(LocalDate.of(2026, 11, 3).plusDays(1096).toString());
        wire.brings(Wire.routed(other, 6, "samr-shanghai", "samr-huangpu", List.of(evidence)));
        awaitsGround(evidence, "OPEN_MATTER");
    }

    @Test
    void aClosingThatComesBeforeTheFilingStillCounts() {
        UUID evidence = analysed(intake, picture(803));
        wire.brings(
                Wire.closed(filing, 5, "2026-11-02"),
                Wire.registered(filing, 1, "samr-shanghai", List.of(evidence)));
        awaitsGround(evidence, "MATTERS_CLOSED");
        wire.brings(
                Wire.closed(filing, 5, "2026-11-02"),
                Wire.routed(filing, 2, "samr-shanghai", "samr-huangpu", List.of(evidence)));
        settled();
        assertThat(retention(evidence).getString("ground")).isEqualTo("MATTERS_CLOSED");
    }

    @Test
    void aFilingOfSomebodyElseKeepsNothing() {
        UUID evidence = analysed(intake, picture(804));
        wire.brings(Wire.registered(filing, 1, "platform-yougou", List.of(evidence)));
        settled();
        assertThat(retention(evidence).getString("ground")).isEqualTo("UNNAMED");
    }

    @Test
    void whatIsOverIsDestroyedAndItsHashesAndCustodyStay() throws IOException {
        byte[] picture = picture(805);
        UUID evidence = analysed(intake, picture);
        String sm3 = intake.looksAt(evidence).jsonPath().getString("sm3");
        isOver(evidence);
        sweeps();
        assertThat(store.holds(Digests.of(picture))).isFalse();
        intake.looksAt(evidence)
                .then()
                .statusCode(200)
                .body("contentState", equalTo("DESTROYED"))
                .body("sm3", equalTo(sm3));
        for (String part : List.of("/content", "/thumbnail", "/maps", "/maps/ela")) {
            intake.looksAt(evidence, part)
                    .then()
                    .statusCode(410)
                    .body("code", equalTo("content-destroyed"));
        }
        assertThat(intake.looksAt(evidence, "/heatmap").statusCode()).isEqualTo(404);
        assertThat(intake.looksAt(evidence, "/analysis").statusCode()).isEqualTo(200);
        JsonPath custody = intake.custody(evidence);
        assertThat(custody.getList("entries.act", String.class)).last().isEqualTo("DESTROYED");
        assertThat(custody.getBoolean("intact")).isTrue();
    }

    @Test
    void whatIsNotOverStays() throws IOException {
        byte[] picture = picture(806);
        UUID evidence = analysed(intake, picture);
        database.changes(
                "update evidence set keep_until = ? where id = ?", LegalDay.today(clock), evidence);
        sweeps();
        assertThat(store.holds(Digests.of(picture))).isTrue();
    }

    @Test
    void theSameFileOfAnotherOwnerStays() throws IOException {
        byte[] picture = picture(807);
        UUID mine = analysed(intake, picture);
        UUID theirs = analysed(platform, picture);
        isOver(mine);
        sweeps();
        assertThat(state(mine)).isEqualTo("DESTROYED");
        platform.looksAt(theirs, "/content").then().statusCode(200);
        isOver(theirs);
        sweeps();
        assertThat(store.holds(Digests.of(picture))).isFalse();
    }

    @Test
    void theSameFileMayComeAgain() {
        byte[] picture = picture(808);
        isOver(analysed(intake, picture));
        sweeps();
        UUID again = analysed(intake, picture);
        intake.looksAt(again, "/content").then().statusCode(200);
    }

    @Test
    void aHoldKeepsItUntilSomebodyReleasesIt() {
        UUID evidence = routedToHuangpu(picture(809));
        Response held = holds(huangpu, evidence, "涉嫌犯罪，待移送");
        held.then().statusCode(201).body("reasons", equalTo("涉嫌犯罪，待移送"));
        String hold = held.jsonPath().getString("id");
        isOver(evidence);
        sweeps();
        assertThat(state(evidence)).isEqualTo("KEPT");
        assertThat(retention(evidence).getBoolean("held")).isTrue();
        release(huangpuHead, evidence, hold, "\"0\"").then().statusCode(200);
        sweeps();
        assertThat(state(evidence)).isEqualTo("DESTROYED");
        JsonPath custody = huangpu.custody(evidence);
        assertThat(custody.getList("entries.act", String.class))
                .containsSubsequence("HELD", "RELEASED", "DESTROYED");
        assertThat(custody.getBoolean("intact")).isTrue();
        assertThat(custody.getString("entries.find { it.act == 'HELD' }.purpose"))
                .isEqualTo("涉嫌犯罪，待移送");
    }

    @Test
    void ofTwoHoldsEachMustBeReleased() {
        UUID evidence = routedToHuangpu(picture(810));
        String first = holds(huangpu, evidence, "理由一").jsonPath().getString("id");
        String second = holds(city, evidence, "理由二").jsonPath().getString("id");
        isOver(evidence);
        release(huangpuHead, evidence, first, "\"0\"").then().statusCode(200);
        sweeps();
        assertThat(state(evidence)).isEqualTo("KEPT");
        release(huangpuHead, evidence, second, "\"0\"").then().statusCode(403);
        release(city, evidence, second, "\"0\"").then().statusCode(200);
        release(city, evidence, second, "\"1\"").then().statusCode(409);
        sweeps();
        assertThat(state(evidence)).isEqualTo("DESTROYED");
    }

    @Test
    void aHoldIsForBureausWithReasonsOnWhatTheySee() {
        UUID evidence = routedToHuangpu(picture(811));
        holds(new Party(TestCaller.pudong(HANDLER)), evidence, "理由").then().statusCode(404);
        holds(new Party(TestCaller.merchant("wang", "91310000132260250X", HANDLER)), evidence, "x")
                .then()
                .statusCode(403);
        holds(huangpu, evidence, " ")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reasons"));
        String hold = holds(huangpu, evidence, "理由").jsonPath().getString("id");
        release(huangpu, evidence, hold, "\"0\"").then().statusCode(403);
        release(huangpuHead, evidence, hold, null).then().statusCode(428);
        release(huangpuHead, evidence, hold, "\"7\"").then().statusCode(412);
        release(huangpuHead, evidence, UUID.randomUUID().toString(), "\"0\"")
                .then()
                .statusCode(404);
        UUID other = routedToHuangpu(picture(812));
        release(huangpuHead, other, hold, "\"0\"").then().statusCode(404);
        assertThat(huangpu.looksAt(evidence, "/holds").jsonPath().getList("reasons"))
                .containsExactly("理由");
    }

    @Test
    void theSameHoldAskedForTwiceIsOne() {
        UUID evidence = routedToHuangpu(picture(813));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            huangpu.asks()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(Map.of("reasons", "理由"))
                    .post("/v1/evidence/" + evidence + "/holds")
                    .then()
                    .statusCode(201);
        }
        assertThat(huangpu.looksAt(evidence, "/holds").jsonPath().getList("id")).hasSize(1);
    }

    @Test
    void itIsTooLateToHoldWhatIsGoing() {
        UUID evidence = routedToHuangpu(picture(814));
        database.changes("update evidence set content_state = 'DESTROYING' where id = ?", evidence);
        holds(huangpu, evidence, "理由")
                .then()
                .statusCode(410)
                .body("code", equalTo("content-destroyed"));
    }

    @Test
    void twoReplicasThatSweepAtOnceEndItOnce() {
        List<UUID> over =
                List.of(
                        analysed(intake, picture(815)),
                        analysed(intake, picture(816)),
                        analysed(intake, picture(817)));
        over.forEach(this::isOver);
        Uni.combine()
                .all()
                .unis(sweep.sweep(), sweep.sweep(), sweep.sweep())
                .discardItems()
                .await()
                .atMost(LONG);
        for (UUID evidence : over) {
            JsonPath custody = intake.custody(evidence);
            assertThat(custody.getList("entries.act", String.class)).containsOnlyOnce("DESTROYED");
            assertThat(custody.getBoolean("intact")).isTrue();
        }
    }

    @Test
    void aCrashBeforeOrAfterTheBytesWentIsMadeGood() throws IOException {
        byte[] before = picture(818);
        byte[] after = picture(819);
        UUID withBytes = analysed(intake, before);
        UUID withoutBytes = analysed(intake, after);
        for (UUID evidence : List.of(withBytes, withoutBytes)) {
            database.changes(
                    "update evidence set content_state = 'DESTROYING' where id = ?", evidence);
        }
        store.remove(Digests.of(after).sha256());
        intake.looksAt(withBytes, "/content").then().statusCode(410);
        sweeps();
        assertThat(store.holds(Digests.of(before))).isFalse();
        for (UUID evidence : List.of(withBytes, withoutBytes)) {
            assertThat(state(evidence)).isEqualTo("DESTROYED");
            assertThat(intake.custody(evidence).getList("entries.act", String.class))
                    .containsOnlyOnce("DESTROYED");
        }
    }

    @Test
    void aFileThatCameToNoRowIsSweptUpOnceItIsOld() throws IOException {
        byte[] owned = picture(820);
        byte[] lost = picture(821);
        UUID evidence = analysed(intake, owned);
        Incoming incoming = store.begin();
        incoming.write(lost, lost.length);
        store.keep(incoming, Digests.of(lost));
        leftovers.sweep().await().atMost(LONG);
        assertThat(store.holds(Digests.of(lost))).as("it may be on its way in").isTrue();
        leftovers.sweep(clock.instant().plusSeconds(60)).await().atMost(LONG);
        assertThat(store.holds(Digests.of(lost))).isFalse();
        intake.looksAt(evidence, "/content").then().statusCode(200);
    }

    @Test
    void evidenceThatADatabaseOfYesterdayDoesNotKnowIsNotLost() throws IOException {
        UUID evidence = analysed(intake, picture(822));
        Object[] sealed = database.row("select sha256 from evidence where id = ?", evidence);
        database.changes("update evidence set sha256 = sm3 where id = ?", evidence);
        leftovers.sweep(clock.instant().plusSeconds(60)).await().atMost(LONG);
        assertThat(store.holds(Digests.of(picture(822)))).as("nobody seems to own it").isFalse();
        database.changes("update evidence set sha256 = ? where id = ?", sealed[0], evidence);
        intake.looksAt(evidence, "/content").then().statusCode(200);
        assertThat(store.holds(Digests.of(picture(822)))).as("it is back").isTrue();
    }

    @Test
    void aPieceOfAClaimIsKeptForThreeYearsFromTheDayItWasPutThere() {
        UUID evidence = analysed(platform, picture(823));
        platform.putsTogether("CLAIM", "C-" + evidence, List.of(evidence)).then().statusCode(201);
        LocalDate today = LegalDay.today(clock);
        isOverUnlessCountedAnew(evidence, today);
        sweeps();
        JsonPath kept = platform.looksAt(evidence, "/retention").jsonPath();
        assertThat(kept.getString("ground")).isEqualTo("CLAIM_SET");
        assertThat(kept.getString("contentState")).isEqualTo("KEPT");
        assertThat(kept.getString("keepUntil")).isEqualTo(today.plusDays(1096).toString());
        wire.brings(Wire.registered(filing, 1, "platform-yougou", List.of(evidence)));
        await().until(
                        () ->
                                platform.looksAt(evidence, "/retention")
                                        .jsonPath()
                                        .getString("ground")
                                        .equals("OPEN_MATTER"));
        wire.brings(Wire.closed(filing, 5, "2020-01-01"));
        await().until(
                        () ->
                                platform.looksAt(evidence, "/retention")
                                        .jsonPath()
                                        .getString("ground")
                                        .equals("CLAIM_SET"));
    }

    /** A term that had run out is counted again before anything ends by it. */
    private void isOverUnlessCountedAnew(UUID evidence, LocalDate today) {
        assertThat(
                        database.changes(
                                "update evidence set received_at = received_at - interval '400 days'"
                                        + " where id = ? and keeping is null and claimed_on = ?",
                                evidence,
                                java.sql.Date.valueOf(today)))
                .isEqualTo(1);
    }

    @Test
    void anUploadOfTheSameBytesAtThatVeryMomentIsWholeOrMayBeTriedAgain() {
        for (int round = 0; round < 8; round++) {
            byte[] picture = picture(830 + round);
            isOver(analysed(intake, picture));
            CompletableFuture<Void> sweeping =
                    sweep.sweep().subscribeAsCompletionStage().toCompletableFuture();
            Response answer = platform.sends(picture);
            sweeping.join();
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).isEqualTo(503);
                answer = platform.sends(picture);
            }
            answer.then().statusCode(201);
            platform.looksAt(UUID.fromString(answer.jsonPath().getString("id")), "/content")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void whatCameInBeforeThereWereTermsIsCountedFromItsReceipt() {
        UUID evidence = analysed(intake, picture(840));
        UUID named = analysed(intake, picture(841));
        wire.brings(Wire.registered(filing, 1, "samr-shanghai", List.of(named)));
        awaitsGround(named, "OPEN_MATTER");
        for (UUID old : List.of(evidence, named)) {
            database.changes(
                    "update evidence set keeping = null, keeping_from = null, keep_until = null"
                            + " where id = ?",
                    old);
        }
        assertThat(retention(evidence).getString("ground")).isNull();
        sweeps();
        assertThat(retention(evidence).getString("ground")).isEqualTo("UNNAMED");
        assertThat(retention(named).getString("ground")).isEqualTo("OPEN_MATTER");
    }

    @Test
    void whatEndsSoonIsListedToThoseWhoSeeIt() {
        Party merchant = new Party(TestCaller.merchant("ends", "91310000132260250X", HANDLER));
        LocalDate today = LegalDay.today(clock);
        UUID late = analysed(merchant, picture(842));
        UUID soon = analysed(merchant, picture(843));
        UUID far = analysed(merchant, picture(844));
        endsOn(late, today.plusDays(20));
        endsOn(soon, today.plusDays(3));
        endsOn(far, today.plusDays(31));
        JsonPath first = endings(merchant, "?limit=1");
        assertThat(first.getList("items.evidenceId", String.class))
                .containsExactly(soon.toString());
        JsonPath second = endings(merchant, "?limit=1&cursor=" + first.getString("nextCursor"));
        assertThat(second.getList("items.evidenceId", String.class))
                .containsExactly(late.toString());
        assertThat(second.getString("nextCursor")).isNull();
        assertThat(endings(merchant, "?before=" + today.plusDays(40)).getList("items")).hasSize(3);
        assertThat(endings(city, "?limit=200").getList("items.evidenceId", String.class))
                .doesNotContain(soon.toString());
        merchant.asks()
                .get("/v1/evidence-endings?before=soon")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/before"));
    }

    private JsonPath endings(Party party, String query) {
        return party.asks()
                .get("/v1/evidence-endings" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UUID routedToHuangpu(byte[] picture) {
        UUID evidence = analysed(intake, picture);
        wire.brings(
                Wire.routed(
                        UUID.randomUUID(), 2, "samr-shanghai", "samr-huangpu", List.of(evidence)));
        await().until(() -> huangpu.sees(evidence));
        return evidence;
    }

    private static UUID analysed(Party party, byte[] picture) {
        UUID evidence = party.uploads(picture);
        party.analysis(evidence);
        return evidence;
    }

    private static Response holds(Party party, UUID evidence, String reasons) {
        return party.asks()
                .contentType("application/json")
                .body(Map.of("reasons", reasons))
                .post("/v1/evidence/" + evidence + "/holds");
    }

    private static Response release(Party party, UUID evidence, String hold, String version) {
        var asks = party.asks().contentType("application/json").body(Map.of("reasons", "案件已办结"));
        return (version == null ? asks : asks.header("If-Match", version))
                .post("/v1/evidence/" + evidence + "/holds/" + hold + "/release");
    }

    private void isOver(UUID evidence) {
        endsOn(evidence, LegalDay.today(clock).minusDays(1));
    }

    private void endsOn(UUID evidence, LocalDate day) {
        database.changes("update evidence set keep_until = ? where id = ?", day, evidence);
    }

    private void sweeps() {
        sweep.sweep().await().atMost(LONG);
    }

    private String state(UUID evidence) {
        return database.asks("select content_state from evidence where id = ?", evidence);
    }

    private JsonPath retention(UUID evidence) {
        return intake.looksAt(evidence, "/retention").jsonPath();
    }

    private void awaitsGround(UUID evidence, String ground) {
        await().until(() -> ground.equals(retention(evidence).getString("ground")));
    }

    /** All that was brought so far has been taken: what comes behind it has its effect. */
    private void settled() {
        UUID marker = intake.uploads(picture(System.nanoTime()));
        wire.brings(Wire.registered(UUID.randomUUID(), 1, "samr-shanghai", List.of(marker)));
        awaitsGround(marker, "OPEN_MATTER");
    }

    private static byte[] picture(long seed) {
        return jpeg(goods(120, 90, seed), 0.9);
    }
}
