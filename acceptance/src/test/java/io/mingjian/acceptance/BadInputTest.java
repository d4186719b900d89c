package io.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.Filing;
import io.mingjian.acceptance.actor.Kind;
import io.mingjian.acceptance.actor.Person;
import io.mingjian.acceptance.picture.BadFiles;
import io.mingjian.acceptance.picture.Picture;
import io.mingjian.stack.Addresses;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is wrong is refused with a problem that an officer understands, and leaves nothing behind.
 */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String FILINGS = "/api/registry/v1/filings";
    private static final int LIMIT = 20 * 1024 * 1024;
    private static final int FILM_LIMIT = 64 * 1024 * 1024;

    private Actors actors;
    private Refusals refusals;

    @BeforeAll
    void theStackRuns(Addresses addresses, Actors cast) {
        actors = cast;
        refusals = new Refusals(addresses);
    }

    @Nested
    class Uploads {
        @Test
        void aBrokenPictureIsRefused() {
            refused(() -> upload(BadFiles.broken(seed())), 415, "unsupported-media");
        }

        @Test
        void aBombIsRefusedByWhatItClaims() {
            Answer answer = refused(() -> upload(BadFiles.bomb()), 422, "invalid");
            assertThat(answer.each("/errors", "code")).containsExactly("too-many-pixels");
            assertThat(answer.text()).contains("60000×60000");
        }

        @Test
        void aTextThatIsCalledAPictureIsRefused() {
            refused(() -> upload(BadFiles.text()), 415, "unsupported-media");
        }

        @Test
        void aFormInPlaceOfAPictureIsRefused() {
            refused(
                    () ->
                            actors.huangpuIntake()
                                    .door()
                                    .post("/api/detection/v1/evidence", Map.of("file", "x")),
                    415,
                    "unsupported-media");
        }

        @Test
        void anEmptyBodyIsRefused() {
            Answer answer = refused(() -> upload(BadFiles.empty()), 422, "invalid");
            assertThat(answer.each("/errors", "code")).containsExactly("empty");
        }

        @Test
        void whatIsTooLargeIsRefusedAndTheLimitIsTold() {
            Answer answer =
                    refused(() -> upload(BadFiles.tooLarge(seed(), LIMIT + 1)), 413, "too-large");
            assertThat(answer.textAt("/detail")).contains("20 MB");
        }

        /** The door lets through what a film may have; what it is, detection says. */
        @Test
        void aFilmMayBeLargerThanAPictureAndHasALimitOfItsOwn() {
            Answer hollow = upload(BadFiles.hollowFilm(LIMIT + 1));
            assertThat(hollow.status()).as(hollow.text()).isIn(415, 422);
            Answer answer =
                    refused(() -> upload(BadFiles.hollowFilm(FILM_LIMIT + 1)), 413, "too-large");
            assertThat(answer.at("/limit").asLong()).isEqualTo(FILM_LIMIT);
        }

        private Answer upload(Picture picture) {
            return actors.huangpuIntake().tryUpload(picture, Map.of());
        }
    }

    @Nested
    class Filings {
        @Test
        void allMissingFieldsAreNamedAtOnce() {
            Answer answer = refused(() -> register(Map.of("kind", "MIXED")), 422, "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .contains(
                            "/channel",
                            "/filer",
                            "/respondent",
                            "/claims",
                            "/disputeFacts",
                            "/clueDescription",
                            "/factualBasis");
        }

        @Test
        void wrongCheckDigitsAreNamedWithTheirFields() {
            Filing filing =
                    aComplaint()
                            .with("filer/idNumber", "310101199003078881")
                            .with("respondent/uscc", "91310000132260250A");
            Answer answer = refused(() -> register(filing.json()), 422, "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .containsExactlyInAnyOrder("/filer/idNumber", "/respondent/uscc");
            assertThat(answer.each("/errors", "code"))
                    .allMatch(code -> code.endsWith("wrong-check-digit"));
        }

        @Test
        void aDistrictOfAnotherCityIsRefused() {
            Answer answer =
                    refused(() -> register(aComplaint().in("110101").json()), 422, "invalid");
            assertThat(answer.each("/errors", "pointer")).contains("/respondent/districtCode");
        }

        @Test
        void anUnknownFieldIsRefused() {
            refused(
                    () -> register(aComplaint().with("surprise", "x").json()),
                    400,
                    "malformed-request");
        }

        @Test
        void malformedJsonIsRefused() {
            refused(
                    () ->
                            actors.huangpuIntake()
                                    .door()
                                    .raw(
                                            "POST",
                                            FILINGS,
                                            "{\"kind\": \"COMPL",
                                            Map.of("Content-Type", "application/json")),
                    400,
                    "malformed-request");
        }

        @Test
        void noBodyIsRefused() {
            Answer answer =
                    refusals.storesNothing(
                            () ->
                                    actors.huangpuIntake()
                                            .door()
                                            .raw(
                                                    "POST",
                                                    FILINGS,
                                                    "",
                                                    Map.of("Content-Type", "application/json")));
            Refusals.isAProblemInChinese(answer);
            assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        }

        @Test
        void tooMuchJsonIsRefused() {
            refused(
                    () -> register(aComplaint().about("长".repeat(600_000)).json()),
                    413,
                    "too-large");
        }

        @Test
        void theSameNumberOfTheChannelDoesNotEnterTwice() {
            Filing filing = aComplaint();
            actors.huangpuIntake().registers(filing);
            refused(() -> register(filing.json()), 409, "conflict");
        }

        @Test
        void aKeyIsNotGoodForAnotherBody() {
            Map<String, String> key = Map.of("Idempotency-Key", "bad-input-" + seed());
            Filing filing = aComplaint();
            Answer first = actors.huangpuIntake().tryRegister(filing.json(), key).require(201);
            Answer again =
                    refusals.storesNothing(
                            () -> actors.huangpuIntake().tryRegister(filing.json(), key));
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            refused(
                    () -> actors.huangpuIntake().tryRegister(aComplaint().json(), key),
                    422,
                    "idempotency-key-reuse");
        }

        @Test
        void englishIsSpokenToWhoAsksForIt() {
            Answer answer =
                    actors.huangpuIntake().tryRegister(Map.of(), Map.of("Accept-Language", "en"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(
                            Refusals.hasChinese(
                                    answer.textAt("/title") + answer.textAt("/errors/0/detail")))
                    .isFalse();
        }
    }

    @Nested
    class Decisions {
        @Test
        void withoutATagThereIsNoDecision() {
            String complaint = aRegisteredComplaint();
            refused(
                    () ->
                            actors.huangpu()
                                    .door()
                                    .post(
                                            Kind.COMPLAINT.path(complaint) + "/acceptance",
                                            Map.of("reasons", "材料齐全")),
                    428,
                    "precondition-missing");
            stillRouted(complaint);
        }

        @Test
        void aStaleTagIsRefused() {
            String complaint = aRegisteredComplaint();
            String seen = actors.huangpu().sees(Kind.COMPLAINT, complaint).etag();
            actors.huangpu().accepts(complaint, "材料齐全");
            refused(
                    () ->
                            actors.huangpu()
                                    .door()
                                    .post(
                                            Kind.COMPLAINT.path(complaint) + "/termination",
                                            Map.of("ground", 1, "reasons", "撤回"),
                                            Map.of("If-Match", seen)),
                    412,
                    "stale");
            stands(Kind.COMPLAINT, complaint, "ACCEPTED");
        }

        @Test
        void withoutReasonsThereIsNoDecision() {
            String complaint = aRegisteredComplaint();
            refused(
                    () ->
                            actors.huangpu()
                                    .door()
                                    .step(
                                            Kind.COMPLAINT.path(complaint),
                                            "acceptance",
                                            Map.of("reasons", " ")),
                    422,
                    "reasons-missing");
            stillRouted(complaint);
        }

        @Test
        void aRefusalNeedsAKnownGroundAndItsFactors() {
            String complaint = aRegisteredComplaint();
            Answer unknown =
                    refused(
                            () ->
                                    actors.huangpu()
                                            .door()
                                            .step(
                                                    Kind.COMPLAINT.path(complaint),
                                                    "non-acceptance",
                                                    Map.of(
                                                            "ground",
                                                            9,
                                                            "factors",
                                                            List.of("z"),
                                                            "reasons",
                                                            "不符合")),
                            422,
                            "invalid");
            assertThat(unknown.each("/errors", "pointer")).contains("/ground", "/factors/0");
            stillRouted(complaint);
        }

        @Test
        void aStepThatIsNotOpenNamesThoseThatAre() {
            String complaint = aRegisteredComplaint();
            Answer answer =
                    refused(
                            () ->
                                    actors.huangpu()
                                            .door()
                                            .step(
                                                    Kind.COMPLAINT.path(complaint),
                                                    "archiving",
                                                    Map.of()),
                            409,
                            "step-not-allowed");
            assertThat(answer.textAt("/state")).isEqualTo("ROUTED");
            assertThat(answer.at("/openSteps").toString())
                    .contains("\"ACCEPT\"", "\"REFUSE\"")
                    .doesNotContain("ARCHIVE");
            stillRouted(complaint);
        }

        /** The extension of a report takes the head and somebody else (Order 2 Art 18). */
        @Test
        void whoAskedForMoreTimeDoesNotGiveIt() {
            String report = aRegisteredReport();
            actors.huangpuHead().beginsVerification(report);
            actors.huangpuHead()
                    .takes(
                            Kind.REPORT,
                            report,
                            "extension-request",
                            Map.of("reasons", "须向平台调取交易记录。"));
            Answer answer =
                    refused(
                            () ->
                                    actors.huangpuHead()
                                            .door()
                                            .step(
                                                    Kind.REPORT.path(report),
                                                    "extension-approval",
                                                    Map.of("reasons", "情况属实。")),
                            403,
                            "forbidden");
            assertThat(answer.textAt("/detail")).contains("提出人以外");
            stands(Kind.REPORT, report, "VERIFYING");
        }

        @Test
        void whoProposedThresholdsDoesNotActivateThem() {
            CityReviewer head = actors.cityHead();
            Answer proposed =
                    head.proposesThresholds(
                            12, 40, "试行评估", LocalDate.now(World.SHANGHAI).plusDays(30));
            Answer answer = refused(() -> head.tryActivate(proposed), 403, "forbidden");
            assertThat(answer.textAt("/detail")).contains("须由另一人决定");
        }

        /** What a platform's system filed is decided by people of a bureau, never by the system. */
        @Test
        void aMachineDecidesNothing() {
            Filing filing = aComplaint().by("PLATFORM_API");
            String complaint = actors.yougou().registers(filing).textAt("/filings/0/id");
            for (String step : List.of("acceptance", "non-acceptance", "termination")) {
                Answer answer =
                        refused(
                                () ->
                                        actors.yougou()
                                                .door()
                                                .post(
                                                        Kind.COMPLAINT.path(complaint) + "/" + step,
                                                        Map.of("ground", 1, "reasons", "系统认定"),
                                                        Map.of("If-Match", "\"1\"")),
                                403,
                                "forbidden");
                assertThat(answer.textAt("/detail")).contains("无权");
            }
            stillRouted(complaint);
        }

        @Test
        void anotherDistrictGets404AndTheComplaintStays() {
            String complaint = aRegisteredComplaint();
            refused(
                    () ->
                            actors.pudong()
                                    .door()
                                    .post(
                                            Kind.COMPLAINT.path(complaint) + "/acceptance",
                                            Map.of("reasons", "材料齐全"),
                                            Map.of("If-Match", "\"0\"")),
                    404,
                    "not-found");
            stillRouted(complaint);
        }

        @Test
        void aTokenForAnotherApiIsRefused() {
            String complaint = aRegisteredComplaint();
            refused(
                    () ->
                            actors.withWrongAudience("huangpu.handler")
                                    .get(Kind.COMPLAINT.path(complaint)),
                    401,
                    "unauthenticated");
        }

        @Test
        void whatIsNoIdIsNotFound() {
            refused(
                    () -> actors.huangpu().looksForFiling(Kind.COMPLAINT, "not-an-id"),
                    404,
                    "not-found");
        }

        private void stillRouted(String complaint) {
            stands(Kind.COMPLAINT, complaint, "ROUTED");
        }

        private void stands(Kind kind, String id, String state) {
            assertThat(actors.huangpu().sees(kind, id).textAt("/state")).isEqualTo(state);
        }
    }

    /**
     * A holiday notice comes out late in the year before; until then nothing is guessed silently.
     */
    @Nested
    class YearsWithoutAHolidayNotice {
        @Test
        void giveDatesThatSayTheyAreProvisional() {
            int last = lastNotice();
            Answer settled = due(LocalDate.of(last, 3, 2), "7WD");
            assertThat(settled.at("/provisional").asBoolean()).isFalse();
            Answer open = due(LocalDate.of(last + 1, 3, 2), "7WD");
            assertThat(open.at("/provisional").asBoolean()).isTrue();
            assertThat(open.textAt("/dueOn")).startsWith(String.valueOf(last + 1));
            assertThat(open.textAt("/explanation")).contains(last + 1 + "年放假通知尚未公布");
        }

        @Test
        void makeTheClocksOfFilingsProvisionalToo() {
            String complaint = aRegisteredComplaint();
            Answer accepted = actors.huangpu().accepts(complaint, "材料齐全");
            LocalDate mediated = LocalDate.parse(accepted.textAt("/due/dueOn"));
            assertThat(accepted.at("/due/provisional").asBoolean())
                    .as(accepted.at("/due").toString())
                    .isEqualTo(mediated.getYear() > lastNotice());
        }

        private Answer due(LocalDate start, String term) {
            return actors.huangpu()
                    .door()
                    .get("/api/registry/v1/legal-time/due?start=" + start + "&term=" + term)
                    .require(200);
        }

        private int lastNotice() {
            return actors
                    .huangpu()
                    .door()
                    .get("/api/registry/v1/legal-time/notices")
                    .require(200)
                    .each("", "year")
                    .stream()
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElseThrow();
        }
    }

    @Nested
    class Monitoring {
        @Test
        void allFaultsOfAnInstructionAreNamed() {
            Answer answer =
                    refused(
                            () ->
                                    actors.cityReviewer()
                                            .tryIssue(Map.of("scope", " ", "platforms", List.of())),
                            422,
                            "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .contains("/scope", "/platforms", "/deadline", "/agencies");
        }

        @Test
        void aFindingWithAWrongCreditCodeAndNoFixationIsRefused() {
            LocalDate today = LocalDate.now(World.SHANGHAI);
            CityReviewer city = actors.cityReviewer();
            String instruction =
                    city.issuesInstruction(today, today.plusDays(3), "monitor-jingwei")
                            .textAt("/id");
            actors.jingwei().acknowledges(instruction);
            var finding = World.finding("bad", actors.jingwei().uploads(World.picture())).json();
            finding.put("uscc", "91310000132260250A").putArray("evidence");
            Answer answer =
                    refused(
                            () -> actors.jingwei().trySubmit(instruction, finding, Map.of()),
                            422,
                            "invalid");
            assertThat(answer.each("/errors", "pointer"))
                    .containsExactlyInAnyOrder("/uscc", "/evidence");
        }
    }

    private Answer refused(Supplier<Answer> act, int status, String problem) {
        return refusals.refused(act, status, problem);
    }

    private Answer register(Object form) {
        return actors.huangpuIntake().tryRegister(form, Map.of());
    }

    private String aRegisteredComplaint() {
        return actors.huangpuIntake().registers(aComplaint()).textAt("/filings/0/id");
    }

    private String aRegisteredReport() {
        long seed = seed();
        return actors.huangpuIntake()
                .registers(Filing.aReport(Person.numbered("李四", seed), "BAD-" + seed))
                .textAt("/filings/0/id");
    }

    private static Filing aComplaint() {
        long seed = seed();
        return Filing.aComplaint(Person.numbered("张三", seed), "BAD-" + seed);
    }

    private static long seed() {
        return System.nanoTime();
    }
}
