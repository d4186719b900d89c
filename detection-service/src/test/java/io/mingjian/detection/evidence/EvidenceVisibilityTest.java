package io.mingjian.detection.evidence;

import static io.mingjian.contracts.Role.AUDITOR;
import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.contracts.Role.SYSTEM_ADMIN;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class EvidenceVisibilityTest {
    private static final List<String> PARTS =
            List.of("", "/content", "/analysis", "/heatmap", "/maps", "/maps/noise", "/custody");

    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party monitor = new Party(TestCaller.monitor("jingwei", HANDLER));
    private final Party city = new Party(TestCaller.city(REVIEWER));
    private final Party huangpu = new Party(TestCaller.huangpu(HANDLER));
    private final Party pudong = new Party(TestCaller.pudong(HANDLER));

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    @Inject DataSource database;

    private Wire wire;
    private UUID filing;

    @BeforeEach
    void fresh() {
        wire = new Wire(messages);
        filing = UUID.randomUUID();
    }

    @Test
    void whoUploadedSeesItAndNobodyElse() {
        UUID evidence = platform.uploads(picture(101));
        assertThat(platform.sees(evidence)).isTrue();
        platform.analysis(evidence);
        List<Party> others =
                List.of(
                        city,
                        huangpu,
                        monitor,
                        new Party(TestCaller.platform("other", INTEGRATION)),
                        new Party(TestCaller.police(HANDLER)),
                        new Party(TestCaller.merchant("wang", "91310000132260250X", HANDLER)));
        for (Party other : others) {
            for (String part : PARTS) {
                other.looksAt(evidence, part)
                        .then()
                        .statusCode(404)
                        .body("type", equalTo("urn:mingjian:problem:not-found"));
            }
        }
    }

    @Test
    void aForeignIdReadsLikeOneThatNeverWas() {
        UUID evidence = platform.uploads(picture(102));
        String foreign = huangpu.looksAt(evidence).asString();
        String unknown = huangpu.looksAt(UUID.randomUUID()).asString();
        assertThat(foreign).isEqualTo(unknown);
        huangpu.asks().get("/v1/evidence/no-id-at-all").then().statusCode(404);
    }

    @Test
    void rolesWithoutBusinessHereAreRefused() {
        UUID evidence = platform.uploads(picture(103));
        new Party(TestCaller.platform("yougou", SYSTEM_ADMIN))
                .looksAt(evidence)
                .then()
                .statusCode(403);
        new Party(TestCaller.platform("yougou", AUDITOR)).looksAt(evidence).then().statusCode(200);
    }

    @Test
    void aRoutedFilingOpensItForTheDistrictAndTheCity() {
        UUID evidence = platform.uploads(picture(104));
        wire.brings(
                Wire.registered(filing, 1, "platform-yougou", List.of(evidence)),
                Wire.routed(filing, 2, "platform-yougou", "samr-huangpu", List.of(evidence)));
        await().until(() -> huangpu.sees(evidence));
        assertThat(city.sees(evidence)).isTrue();
        assertThat(pudong.sees(evidence)).isFalse();
        assertThat(monitor.sees(evidence)).isFalse();
    }

    @Test
    void aPlatformLearnsThatABureauLookedButNotWhoNorWhatFor() {
        UUID evidence = platform.uploads(picture(116));
        platform.analysis(evidence);
        wire.brings(Wire.routed(filing, 2, "platform-yougou", "samr-huangpu", List.of(evidence)));
        await().until(() -> huangpu.sees(evidence));
        huangpu.looksAt(evidence, "/content?purpose=核对举报线索").then().statusCode(200);
        JsonPath whole = huangpu.custody(evidence);
        assertThat(whole.getString("entries[2].organisation")).isEqualTo("samr-huangpu");
        assertThat(whole.getString("entries[2].purpose")).isEqualTo("核对举报线索");
        Response answer = platform.looksAt(evidence, "/custody");
        JsonPath own = answer.jsonPath();
        assertThat(own.getList("entries.organisation", String.class))
                .containsExactly("platform-yougou", "mingjian", "");
        assertThat(own.getList("entries.act")).isEqualTo(whole.getList("entries.act"));
        assertThat(own.getList("entries.at")).isEqualTo(whole.getList("entries.at"));
        assertThat(own.getList("entries.seal")).isEqualTo(whole.getList("entries.seal"));
        assertThat(own.getBoolean("intact")).isTrue();
        assertThat(answer.asString())
                .doesNotContain("samr-huangpu")
                .doesNotContain("核对举报线索")
                .doesNotContain(whole.getString("entries[2].actor"))
                .doesNotContain("band:");
    }

    @Test
    void anAssignedLeadOpensItForTheDistrict() {
        UUID evidence = monitor.uploads(picture(105));
        UUID lead = UUID.randomUUID();
        wire.brings(Wire.assigned(lead, 4, "monitor-jingwei", "samr-pudong", List.of(evidence)));
        await().until(() -> pudong.sees(evidence));
        assertThat(huangpu.sees(evidence)).isFalse();
    }

    @Test
    void anAnswerToALetterOpensThePlatformsOwnEvidenceForTheBureauThatAsked() {
        UUID evidence = platform.uploads(picture(118));
        UUID foreign = monitor.uploads(picture(119));
        wire.brings(
                Wire.answered(
                        UUID.randomUUID(),
                        3,
                        "platform-yougou",
                        "samr-huangpu",
                        List.of(evidence, foreign)));
        await().until(() -> huangpu.sees(evidence));
        assertThat(pudong.sees(evidence)).isFalse();
        assertThat(huangpu.sees(foreign)).isFalse();
    }

    @Test
    void aLetterThatGoesWithItsLeadOpensItForTheNewBureauAndClosesItForTheFormer() {
        UUID evidence = platform.uploads(picture(121));
        UUID letter = UUID.randomUUID();
        List<UUID> ids = List.of(evidence);
        wire.brings(Wire.answered(letter, 3, "platform-yougou", "samr-huangpu", ids));
        await().until(() -> huangpu.sees(evidence));
        wire.brings(Wire.handedOver(letter, 4, "platform-yougou", "samr-pudong", ids));
        await().until(() -> pudong.sees(evidence));
        assertThat(huangpu.sees(evidence)).isFalse();
        assertThat(city.sees(evidence)).isTrue();
    }

    @Test
    void namingForeignEvidenceOpensNothing() {
        UUID evidence = platform.uploads(picture(106));
        UUID own = monitor.uploads(picture(107));
        wire.brings(
                Wire.routed(filing, 2, "monitor-jingwei", "samr-huangpu", List.of(evidence, own)));
        await().until(() -> huangpu.sees(own));
        assertThat(huangpu.sees(evidence)).isFalse();
        assertThat(city.sees(evidence)).isFalse();
    }

    @Test
    void aWordThatComesBeforeTheEvidenceStillTakesEffect() throws SQLException {
        UUID evidence = UUID.randomUUID();
        wire.brings(Wire.routed(filing, 2, "platform-yougou", "samr-huangpu", List.of(evidence)));
        await().until(() -> namings(evidence) == 1);
        assertThat(huangpu.sees(evidence)).isFalse();
        UUID uploaded = platform.uploads(picture(108));
        rename(uploaded, evidence);
        assertThat(huangpu.sees(evidence)).isTrue();
    }

    @Test
    void theNewestEventWinsInWhateverOrderTheyCome() {
        UUID evidence = platform.uploads(picture(109));
        List<UUID> ids = List.of(evidence);
        wire.brings(
                Wire.routed(filing, 9, "platform-yougou", "samr-pudong", ids),
                Wire.returned(filing, 8, "platform-yougou", "samr-huangpu", ids),
                Wire.routed(filing, 7, "platform-yougou", "samr-huangpu", ids),
                Wire.registered(filing, 6, "platform-yougou", ids));
        await().until(() -> pudong.sees(evidence));
        UUID marker = platform.uploads(picture(110));
        wire.brings(
                Wire.routed(
                        UUID.randomUUID(), 1, "platform-yougou", "samr-huangpu", List.of(marker)));
        await().until(() -> huangpu.sees(marker));
        assertThat(huangpu.sees(evidence)).isFalse();
        assertThat(pudong.sees(evidence)).isTrue();
    }

    @Test
    void aDistrictThatReturnedAFilingSeesItsEvidenceNoMore() {
        UUID evidence = platform.uploads(picture(111));
        List<UUID> ids = List.of(evidence);
        wire.brings(Wire.routed(filing, 2, "platform-yougou", "samr-huangpu", ids));
        await().until(() -> huangpu.sees(evidence));
        wire.brings(Wire.returned(filing, 3, "platform-yougou", "samr-huangpu", ids));
        await().until(() -> !huangpu.sees(evidence));
        assertThat(city.sees(evidence)).isTrue();
    }

    @Test
    void theSameEventThreeTimesCountsOnce() throws SQLException {
        UUID evidence = platform.uploads(picture(112));
        String event = Wire.routed(filing, 2, "platform-yougou", "samr-huangpu", List.of(evidence));
        wire.brings(event, event, event);
        await().until(() -> huangpu.sees(evidence));
        assertThat(namings(evidence)).isEqualTo(1);
    }

    @Test
    void theListHoldsOwnEvidenceOnlyAndItsCursorFitsNobodyElse() {
        Party merchant = new Party(TestCaller.merchant("li", "91310000132260250X", HANDLER));
        for (int i = 0; i < 3; i++) {
            merchant.analysis(merchant.uploads(picture(113 + i)));
        }
        JsonPath first = page(merchant, null).then().statusCode(200).extract().jsonPath();
        assertThat(first.getList("items.organisation"))
                .containsExactly("merchant-li", "merchant-li");
        String cursor = first.getString("nextCursor");
        JsonPath last = page(merchant, cursor).then().statusCode(200).extract().jsonPath();
        assertThat(last.getList("items.id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.getList("items.id"));
        assertThat(last.getString("nextCursor")).isNull();
        page(platform, cursor).then().statusCode(400);
        merchant.asks().get("/v1/evidence?cursor=" + cursor).then().statusCode(400);
    }

    @Test
    void aListTimeThatIsNoneIsPointedAt() {
        platform.asks()
                .get("/v1/evidence?updatedSince=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/updatedSince"));
        platform.asks()
                .get("/v1/evidence?updatedSince=2030-01-01T00:00:00Z")
                .then()
                .statusCode(200);
    }

    private static Response page(Party party, String cursor) {
        RequestSpecification asks =
                party.asks()
                        .queryParam("updatedSince", "2026-01-01T00:00:00+08:00")
                        .queryParam("limit", 2);
        return (cursor == null ? asks : asks.queryParam("cursor", cursor)).get("/v1/evidence");
    }

    private static byte[] picture(long seed) {
        return jpeg(goods(160, 120, seed), 0.9);
    }

    private long namings(UUID evidence) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement(
                                "select count(*) from evidence_naming where evidence_id = ?")) {
            count.setObject(1, evidence);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Copies the row to the id that was named before it existed. */
    private void rename(UUID from, UUID to) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement copy =
                        connection.prepareStatement(
                                "insert into evidence select ?, organisation, uploaded_by, sha256,"
                                        + " sm3, size_bytes, media_kind, width, height,"
                                        + " received_at, updated_at, 'ANALYZED', 0, 0, null, null,"
                                        + " 0, 0 from evidence where id = ?")) {
            copy.setObject(1, to);
            copy.setObject(2, from);
            copy.executeUpdate();
        }
    }
}
