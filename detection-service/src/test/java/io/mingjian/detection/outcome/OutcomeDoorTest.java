package io.mingjian.detection.outcome;

import static io.mingjian.contracts.Role.HANDLER;
import static io.mingjian.contracts.Role.INTEGRATION;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingjian.contracts.Role;
import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.detection.content.Digests;
import io.mingjian.detection.media.FileSmith;
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
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class OutcomeDoorTest {
    private final Party reviewer = new Party(TestCaller.huangpu(Role.INTAKE, REVIEWER));
    private final Party handler = new Party(TestCaller.huangpu(HANDLER));
    private final Party city = new Party(TestCaller.city(REVIEWER));
    private final Party pudong = new Party(TestCaller.pudong(Role.INTAKE, REVIEWER));
    private final Party platform = new Party(TestCaller.platform("yougou", INTEGRATION));

    @Inject Heard heard;
    @Inject DataSource source;

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
    void ourOwnScoreAloneDoubtsNothingThatTwoPeopleConfirmed() {
        byte[] picture = jpeg(goods(320, 240, 912), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        confirmsEntry(city, picture, 0).then().statusCode(200);
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "DETECTION_SCORE").then().statusCode(201);
        assertThat(banked(picture)).containsExactly("ACTIVE");
        assertThat(acts(picture)).containsExactly("PROPOSED", "CONFIRMED");
    }

    @Test
    void betweenTwoFindingsAnotherPersonDecides() {
        byte[] picture = jpeg(goods(320, 240, 908), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        confirmsEntry(city, picture, 0).then().statusCode(200);
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION")
                .then()
                .statusCode(201);
        assertThat(banked(picture)).as("it goes on weighing").containsExactly("ACTIVE");
        assertThat(acts(picture)).containsExactly("PROPOSED", "CONFIRMED", "REVOCATION_PROPOSED");
        decides(city, picture, "revocation", 2).then().statusCode(200);
        assertThat(banked(picture)).containsExactly("REVOKED");
    }

    @Test
    void whatTheCityPutInItselfRestsOnNobodysFinding() {
        byte[] picture = jpeg(goods(320, 240, 913), 0.9);
        Party keeper = new Party(TestCaller.city(Role.INTAKE, REVIEWER).named("city.keeper"));
        UUID evidence = keeper.uploads(picture);
        keeper.analysis(evidence);
        putsIn(keeper, evidence).then().statusCode(201);
        confirmsEntry(city, picture, 0).then().statusCode(200);
        JsonPath found = confirms(keeper, evidence, "GENERATED", "ADMISSION").jsonPath();
        keeper.withdraws(evidence, found);
        assertThat(banked(picture)).as("it never rested on that").containsExactly("ACTIVE");
        confirms(keeper, evidence, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").then().statusCode(201);
        assertThat(banked(picture)).containsExactly("ACTIVE");
        decides(keeper, picture, "revocation", 2).then().statusCode(403);
        decides(city, picture, "release", 2).then().statusCode(200);
        assertThat(acts(picture))
                .containsExactly("PROPOSED", "CONFIRMED", "REVOCATION_PROPOSED", "WISH_DECLINED");
    }

    @Test
    void aWithdrawnDoubtLeavesNoHalfOfARevocation() {
        byte[] picture = jpeg(goods(320, 240, 941), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        confirmsEntry(city, picture, 0).then().statusCode(200);
        JsonPath first =
                confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION").jsonPath();
        JsonPath second =
                confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").jsonPath();
        reviewer.withdraws(evidence, first);
        assertThat(acts(picture))
                .as("the other finding wishes it from now on")
                .endsWith("REVOCATION_PROPOSED", "WISH_DECLINED", "REVOCATION_PROPOSED");
        reviewer.withdraws(evidence, second);
        assertThat(acts(picture)).endsWith("REVOCATION_PROPOSED", "WISH_DECLINED");
        decides(city, picture, "revocation", version(picture)).then().statusCode(200);
        assertThat(banked(picture)).as("one person only proposes").containsExactly("ACTIVE");
        assertThat(acts(picture)).endsWith("WISH_DECLINED", "REVOCATION_PROPOSED");
    }

    @Test
    void whatIsFoundAboutACopyHoldsTheEntryOfTheFileAndDoubtsIt() {
        byte[] picture = jpeg(goods(320, 240, 942), 0.9);
        UUID evidence = reviewer.uploads(picture);
        UUID copy = pudong.uploads(picture);
        reviewer.analysis(evidence);
        pudong.analysis(copy);
        JsonPath found = confirms(reviewer, evidence, "GENERATED", "ADMISSION").jsonPath();
        JsonPath ofCopy = confirms(pudong, copy, "GENERATED", "EXPERT_OPINION").jsonPath();
        confirmsEntry(city, picture, 0).then().statusCode(200);
        reviewer.withdraws(evidence, found);
        assertThat(banked(picture)).as("that of the copy stands").containsExactly("ACTIVE");
        confirms(pudong, copy, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").then().statusCode(201);
        assertThat(acts(picture)).containsExactly("PROPOSED", "CONFIRMED", "REVOCATION_PROPOSED");
        pudong.withdraws(copy, ofCopy);
        assertThat(banked(picture)).as("none stands").containsExactly("QUARANTINED");
    }

    @Test
    void aFindingOfTheContraryThatCameBeforeTheEntryDoubtsIt() {
        byte[] picture = jpeg(goods(320, 240, 943), 0.9);
        UUID evidence = reviewer.uploads(picture);
        reviewer.analysis(evidence);
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").then().statusCode(201);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        assertThat(acts(picture)).containsExactly("PROPOSED", "REVOCATION_PROPOSED");
        confirmsEntry(city, picture, version(picture))
                .then()
                .statusCode(409)
                .body("code", equalTo("revocation-wished"));
        decides(city, picture, "release", version(picture)).then().statusCode(200);
        confirms(reviewer, evidence, "GENERATED", "EXPERT_OPINION").then().statusCode(201);
        assertThat(acts(picture))
                .as("what people decided is not asked again")
                .containsExactly("PROPOSED", "REVOCATION_PROPOSED", "WISH_DECLINED");
        confirmsEntry(city, picture, version(picture)).then().statusCode(200);
        assertThat(banked(picture)).containsExactly("ACTIVE");

        byte[] early = jpeg(goods(320, 240, 944), 0.9);
        UUID waiting = reviewer.uploads(early);
        confirms(reviewer, waiting, "GENERATED", "ADMISSION").then().statusCode(201);
        confirms(reviewer, waiting, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").then().statusCode(201);
        reviewer.analysis(waiting);
        await().until(() -> banked(early).equals(List.of("PROPOSED")));
        assertThat(acts(early)).containsExactly("PROPOSED", "REVOCATION_PROPOSED");
    }

    @Test
    void whatTheCityPutsInOnceMoreHasGroundsOfItsOwn() {
        byte[] picture = jpeg(goods(320, 240, 945), 0.9);
        Party keeper = new Party(TestCaller.city(Role.INTAKE, REVIEWER).named("city.keeper"));
        UUID evidence = keeper.uploads(picture);
        keeper.analysis(evidence);
        JsonPath found = confirms(keeper, evidence, "GENERATED", "ADMISSION").jsonPath();
        confirmsEntry(city, picture, 0).then().statusCode(200);
        for (int i = 0; i < 2; i++) {
            putsIn(city, evidence).then().statusCode(200);
        }
        keeper.withdraws(evidence, found);
        assertThat(banked(picture)).containsExactly("ACTIVE");
        assertThat(
                        new Database(source)
                                .asks(
                                        """
                                        select count(*) from audit_entry
                                         where action = 'bank-entry.own-ground' and object_id = ?
                                        """,
                                        entry(picture)))
                .isEqualTo("1");
    }

    private static Response putsIn(Party party, UUID evidence) {
        return party.asks()
                .contentType("application/json")
                .body(
                        Map.of(
                                "bank", "KNOWN_AI",
                                "evidenceId", evidence,
                                "restsOn", "GENERATION_RECORD",
                                "grounds", "生成服务提供者回函"))
                .post("/v1/bank-entries");
    }

    private int version(byte[] picture) {
        return city.asks().get("/v1/bank-entries/" + entry(picture)).jsonPath().getInt("version");
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
        reviewer.withdraws(evidence, findings.get(1));
        assertThat(banked(picture)).containsExactly("ACTIVE");
        reviewer.withdraws(evidence, findings.get(2));
        assertThat(banked(picture)).as("a score alone is no ground").containsExactly("QUARANTINED");
        reviewer.withdraws(evidence, findings.get(0));
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "PHYSICAL_INSPECTION")
                .then()
                .statusCode(201);
        assertThat(banked(picture))
                .as("what waits for people already")
                .containsExactly("QUARANTINED");
        decides(city, picture, "release", 2).then().statusCode(200);
        confirms(reviewer, evidence, "AUTHENTIC_PHOTO", "ORIGINAL_FILE").then().statusCode(201);
        assertThat(banked(picture))
                .as("nobody stands by its being generated")
                .containsExactly("QUARANTINED");
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
        return decides(party, picture, "confirmation", version);
    }

    private Response decides(Party party, byte[] picture, String what, int version) {
        return party.asks()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("reasons", "核对无误"))
                .post("/v1/bank-entries/" + entry(picture) + "/" + what);
    }

    private String entry(byte[] picture) {
        return city.asks()
                .get("/v1/bank-entries?bank=KNOWN_AI&limit=100")
                .jsonPath()
                .getString(
                        "items.find { it.sha256 == '%s' }.id"
                                .formatted(Digests.of(picture).sha256()));
    }

    private List<String> acts(byte[] picture) {
        return city.asks()
                .get("/v1/bank-entries/" + entry(picture))
                .jsonPath()
                .getList("history.act");
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
    void aFileWhoseLabelWasWipedWithNullsTakesNobodyTheFigures() {
        byte[] wiped = FileSmith.withXmp(jpeg(goods(320, 240, 911), 0.9), "\0".repeat(400));
        UUID evidence = reviewer.uploads(wiped);
        reviewer.analysis(evidence);
        Database database = new Database(source);
        assertThat(database.asks("select body from indication where evidence_id = ?", evidence))
                .contains("LABEL_RESIDUE")
                .doesNotContain("\\u0000");
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        assertThat(residues()).isPositive();
        // As the release before kept it, once behind a backslash of its own.
        database.changes(
                "update indication set body = replace(body, ?, ?) where evidence_id = ?",
                "\uFFFD",
                "\\u0000\\\\\\u0000\\\\u0000",
                evidence);
        assertThat(residues()).isPositive();
    }

    private int residues() {
        return calibration().getInt("signals.find { it.code == 'LABEL_RESIDUE' }.hits.seen");
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
    void aTextThatNoDatabaseKeepsIsPointedAt() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 916), 0.9));
        reviewer.asks()
                .contentType("application/json")
                .body(
                        Map.of(
                                "outcome", "REUSED",
                                "restsOn", List.of("CASE_COMPARISON"),
                                "reasons", "a\0b"))
                .post("/v1/evidence/" + evidence + "/outcomes")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reasons"))
                .body("errors[0].code", equalTo("null-character"));
        reviewer.asks()
                .urlEncodingEnabled(false)
                .get("/v1/evidence/" + evidence + "?purpose=%00")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/purpose"));
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
    void whatWasFoundWhileItsAnalysisWaitedIsProposedAfterwards() {
        byte[] picture = jpeg(goods(320, 240, 914), 0.9);
        UUID evidence = reviewer.uploads(picture);
        confirms(reviewer, evidence, "GENERATED", "EXPERT_OPINION").then().statusCode(201);
        reviewer.analysis(evidence);
        await().until(() -> banked(picture).equals(List.of("PROPOSED")));

        byte[] earlier = jpeg(goods(320, 240, 915), 0.9);
        UUID lost = reviewer.uploads(earlier);
        reviewer.analysis(lost);
        // As the release before left what was found too early.
        new Database(source)
                .changes(
                        """
                        insert into evidence_outcome (id, evidence_id, outcome, rests_on, independent, reasons,
                          organisation, decided_by, decided_subject, decided_at, version)
                        values (?, ?, 'GENERATED', 'ADMISSION', true, '当事人承认', 'samr-huangpu', 'officer',
                          'subject-of-officer', now(), 0)
                        """,
                        UUID.randomUUID(),
                        lost);
        await().until(() -> banked(earlier).equals(List.of("PROPOSED")));
    }

    @Test
    void whatHasNoPrintIsProposedAsTheVerySameFile() {
        byte[] plain = png(new BufferedImage(201, 203, BufferedImage.TYPE_INT_RGB));
        UUID evidence = reviewer.uploads(plain);
        UUID earlier = reviewer.uploads(plain);
        reviewer.analysis(evidence);
        reviewer.analysis(earlier);
        confirms(reviewer, evidence, "GENERATED", "ADMISSION").then().statusCode(201);
        assertThat(banked(plain)).containsExactly("PROPOSED");
        confirmsEntry(city, plain, 0).then().statusCode(200);
        assertThat(banked(plain)).containsExactly("ACTIVE");
        UUID later = reviewer.uploads(plain);
        for (UUID copy : List.of(earlier, later)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    reviewer.looksAt(copy, "/analysis")
                                                            .jsonPath()
                                                            .getList("signals.code", String.class))
                                            .contains("KNOWN_AI_PICTURE"));
        }
        assertThat(reviewer.analysis(evidence).getList("signals.code", String.class))
                .as("an entry is no copy of itself")
                .doesNotContain("KNOWN_AI_PICTURE");
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
        await().untilAsserted(
                        () -> {
                            JsonPath list = handler.looksAt(evidence, "/outcomes").jsonPath();
                            assertThat(list.getList("outcome", String.class))
                                    .containsExactlyInAnyOrder("AUTHENTIC_PHOTO", "GENERATED");
                            assertThat(
                                            list.getString(
                                                    "find { it.outcome == 'GENERATED' }.withdrawnBy"))
                                    .isEqualTo("registry");
                            assertThat(
                                            list.getBoolean(
                                                    "find { it.outcome == 'AUTHENTIC_PHOTO' }.calibrates"))
                                    .isTrue();
                        });
        assertThat(heard.about(evidence)).as("said, taken back, said anew").hasSize(3);
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
