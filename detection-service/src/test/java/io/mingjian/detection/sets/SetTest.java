package io.mingjian.detection.sets;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
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
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several pictures of one claim. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class SetTest {
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));
    private final Party other = new Party(TestCaller.platform("other", INTEGRATION));
    private final Party huangpu = new Party(TestCaller.huangpu(HANDLER));

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    private Wire wire;
    private String claim;

    @BeforeEach
    void fresh() {
        wire = new Wire(messages);
        claim = "CLM-" + UUID.randomUUID();
    }

    @Test
    void aSetShowsItsPiecesInTheirOrderWithTheStateOfEachAndASummary() {
        byte[] twice = picture(901);
        UUID first = platform.uploads(twice);
        UUID second = platform.uploads(picture(902));
        UUID third = platform.uploads(twice);
        Stream.of(first, second, third).forEach(platform::analysis);
        Response made = makes(platform, claim, List.of(third, first, second));
        made.then().statusCode(201).header("ETag", "\"0\"");
        String id = made.jsonPath().getString("id");
        assertThat(made.header("Location")).endsWith("/v1/evidence-sets/" + id);
        JsonPath set = shows(platform, id);
        assertThat(set.getString("subjectKind")).isEqualTo("CLAIM");
        assertThat(set.getString("reference")).isEqualTo(claim);
        assertThat(set.getList("members.evidenceId", String.class))
                .containsExactly(third.toString(), first.toString(), second.toString());
        assertThat(set.getList("members.position", Integer.class)).containsExactly(1, 2, 3);
        assertThat(set.getList("members.state", String.class)).containsOnly("ANALYZED");
        assertThat(set.getList("members.sm3", String.class)).doesNotContainNull();
        assertThat(set.getInt("summary.members")).isEqualTo(3);
        assertThat(set.getInt("summary.distinctFiles")).isEqualTo(2);
        assertThat(set.getInt("summary.analyzed")).isEqualTo(3);
        assertThat(set.getInt("summary.destroyed")).isZero();
    }

    @Test
    void theSameSetAgainIsItselfAndAnotherOfTheSameClaimIsRefused() {
        UUID first = platform.uploads(picture(903));
        UUID second = platform.uploads(picture(904));
        String id = makes(platform, claim, List.of(first, second)).jsonPath().getString("id");
        makes(platform, claim, List.of(first, second))
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        makes(platform, claim, List.of(second, first))
                .then()
                .statusCode(409)
                .body("code", equalTo("set-exists"));
        UUID foreign = other.uploads(picture(905));
        assertThat(makes(other, claim, List.of(foreign)).jsonPath().getString("id"))
                .as("the number of a claim is its platform's")
                .isNotEqualTo(id);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() {
        UUID first = platform.uploads(picture(906));
        String key = UUID.randomUUID().toString();
        List<String> ids =
                Stream.of(1, 2)
                        .map(
                                i ->
                                        platform.asks()
                                                .header("Idempotency-Key", key)
                                                .contentType("application/json")
                                                .body(body(claim, List.of(first)))
                                                .post("/v1/evidence-sets")
                                                .then()
                                                .statusCode(201)
                                                .extract()
                                                .jsonPath()
                                                .getString("id"))
                        .toList();
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aForeignPieceIsPointedAtLikeOneThatNeverWas() {
        UUID own = platform.uploads(picture(907));
        UUID foreign = other.uploads(picture(908));
        for (UUID stranger : List.of(foreign, UUID.randomUUID())) {
            makes(platform, claim, List.of(own, stranger))
                    .then()
                    .statusCode(422)
                    .body("errors.size()", equalTo(1))
                    .body("errors[0].pointer", equalTo("/evidenceIds/1"))
                    .body("errors[0].code", equalTo("unknown-evidence"));
        }
    }

    @Test
    void limitsAndRepetitionsAreToldBeforeAnythingIsLookedUp() {
        UUID own = platform.uploads(picture(909));
        makes(platform, claim, List.of(own, own))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/evidenceIds/1"));
        makes(platform, claim, List.of()).then().statusCode(422);
        makes(platform, claim, Stream.generate(UUID::randomUUID).limit(31).toList())
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many"));
        makes(platform, "  ", List.of(own)).then().statusCode(422);
    }

    @Test
    void moreComeBehindWithTheVersionThatWasRead() {
        UUID first = platform.uploads(picture(910));
        UUID second = platform.uploads(picture(911));
        String id = makes(platform, claim, List.of(first)).jsonPath().getString("id");
        adds(platform, id, null, List.of(second)).then().statusCode(428);
        adds(other, id, "\"0\"", List.of(second)).then().statusCode(404);
        adds(platform, id, "\"0\"", List.of(second))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("members.size()", equalTo(2));
        adds(platform, id, "\"0\"", List.of(second)).then().statusCode(412);
        adds(platform, id, "\"1\"", List.of(first)).then().statusCode(422);
    }

    @Test
    void othersSeeOfASetWhatTheySeeAnyway() {
        UUID named = platform.uploads(picture(912));
        UUID unnamed = platform.uploads(picture(913));
        String id = makes(platform, claim, List.of(unnamed, named)).jsonPath().getString("id");
        for (Party stranger :
                List.of(
                        huangpu,
                        other,
                        new Party(TestCaller.city(REVIEWER)),
                        new Party(TestCaller.police(HANDLER)))) {
            stranger.asks().get("/v1/evidence-sets/" + id).then().statusCode(404);
        }
        wire.brings(
                Wire.routed(
                        UUID.randomUUID(), 2, "platform-yougou", "samr-huangpu", List.of(named)));
        await().until(() -> huangpu.sees(named));
        JsonPath part = shows(huangpu, id);
        assertThat(part.getList("members.evidenceId", String.class))
                .containsExactly(named.toString());
        assertThat(part.getList("members.position", Integer.class)).containsExactly(1);
        assertThat(part.getInt("summary.members")).isEqualTo(1);
        assertThat(part.prettify()).doesNotContain(unnamed.toString());
        huangpu.asks().get("/v1/evidence-sets/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whatThePicturesSayTogetherIsToldOfThoseThatTheReaderSees() {
        byte[] twice = jpeg(goods(320, 240, 914), 0.9);
        UUID first = platform.uploads(twice);
        UUID second = platform.uploads(jpeg(goods(320, 240, 915), 0.9));
        UUID third = platform.uploads(twice);
        Stream.of(first, second, third).forEach(platform::analysis);
        String id =
                makes(platform, claim, List.of(first, second, third)).jsonPath().getString("id");
        JsonPath all = compares(platform, id);
        assertThat(all.getList("members.compared", Boolean.class)).containsOnly(true);
        assertThat(all.getList("lines.code", String.class))
                .contains("SET_SAME_PICTURE", "SET_NO_SHARED_VIEW", "SET_ONE_FILE_FORM");
        assertThat(all.getList("lines[0].pictures", Integer.class)).containsExactly(1, 3);
        assertThat(all.getString("lines[0].doesNotProve")).isNotBlank();
        assertThat(all.getString("notice")).contains("不构成对事实的认定");
        other.asks().get("/v1/evidence-sets/" + id + "/consistency").then().statusCode(404);

        wire.brings(
                Wire.routed(
                        UUID.randomUUID(),
                        2,
                        "platform-yougou",
                        "samr-huangpu",
                        List.of(second, third)));
        await().until(() -> huangpu.sees(second) && huangpu.sees(third));
        JsonPath part = compares(huangpu, id);
        assertThat(part.getList("members.evidenceId", String.class))
                .containsExactly(second.toString(), third.toString());
        assertThat(part.getList("lines.code", String.class))
                .contains("SET_NO_SHARED_VIEW")
                .doesNotContain("SET_SAME_PICTURE");
        assertThat(part.prettify()).doesNotContain(first.toString());
    }

    private static JsonPath compares(Party party, String id) {
        return party.asks()
                .get("/v1/evidence-sets/" + id + "/consistency")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response makes(Party party, String claim, List<UUID> evidence) {
        return party.putsTogether("CLAIM", claim, evidence);
    }

    private static Map<String, Object> body(String claim, List<UUID> evidence) {
        return Map.of("subjectKind", "CLAIM", "reference", claim, "evidenceIds", evidence);
    }

    private static Response adds(Party party, String id, String version, List<UUID> evidence) {
        var asks =
                party.asks().contentType("application/json").body(Map.of("evidenceIds", evidence));
        return (version == null ? asks : asks.header("If-Match", version))
                .post("/v1/evidence-sets/" + id + "/members");
    }

    private static JsonPath shows(Party party, String id) {
        return party.asks()
                .get("/v1/evidence-sets/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static byte[] picture(long seed) {
        return jpeg(goods(120, 90, seed), 0.9);
    }
}
