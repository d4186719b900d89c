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
import java.util.regex.Pattern;
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
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final int LIMIT = 20 * 1024 * 1024;

    private Actors actors;
    private Stored stored;

    @BeforeAll
    void theStackRuns(Addresses addresses, Actors cast) {
        actors = cast;
        stored = new Stored(addresses);
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
            assertThat(answer.at("/limit").asLong()).isEqualTo(LIMIT);
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
                    storesNothing(
                            () ->
                                    actors.huangpuIntake()
                                            .door()
                                            .raw(
                                                    "POST",
                                                    FILINGS,
                                                    "",
                                                    Map.of("Content-Type", "application/json")));
            isAProblemInChinese(answer);
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
                    storesNothing(() -> actors.huangpuIntake().tryRegister(filing.json(), key));
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
                            CHINESE.matcher(
                                            answer.textAt("/title")
                                                    + answer.textAt("/errors/0/detail"))
                                    .find())
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
            assertThat(answer.at("/openSteps").toString()).contains("ACCEPT");
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
            assertThat(actors.huangpu().sees(Kind.COMPLAINT, complaint).textAt("/state"))
                    .isEqualTo("ROUTED");
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
        Answer answer = storesNothing(act);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.textAt("/type")).isEqualTo("urn:mingjian:problem:" + problem);
        isAProblemInChinese(answer);
        return answer;
    }

    private static void isAProblemInChinese(Answer answer) {
        assertThat(answer.isProblem()).as(answer.header("Content-Type")).isTrue();
        assertThat(answer.at("/status").asInt()).isEqualTo(answer.status());
        assertThat(CHINESE.matcher(answer.textAt("/title")).find()).as(answer.text()).isTrue();
        assertThat(CHINESE.matcher(answer.textAt("/detail")).find()).as(answer.text()).isTrue();
        answer.each("/errors", "detail")
                .forEach(detail -> assertThat(CHINESE.matcher(detail).find()).as(detail).isTrue());
    }

    private Answer storesNothing(Supplier<Answer> act) {
        Map<String, Long> before = stored.rows();
        Answer answer = act.get();
        assertThat(stored.rows()).isEqualTo(before);
        return answer;
    }

    private Answer register(Object form) {
        return actors.huangpuIntake().tryRegister(form, Map.of());
    }

    private String aRegisteredComplaint() {
        return actors.huangpuIntake().registers(aComplaint()).textAt("/filings/0/id");
    }

    private static Filing aComplaint() {
        long seed = seed();
        return Filing.aComplaint(Person.numbered("张三", seed), "BAD-" + seed);
    }

    private static long seed() {
        return System.nanoTime();
    }
}
