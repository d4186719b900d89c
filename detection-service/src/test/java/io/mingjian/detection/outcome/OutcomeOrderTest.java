package io.mingjian.detection.outcome;

import static io.mingjian.contracts.Role.INTAKE;
import static io.mingjian.contracts.Role.REVIEWER;
import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.kit.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.detection.Database;
import io.mingjian.detection.Party;
import io.mingjian.detection.Wire;
import io.mingjian.kit.inbox.Inbox;
import io.mingjian.kit.testing.PostgresResource;
import io.mingjian.kit.testing.TestCaller;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The words of a filing about a piece of evidence, in every order in which events can come. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class OutcomeOrderTest {
    private static final int WALKS = 40;
    private static final EvidenceTruth[] TRUTHS = EvidenceTruth.values();

    private final Party reviewer = new Party(TestCaller.huangpu(INTAKE, REVIEWER));

    @Inject Inbox inbox;
    @Inject DataSource source;

    @Test
    void aFindingThatComesBeforeItsNamingWaitsForIt() {
        UUID evidence = uploads(921);
        UUID filing = UUID.randomUUID();
        takes(confirmed(filing, evidence, 7, EvidenceTruth.GENERATED));
        takes(confirmed(filing, evidence, 6, EvidenceTruth.GENUINE));
        assertThat(outcomes(evidence).getList("id"))
                .as("the filing does not name it yet")
                .isEmpty();
        takes(Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)));
        assertThat(outcomes(evidence).getList("outcome", String.class))
                .containsExactly("GENERATED");
    }

    @Test
    void aFindingOfAFilingThatMayNotNameThePieceGoesOnWaiting() {
        UUID evidence = uploads(922);
        UUID filing = UUID.randomUUID();
        takes(confirmed(filing, evidence, 7, EvidenceTruth.GENERATED));
        takes(Wire.registered(filing, 1, "samr-pudong", List.of(evidence)));
        assertThat(outcomes(evidence).getList("id")).isEmpty();
        takes(Wire.registered(filing, 2, "samr-pudong", List.of()));
        takes(Wire.registered(filing, 3, "samr-huangpu", List.of(evidence)));
        assertThat(standing(evidence)).contains("GENERATED");
    }

    @Test
    void ofANamingAndAFindingAtTheSameMomentOneSeesTheOther() {
        UUID evidence = uploads(925);
        for (int i = 0; i < 20; i++) {
            UUID filing = UUID.randomUUID();
            CompletableFuture.allOf(
                            atOnce(Wire.registered(filing, 1, "samr-huangpu", List.of(evidence))),
                            atOnce(confirmed(filing, evidence, 2, EvidenceTruth.ALTERED)))
                    .join();
            assertThat(standing(evidence)).contains("ALTERED");
            assertThat(waiting(filing)).isEqualTo("0");
            withdraws(evidence);
        }
    }

    private CompletableFuture<Void> atOnce(String event) {
        return CompletableFuture.runAsync(() -> takes(event));
    }

    private String waiting(UUID filing) {
        return new Database(source)
                .asks("select count(*) from outcome_waiting where filing_id = ?", filing);
    }

    /** A replica of the release before writes the naming down and tells nobody. */
    @Test
    void aFindingWhoseNamingTheReleaseBeforeTookIsEnteredSoon() {
        UUID evidence = uploads(926);
        UUID filing = UUID.randomUUID();
        takes(confirmed(filing, evidence, 2, EvidenceTruth.GENERATED));
        new Database(source)
                .changes(
                        """
                        insert into evidence_naming (source_id, evidence_id, source_kind,
                          naming_organisation, handling_organisation, revision)
                        values (?, ?, 'FILING', 'samr-huangpu', null, 1)
                        """,
                        filing,
                        evidence);
        await().until(() -> standing(evidence).equals(Optional.of("GENERATED")));
    }

    @Test
    void allFindingsThatWaitForOneNamingAreEntered() {
        UUID filing = UUID.randomUUID();
        List<UUID> pieces = List.of(uploads(927), uploads(928), uploads(929));
        pieces.forEach(piece -> takes(confirmed(filing, piece, 2, EvidenceTruth.GENERATED)));
        takes(Wire.registered(filing, 1, "samr-huangpu", pieces));
        for (UUID piece : pieces) {
            await().until(() -> standing(piece).equals(Optional.of("GENERATED")));
        }
    }

    @Test
    void anOlderWordNeverTakesThePlaceOfAWithdrawnOne() {
        UUID evidence = uploads(923);
        UUID filing = UUID.randomUUID();
        takes(Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)));
        takes(confirmed(filing, evidence, 9, EvidenceTruth.GENERATED));
        withdraws(evidence);
        takes(confirmed(filing, evidence, 8, EvidenceTruth.GENUINE));
        assertThat(standing(evidence)).isEmpty();
        takes(confirmed(filing, evidence, 10, EvidenceTruth.ALTERED));
        assertThat(standing(evidence)).contains("ALTERED");
    }

    /** An event, or a person's withdrawal of what stands. */
    private record Step(String event, long revision) {
        private static final Step WITHDRAWAL = new Step("", 0);

        boolean isNaming() {
            return revision == 1 || revision == 2;
        }
    }

    @Test
    void aFilingThatSaysTheSameAgainTakesNoGroundFromTheBank() {
        UUID evidence = reviewer.uploads(jpeg(goods(320, 240, 931), 0.9));
        reviewer.analysis(evidence);
        UUID filing = UUID.randomUUID();
        takes(Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)));
        takes(confirmed(filing, evidence, 7, EvidenceTruth.GENERATED));
        assertThat(banked(evidence)).isEqualTo("PROPOSED");
        // As two people leave it.
        new Database(source)
                .changes("update bank_entry set state = 'ACTIVE' where evidence_id = ?", evidence);
        takes(confirmed(filing, evidence, 8, EvidenceTruth.GENERATED));
        assertThat(banked(evidence)).isEqualTo("ACTIVE");
        takes(confirmed(filing, evidence, 9, EvidenceTruth.CANNOT_TELL));
        assertThat(banked(evidence)).isEqualTo("QUARANTINED");
    }

    private String banked(UUID evidence) {
        return new Database(source)
                .asks("select state from bank_entry where evidence_id = ?", evidence);
    }

    @Test
    void inWhateverOrderTheyComeTheNewestWordThatNobodyWithdrewStands() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("OutcomeOrderTest -Dmingjian.seed=" + seed);
        UUID evidence = uploads(924);
        for (int walk = 0; walk < WALKS; walk++) {
            walk(evidence, new Random(seed + walk), "-Dmingjian.seed=" + seed + ", walk " + walk);
        }
    }

    private void walk(UUID evidence, Random random, String replay) {
        UUID filing = UUID.randomUUID();
        EvidenceTruth[] truths = new EvidenceTruth[8];
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Wire.registered(filing, 1, "samr-huangpu", List.of(evidence)), 1));
        steps.add(
                new Step(
                        Wire.routed(filing, 2, "samr-huangpu", "samr-huangpu", List.of(evidence)),
                        2));
        for (int revision = 3; revision < truths.length; revision++) {
            truths[revision] = TRUTHS[random.nextInt(TRUTHS.length)];
            steps.add(new Step(confirmed(filing, evidence, revision, truths[revision]), revision));
        }
        steps.add(steps.get(random.nextInt(steps.size())));
        Collections.shuffle(steps, random);
        if (random.nextBoolean()) {
            steps.add(random.nextInt(steps.size()), Step.WITHDRAWAL);
        }
        boolean named = false;
        long newest = 0;
        long withdrawn = 0;
        for (Step step : steps) {
            if (step != Step.WITHDRAWAL) {
                takes(step.event());
                named |= step.isNaming();
                newest = step.isNaming() ? newest : Math.max(newest, step.revision());
            } else if (named && newest > 0) {
                withdraws(evidence);
                withdrawn = newest;
            }
        }
        Optional<String> expected =
                newest > withdrawn ? Optional.of(kind(truths[(int) newest])) : Optional.empty();
        assertThat(standing(evidence)).as(replay).isEqualTo(expected);
        if (expected.isPresent()) {
            withdraws(evidence);
        }
    }

    private static String kind(EvidenceTruth truth) {
        return switch (truth) {
            case GENERATED -> "GENERATED";
            case ALTERED -> "ALTERED";
            case GENUINE -> "AUTHENTIC_PHOTO";
            case CANNOT_TELL -> "UNDETERMINED";
        };
    }

    private UUID uploads(int seed) {
        return reviewer.uploads(jpeg(goods(90, 60, seed), 0.9));
    }

    private void takes(String event) {
        inbox.receive("mingjian.registry.filing", null, event).await().indefinitely();
    }

    private JsonPath outcomes(UUID evidence) {
        return reviewer.looksAt(evidence, "/outcomes").then().statusCode(200).extract().jsonPath();
    }

    /** What stands; never two. */
    private Optional<String> standing(UUID evidence) {
        List<Map<String, Object>> all = outcomes(evidence).getList("$");
        List<String> standing =
                all.stream()
                        .filter(each -> each.get("withdrawnAt") == null)
                        .map(each -> (String) each.get("outcome"))
                        .toList();
        assertThat(standing).hasSizeLessThanOrEqualTo(1);
        return standing.stream().findFirst();
    }

    private void withdraws(UUID evidence) {
        JsonPath all = outcomes(evidence);
        int at =
                IntStream.range(0, all.getList("$").size())
                        .filter(i -> all.get("[" + i + "].withdrawnAt") == null)
                        .findFirst()
                        .orElseThrow();
        reviewer.asks()
                .contentType("application/json")
                .header("If-Match", "\"" + all.getInt("[" + at + "].version") + "\"")
                .body(Map.of("reasons", "复核后认为依据不足"))
                .post(
                        "/v1/evidence/%s/outcomes/%s/withdrawal"
                                .formatted(evidence, all.getString("[" + at + "].id")))
                .then()
                .statusCode(200);
    }

    private static String confirmed(
            UUID filing, UUID evidence, long revision, EvidenceTruth truth) {
        return Wire.event(
                "filing.evidence-confirmed.v1",
                filing,
                revision,
                Map.of(
                        "filingId", filing,
                        "kind", "COMPLAINT",
                        "evidenceId", evidence,
                        "truth", truth.name(),
                        "restsOn", "ORIGINAL_SEEN",
                        "organisation", "samr-huangpu",
                        "confirmedOn", "2026-11-29"));
    }
}
