package io.mingjian.detection.outcome;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjian.contracts.Role;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.content.Digests;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OutcomeDoorTest {
    private final Party reviewer = new Party(TestCaller.huangpu(Role.INTAKE, REVIEWER));
    private final Party handler = new Party(TestCaller.huangpu(HANDLER));
    private final Party city = new Party(TestCaller.city(REVIEWER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject Heard heard;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector messages;

    /** A room that listens. */
    @ApplicationScoped
    static class Heard implements OutcomeListener {
        private final List<OutcomeConfirmed> all = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Void> on(OutcomeConfirmed outcome) {
            all.add(outcome);
            return Uni.createFrom().voidItem();
        }

        List<OutcomeConfirmed> about(UUID evidence) {
            return all.stream().filter(each -> each.evidenceId().equals(evidence)).toList();
        }
    }

    @Test
    void anOutcomeIsKeptToldAndTakenBackWithReasons() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 901), 0.9));
        reviewer.analysis(evidence);
        long before = ordinary();
        JsonPath kept =
                confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        assertThat(kept.getBoolean("calibrates")).isTrue();
        assertThat(heard.about(evidence))
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.outcome()).isEqualTo(OutcomeKind.AUTHENTIC_PHOTO);
                            assertThat(told.independent()).isTrue();
                            assertThat(told.withdrawn()).isFalse();
                        });
        assertThat(ordinary()).isEqualTo(before + 1);
        String path = "/v1/evidence/" + evidence + "/outcomes/" + kept.getString("id");
        reviewer.asks()
                .contentType("application/json")
                .header("If-Match", "\"" + kept.getInt("version") + "\"")
                .body(Map.of("reasons", "复核后认为依据不足"))
                .post(path + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(ordinary()).isEqualTo(before);
        assertThat(heard.about(evidence)).hasSize(2);
        JsonPath list = handler.looksAt(evidence, "/outcomes").jsonPath();
        assertThat(list.getString("[0].withdrawReasons")).isEqualTo("复核后认为依据不足");
        assertThat(list.getBoolean("[0].calibrates")).isFalse();
    }

    @Test
    void aGeneratedPictureIsProposedForTheBankAndEntersItByNobodyAlone() {
        byte[] picture = jpeg(goods(320, 240, 907), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "GENERATED", "DETECTION_SCORE").then().statusCode(201);
        assertThat(banked(picture)).isEmpty();
        confirms(reviewer, evidence, "GENERATED", "EXPERT_OPINION").then().statusCode(201);
        assertThat(banked(picture)).containsExactly("PROPOSED");
    }

    @Test
    void whatLosesItsGroundStopsWeighing() {
        byte[] picture = jpeg(goods(320, 240, 908), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        confirmsEntry(city, picture, 0).then().statusCode(200);
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION")
                .then()
                .statusCode(201);
        assertThat(banked(picture)).containsExactly("QUARANTINED");
    }

    @Test
    void aWithdrawnFindingTakesNoGroundWhileAnotherStands() {
        byte[] picture = jpeg(goods(320, 240, 910), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        List<JsonPath> findings =
                List.of("DETECTION_SCORE", "ADMISSION", "EXPERT_OPINION").stream()
                        .map(ground -> confirms(reviewer, evidence, "GENERATED", ground).jsonPath())
                        .toList();
        confirmsEntry(city, picture, 0).then().statusCode(200);
        withdraws(evidence, findings.get(1));
        assertThat(banked(picture)).containsExactly("ACTIVE");
        withdraws(evidence, findings.get(2));
        assertThat(banked(picture)).as("a score alone is no ground").containsExactly("QUARANTINED");
        withdraws(evidence, findings.get(0));
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION")
                .then()
                .statusCode(201);
        assertThat(banked(picture))
                .as("what waits for people already")
                .containsExactly("QUARANTINED");
    }

    private void withdraws(UUID evidence, JsonPath outcome) {
        reviewer.asks()
                .contentType("application/json")
                .header("If-Match", "\"" + outcome.getInt("version") + "\"")
                .body(Map.of("reasons", "复核后认为依据不足"))
                .post(
                        "/v1/evidence/%s/outcomes/%s/withdrawal"
                                .formatted(evidence, outcome.getString("id")))
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheRegistryFoundEntersTheBankByTwoBecauseItDoesNotSayWhoFoundIt() {
        byte[] picture = jpeg(goods(320, 240, 909), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        UUID filing = UUID.randomUUID();
        new Wire(messages)
                .brings(
                        Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)),
                        confirmed(filing, evidence, 2, "GENERATED", "PARTY_ADMITTED"));
        await().until(() -> banked(picture).equals(List.of("PROPOSED")));
        confirmsEntry(city, picture, 0).then().statusCode(200);
        assertThat(banked(picture)).as("one alone").containsExactly("PROPOSED");
        confirmsEntry(city, picture, 1).then().statusCode(403);
        confirmsEntry(new Party(city.caller().named("city.second")), picture, 1)
                .then()
                .statusCode(200);
        assertThat(banked(picture)).containsExactly("ACTIVE");
    }

    private Response confirmsEntry(Party party, byte[] picture, int version) {
        String entry =
                party.asks()
                        .get("/v1/bank-entries?bank=KNOWN_AI&limit=100")
                        .jsonPath()
                        .getString(
                                "items.find { it.sha256 == '%s' }.id"
                                        .formatted(Digests.of(picture).sha256()));
        return party.asks()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reasons", "核对无误"))
                .post("/v1/bank-entries/" + entry + "/confirmation");
    }

    private List<String> banked(byte[] picture) {
        return city.asks()
                .get("/v1/bank-entries?bank=KNOWN_AI&limit=100")
                .jsonPath()
                .getList(
                        "items.findAll { it.sha256 == '%s' }.state"
                                .formatted(Digests.of(picture).sha256()));
    }

    @Test
    void whatRestsOnTheScoreAloneIsKeptAndCalibratesNothing() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 902), 0.9));
        reviewer.analysis(evidence);
        long before = ordinary();
        JsonPath kept =
                confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "DETECTION_SCORE").jsonPath();
        assertThat(kept.getBoolean("calibrates")).isFalse();
        assertThat(ordinary()).isEqualTo(before);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION", "DETECTION_SCORE")
                .then()
                .statusCode(201);
        JsonPath figures = calibration();
        assertThat(ordinary()).isEqualTo(before);
        assertThat(figures.getLong("totals.generated")).isPositive();
        assertThat(figures.getList("signals.code", String.class)).contains("SATURATION_MEASURED");
    }

    @Test
    void outcomesAreForReviewersOfBureausWhoSeeTheEvidenceAndFiguresForTheCity() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 903), 0.9));
        confirms(handler, evidence, "GENERATED", "ADMISSION").then().statusCode(403);
        confirms(platform, evidence, "GENERATED", "ADMISSION").then().statusCode(403);
        confirms(city, evidence, "GENERATED", "ADMISSION").then().statusCode(404);
        confirms(reviewer, evidence, "GENERATED").then().statusCode(422);
        reviewer.asks().get("/v1/calibration").then().statusCode(403);
    }

    @Test
    void theSameKeyGivesTheSameOutcome() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 904), 0.9));
        String key = UUID.randomUUID().toString();
        String first = keyed(evidence, key);
        assertThat(keyed(evidence, key)).isEqualTo(first);
        assertThat(reviewer.looksAt(evidence, "/outcomes").jsonPath().getList("id")).hasSize(1);
    }

    @Test
    void ofAFilingTheNewestFindingStandsInWhateverOrderTheyCome() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 905), 0.9));
        UUID filing = UUID.randomUUID();
        Wire wire = new Wire(messages);
        UUID unnamed = reviewer.uploads(jpeg(goods(320, 240, 906), 0.9));
        wire.brings(
                Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)),
                confirmed(filing, unnamed, 6, "GENERATED", "PARTY_ADMITTED"),
                confirmed(filing, evidence, 7, "GENERATED", "PARTY_ADMITTED"),
                confirmed(filing, evidence, 9, "GENUINE", "ORIGINAL_SEEN"),
                confirmed(filing, evidence, 8, "ALTERED", "APPRAISAL"));
        await().until(() -> heard.about(evidence).size() == 3);
        JsonPath list = handler.looksAt(evidence, "/outcomes").jsonPath();
        assertThat(list.getList("outcome", String.class))
                .containsExactlyInAnyOrder("AUTHENTIC_PHOTO", "GENERATED");
        assertThat(list.getString("find { it.outcome == 'GENERATED' }.withdrawnBy"))
                .isEqualTo("registry");
        assertThat(list.getBoolean("find { it.outcome == 'AUTHENTIC_PHOTO' }.calibrates")).isTrue();
        assertThat(heard.about(unnamed)).as("the filing does not name it").isEmpty();
    }

    private static String confirmed(
            UUID filing, UUID evidence, long revision, String truth, String restsOn) {
        return Wire.event(
                "filing.evidence-confirmed.v1",
                filing,
                revision,
                Map.of(
                        "filingId", filing,
                        "kind", "COMPLAINT",
                        "evidenceId", evidence,
                        "truth", truth,
                        "restsOn", restsOn,
                        "organisation", "samr-huangpu",
                        "confirmedOn", "2026-11-29"));
    }

    private String keyed(UUID evidence, String key) {
        return reviewer.asks()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body("REUSED", "CASE_COMPARISON"))
                .post("/v1/evidence/" + evidence + "/outcomes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static Response confirms(
            Party party, UUID evidence, String outcome, String... restsOn) {
        return party.asks()
                .contentType("application/json")
                .body(body(outcome, restsOn))
                .post("/v1/evidence/" + evidence + "/outcomes");
    }

    private static Map<String, Object> body(String outcome, String... restsOn) {
        return Map.of("outcome", outcome, "restsOn", List.of(restsOn), "reasons", "现场核对");
    }

    private JsonPath calibration() {
        return city.asks().get("/v1/calibration").then().statusCode(200).extract().jsonPath();
    }

    private long ordinary() {
        return calibration().getLong("totals.authenticPhoto");
    }
}
