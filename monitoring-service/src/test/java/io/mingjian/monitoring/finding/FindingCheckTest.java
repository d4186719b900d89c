package io.mingjian.monitoring.finding;

import static io.mingjian.monitoring.finding.Findings.COLLECTED;
import static io.mingjian.monitoring.finding.Findings.EVIDENCE;
import static io.mingjian.monitoring.finding.Findings.complete;
import static io.mingjian.monitoring.finding.Findings.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingjian.kit.refusal.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingCheckTest {
    private static final Instant NOW = Instant.parse("2026-04-15T01:00:00Z");
    private static final UUID RECORDING = UUID.fromString("01935a6e-0000-7000-8000-000000000002");

    /** Of whose records nothing is missing. */
    private static Findings aFinding() {
        return Findings.aFinding().with(List.of(aFixation(EVIDENCE)));
    }

    private static Fixation aFixation(UUID evidenceId) {
        return complete(Findings.aFixation(evidenceId), RECORDING);
    }

    @Test
    void aCompleteFindingHasNoProblem() {
        assertThat(problems(aFinding())).isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnceWithPointersAndChineseWords() {
        List<FieldError> problems =
                check(
                                aFinding()
                                        .numbered("含空格 1")
                                        .on(" ", null)
                                        .at("ftp://x.example/a")
                                        .about("某店", "91310115MA1K4ABC4J")
                                        .in("31010")
                                        .of("SOMETHING_ELSE")
                                        .goods("杯", new BigDecimal("-1"))
                                        .make(),
                                Demands.ofFields(Set.of()))
                        .errors();
        assertThat(problems)
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/findingNo",
                        "/platform",
                        "/platformType",
                        "/pageUrl",
                        "/uscc",
                        "/districtCode",
                        "/violationType",
                        "/price");
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.zh()).matches(".*[\\u4e00-\\u9fff].*"));
    }

    @ParameterizedTest
    @CsvSource({"1e400", "1e2147483647", "1e17", "10000000000000", "0.001"})
    void aPriceThatWouldNotComeBackAsItWasIsRefused(String price) {
        assertThat(
                        check(
                                        aFinding().goods("杯", new BigDecimal(price)).make(),
                                        Demands.ofFields(Set.of()))
                                .errors())
                .singleElement()
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly("/price", "too-precise");
        assertThat(problems(aFinding().goods("杯", new BigDecimal("9999999999999.99")))).isEmpty();
    }

    @Test
    void aWrongCheckDigitIsNamedAsSuch() {
        assertThat(
                        check(
                                        aFinding().about("某店", "91310115MA1K4ABC4J").make(),
                                        Demands.ofFields(Set.of()))
                                .errors())
                .singleElement()
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly("/uscc", "check-digit");
    }

    @Test
    void theInstructionsOutputFieldsMustBeFilled() {
        Set<OutputField> required =
                EnumSet.of(OutputField.GOODS_NAME, OutputField.PRICE, OutputField.USCC);
        assertThat(check(aFinding().goods(" ", null).make(), Demands.ofFields(required)).errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/goodsName", "/price");
    }

    @Test
    void everyOutputFieldCanBeMissed() {
        Finding empty =
                new Finding(
                        null, null, null, null, null, null, null, null, null, null, null, null,
                        List.of(), null, null, null, null, null, null, null, false, null, null,
                        null, null, null, null);
        assertThat(check(empty, Demands.ofFields(EnumSet.allOf(OutputField.class))).errors())
                .filteredOn(problem -> problem.code().equals("required-by-instruction"))
                .hasSize(OutputField.values().length);
    }

    @Test
    void collectionInTheFutureIsRefusedBeyondFiveMinutes() {
        assertThat(problems(aFinding().seen(null, COLLECTED.plusMinutes(34)))).isEmpty();
        assertThat(problems(aFinding().seen(null, COLLECTED.plusMinutes(36))))
                .containsExactly("/collectedAt");
        assertThat(problems(aFinding().seen(null, null))).containsExactly("/collectedAt");
        assertThat(problems(aFinding().seen(COLLECTED.plusSeconds(1), COLLECTED)))
                .containsExactly("/firstSeenAt");
    }

    @Test
    void aFindingWithoutEvidenceIsRefused() {
        assertThat(problems(aFinding().with(null))).containsExactly("/evidence");
        assertThat(problems(aFinding().with(List.of()))).containsExactly("/evidence");
        assertThat(problems(aFinding().with(Collections.nCopies(21, aFixation(EVIDENCE)))))
                .containsExactly("/evidence");
    }

    @Test
    void aFixationRecordWithoutMethodTimeOrMakerIsRefused() {
        Fixation bare =
                new Fixation(
                        null,
                        " ",
                        null,
                        null,
                        "no address",
                        null,
                        "xy",
                        null,
                        null,
                        Arrays.asList("截屏", null),
                        null,
                        true,
                        " ",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(problems(aFinding().with(Arrays.asList(aFixation(EVIDENCE), bare, null))))
                .containsExactlyInAnyOrder(
                        "/evidence/1/evidenceId",
                        "/evidence/1/preserver",
                        "/evidence/1/tool",
                        "/evidence/1/toolVersion",
                        "/evidence/1/operator",
                        "/evidence/1/url",
                        "/evidence/1/sha256",
                        "/evidence/1/sm3",
                        "/evidence/1/timeCalibration",
                        "/evidence/1/steps",
                        "/evidence/1/secondOperator",
                        "/evidence/2");
    }

    @Test
    void aHashThatIsNotTheReceivedFilesIsRefused() {
        Known other =
                new Known(
                        Map.of(EVIDENCE, new Known.Hashes("00".repeat(32), "11".repeat(32))),
                        Map.of(),
                        Map.of(),
                        Set.of());
        Finding finding = aFinding().with(List.of(aFixation(EVIDENCE))).make();
        assertThat(check(finding, NO_DEMANDS, other).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/evidence/0/sha256", "hash-differs"),
                        tuple("/evidence/0/sm3", "hash-differs"));
        Known same =
                new Known(
                        Map.of(
                                EVIDENCE,
                                new Known.Hashes(Findings.SHA256.toUpperCase(Locale.ROOT), null)),
                        Map.of(),
                        Map.of(),
                        Set.of());
        assertThat(check(finding, NO_DEMANDS, same).errors())
                .as("case makes no difference, and an unknown SM3 is not compared")
                .isEmpty();
    }

    /** Everything is of 2026; the issue is on 15 April at ten past eight, and the check at nine. */
    @ParameterizedTest(name = "{0} in a period from {1}: {2}")
    @CsvSource({
        // captured at,                first day,  what is said
        "04-15T08:30:00+08:00,         04-15,      -",
        "04-15T08:10:00+08:00,         04-15,      -",
        "04-15T00:10:00Z,              04-15,      -",
        "04-15T08:09:59+08:00,         04-15,      refused older-than-instruction",
        "04-15T00:09:59Z,              04-15,      refused older-than-instruction",
        "04-15T00:00:00+08:00,         04-15,      refused older-than-instruction",
        "04-14T23:59:59+08:00,         04-15,      refused older-than-instruction",
        "04-14T16:00:00Z,              04-15,      refused older-than-instruction",
        "04-10T08:30:00+08:00,         04-15,      refused older-than-instruction",
        "04-15T08:09:59+08:00,         04-14,      flagged BEFORE_ISSUE",
        "04-14T00:00:00+08:00,         04-14,      flagged BEFORE_ISSUE",
        "04-13T16:00:00Z,              04-14,      flagged BEFORE_ISSUE",
        "04-13T15:59:59Z,              04-14,      refused before-period",
        "04-13T23:59:59+08:00,         04-14,      refused before-period",
        "04-15T08:30:00+08:00,         04-16,      refused before-period",
        "04-15T08:09:59+08:00,         04-16,      refused older-than-instruction"
    })
    void evidenceIsAsOldAsTheInstructionAllows(String captured, String firstDay, String expected) {
        OffsetDateTime at = OffsetDateTime.parse("2026-" + captured);
        Demands demands =
                from(
                        Instant.parse("2026-04-15T00:10:00.731Z"),
                        LocalDate.parse("2026-" + firstDay),
                        LocalDate.of(2026, 4, 30));
        FindingCheck.Result result =
                check(
                        aFinding()
                                .seen(null, at)
                                .with(List.of(hashed(aFixation(EVIDENCE), at)))
                                .make(),
                        demands);
        List<String> pointers = List.of("/collectedAt", "/evidence/0/hashedAt");
        assertThat(result.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .isEqualTo(said(expected, "refused ", pointers));
        assertThat(result.flags())
                .filteredOn(flag -> pointers.contains(flag.pointer()))
                .extracting(Flag::pointer, Flag::rule)
                .isEqualTo(said(expected, "flagged ", pointers));
    }

    private static Fixation hashed(Fixation made, OffsetDateTime at) {
        return new FixationLike(made)
                .calibrated(
                        new Fixation.TimeCalibration("ntp.ntsc.ac.cn", -12L, at.minusMinutes(5)))
                .hashed(at)
                .preserved(null)
                .make();
    }

    private static List<Tuple> said(String expected, String how, List<String> pointers) {
        return expected.startsWith(how)
                ? pointers.stream()
                        .map(pointer -> tuple(pointer, expected.substring(how.length())))
                        .toList()
                : List.of();
    }

    @Test
    void theProblemNamesTheMomentOfIssueInTheCitysTimeOrTheFirstDay() {
        Instant issued = Instant.parse("2026-04-14T16:00:01Z");
        Finding early = aFinding().seen(null, COLLECTED.minusHours(10)).make();
        assertThat(check(early, from(issued, LocalDate.of(2026, 4, 15), null)).errors().get(0).zh())
                .contains("2026-04-15 00:00:01");
        assertThat(check(early, from(issued, LocalDate.of(2026, 4, 14), null)).flags().get(0).zh())
                .contains("2026-04-15 00:00:01");
        Finding late = aFinding().make();
        assertThat(check(late, from(issued, LocalDate.of(2026, 4, 16), null)).errors().get(0).zh())
                .contains("2026-04-16");
    }

    @Test
    void whatLiesOutsideScopeOrPeriodIsFlaggedAndTaken() {
        Demands demands =
                new Demands(
                        Set.of(),
                        Map.of(),
                        Instant.parse("2026-04-01T01:00:00Z"),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 14),
                        List.of("bendi-fuwu"),
                        List.of("FOOD_SAFETY"));
        FindingCheck.Result result = check(aFinding().make(), demands);
        assertThat(result.errors()).isEmpty();
        assertThat(result.flags())
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(
                        tuple("OUTSIDE_SCOPE", "/platform"),
                        tuple("OUTSIDE_SCOPE", "/violationType"),
                        tuple("OUTSIDE_PERIOD", "/collectedAt"));
    }

    @Test
    void aPlatformThatNobodyKnowsIsRefusedUnlessItStandsByItself() {
        Demands demands =
                new Demands(Set.of(), Map.of(), null, null, null, List.of("yougou"), List.of());
        assertThat(check(aFinding().on("yuogou", PlatformType.SHOP).make(), demands).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/platform", "unknown-platform"));
        assertThat(check(aFinding().on("某网站", PlatformType.WEBSITE).make(), demands).errors())
                .isEmpty();
        assertThat(check(aFinding().on(" YouGou ", PlatformType.SHOP).make(), demands).flags())
                .isEmpty();
    }

    @Test
    void doubtsAboutTheSubjectAreFlagged() {
        assertThat(flags(aFinding().about(null, "91310000132260250X")))
                .containsExactly("USCC_WITHOUT_NAME /subjectName");
        assertThat(flags(aFinding().about("上海测试有限公司", "92310115MA1K35PY6F")))
                .containsExactly("USCC_ORGANISATION_CODE /uscc", "USCC_CLASS_AND_NAME /uscc");
        Known before =
                new Known(
                        Map.of(),
                        Map.of("91310000132260250X", SubjectName.of("别的 商行")),
                        Map.of(),
                        Set.of());
        assertThat(check(aFinding().make(), NO_DEMANDS, before).flags())
                .extracting(Flag::rule)
                .containsExactly("USCC_OTHER_NAME");
        assertThat(
                        check(
                                        aFinding().about("别的商行", "91310000132260250X").make(),
                                        NO_DEMANDS,
                                        before)
                                .flags())
                .isEmpty();
    }

    @Test
    void whoIsNotOnTheStaffListOfTheDayIsFlagged() {
        LocalDate day = LocalDate.of(2026, 4, 15);
        Known listed = new Known(Map.of(), Map.of(), Map.of(day, Set.of("JW-021")), Set.of());
        assertThat(check(aFinding().make(), NO_DEMANDS, listed).flags())
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(
                        tuple("COLLECTOR_UNKNOWN", "/collectorId"),
                        tuple("COLLECTOR_UNKNOWN", "/evidence/0/operator"));
        Fixation made = aFixation(EVIDENCE);
        Set<String> butTheSecond = Set.of("JW-017");
        Known without = new Known(Map.of(), Map.of(), Map.of(day, butTheSecond), Set.of());
        assertThat(
                        check(
                                        aFinding().with(List.of(made)).by("JW-017").make(),
                                        NO_DEMANDS,
                                        without)
                                .flags())
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(tuple("COLLECTOR_UNKNOWN", "/evidence/0/secondOperator"));
        Known otherDay =
                new Known(Map.of(), Map.of(), Map.of(day.minusDays(1), Set.of()), Set.of());
        assertThat(check(aFinding().make(), NO_DEMANDS, otherDay).flags())
                .as("no list, no check")
                .isEmpty();
    }

    @Test
    void aRecordingThatIsTheCaptureItselfIsFlagged() {
        UUID recording = UUID.randomUUID();
        Finding named = aFinding().with(List.of(recorded(aFixation(EVIDENCE), recording))).make();
        assertThat(check(named, NO_DEMANDS, received(recording, "00".repeat(32), null)).flags())
                .isEmpty();
        assertThat(check(named, NO_DEMANDS, Known.NOTHING).flags())
                .as("a recording that has not come is not judged")
                .isEmpty();
        for (Known known :
                List.of(
                        received(recording, Findings.SHA256, null),
                        received(
                                recording,
                                "00".repeat(32),
                                Findings.SM3.toLowerCase(Locale.ROOT)))) {
            assertThat(check(named, NO_DEMANDS, known).flags())
                    .extracting(Flag::rule, Flag::pointer)
                    .containsExactly(
                            tuple("RECORDING_IS_THE_CAPTURE", "/evidence/0/recordingEvidenceId"));
        }
        assertThat(flags(aFinding().with(List.of(recorded(aFixation(EVIDENCE), EVIDENCE)))))
                .containsExactly("RECORDING_IS_THE_CAPTURE /evidence/0/recordingEvidenceId");
    }

    private static Known received(UUID file, String sha256, @Nullable String sm3) {
        return new Known(Map.of(file, new Known.Hashes(sha256, sm3)), Map.of(), Map.of(), Set.of());
    }

    @Test
    void theSameFileTwiceIsRefused() {
        assertThat(problems(aFinding().with(Collections.nCopies(2, aFixation(EVIDENCE)))))
                .containsExactly("/evidence/1/evidenceId");
    }

    @Test
    void everyPartThatIsMissingInTheRecordOfAFixationIsFlagged() {
        FindingCheck.Result result =
                check(aFinding().with(List.of(bare(null, null))).make(), NO_DEMANDS);
        assertThat(result.errors()).isEmpty();
        assertThat(result.flags())
                .allSatisfy(flag -> assertThat(flag.zh()).matches(".*[\\u4e00-\\u9fff].*"))
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(
                        tuple("HASHED_AT_MISSING", "/evidence/0/hashedAt"),
                        tuple("TWO_PERSON_MISSING", "/evidence/0/twoPerson"),
                        tuple("ENVIRONMENT_CHECK_MISSING", "/evidence/0/environmentCheck"),
                        tuple("CLEANLINESS_CHECK_MISSING", "/evidence/0/cleanlinessCheck"),
                        tuple("SCREENSHOT_NAME_MISSING", "/evidence/0/screenshotName"),
                        tuple("TARGET_IP_MISSING", "/evidence/0/targetIp"),
                        tuple("SERVER_IP_MISSING", "/evidence/0/serverIp"),
                        tuple("SERVER_PRESERVED_AT_MISSING", "/evidence/0/serverPreservedAt"),
                        tuple("TIME_SERVICE_AT_MISSING", "/evidence/0/timeServiceAt"),
                        tuple("RECORDING_MISSING", "/evidence/0/recordingEvidenceId"));
    }

    @Test
    void onlyWhatMayBeLeftOutOfARecordKeepsNoFindingOutOfALot() {
        assertThat(
                        Arrays.stream(FindingRule.values())
                                .map(rule -> FindingRules.SHIPPED.flag(rule, ""))
                                .filter(flag -> !FindingRules.SHIPPED.keepsOutOfLots(flag)))
                .extracting(Flag::rule)
                .containsExactly(
                        "TWO_PERSON_MISSING",
                        "ENVIRONMENT_CHECK_MISSING",
                        "CLEANLINESS_CHECK_MISSING",
                        "SCREENSHOT_NAME_MISSING",
                        "TARGET_IP_MISSING",
                        "SERVER_IP_MISSING",
                        "SERVER_PRESERVED_AT_MISSING",
                        "TIME_SERVICE_AT_MISSING",
                        "RECORDING_MISSING");
        assertThat(FindingRules.SHIPPED.keepsOutOfLots(new Flag("OF_ANOTHER_RELEASE", "", "")))
                .isTrue();
    }

    @Test
    void nothingOfAWholeRecordIsFlaggedAsMissing() {
        assertThat(flags(aFinding())).isEmpty();
        assertThat(flags(aFinding().with(List.of(bare(false, null)))))
                .as("that one person did it is told")
                .doesNotContain("TWO_PERSON_MISSING /evidence/0/twoPerson");
    }

    @Test
    void whatTheInstructionDemandsOfARecordIsRefusedWithoutIt() {
        Demands demands =
                Demands.ofFields(EnumSet.of(OutputField.TARGET_IP, OutputField.ENVIRONMENT_CHECK));
        assertThat(check(aFinding().with(List.of(bare(false, null))).make(), demands).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/evidence/0/targetIp", "required-by-instruction"),
                        tuple("/evidence/0/environmentCheck", "required-by-instruction"));
    }

    @Test
    void aRecordingAmongTheEvidenceIsOneOfAllItsFiles() {
        UUID film = UUID.randomUUID();
        Fixation recording =
                new FixationLike(bare(true, EvidenceKind.SCREEN_RECORDING)).of(film).make();
        Fixation capture = new FixationLike(aFixation(EVIDENCE)).recorded(null).make();
        assertThat(flags(aFinding().with(List.of(capture, recording))))
                .contains("TARGET_IP_MISSING /evidence/1/targetIp")
                .doesNotContain(
                        "RECORDING_MISSING /evidence/0/recordingEvidenceId",
                        "RECORDING_MISSING /evidence/1/recordingEvidenceId",
                        "SCREENSHOT_NAME_MISSING /evidence/1/screenshotName");
    }

    /** Else what an agency sends again would be another content than what it sent before. */
    @Test
    void whoDoesNotTellOfASecondPersonHasTheContentThatHeAlwaysHad() throws Exception {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        String untold = json.writeValueAsString(bare(null, null));
        assertThat(untold).isEqualTo(json.writeValueAsString(bare(false, null)));
        assertThat(json.readValue("{}", Fixation.class).twoPerson()).isNull();
    }

    /** With method, time and maker, and without all else. */
    private static Fixation bare(@Nullable Boolean twoPerson, @Nullable EvidenceKind kind) {
        Fixation whole = aFixation(EVIDENCE);
        return new Fixation(
                whole.evidenceId(),
                whole.preserver(),
                whole.tool(),
                whole.toolVersion(),
                whole.url(),
                whole.timeCalibration(),
                whole.sha256(),
                whole.sm3(),
                null,
                whole.steps(),
                whole.operator(),
                twoPerson,
                Boolean.TRUE.equals(twoPerson) ? whole.secondOperator() : null,
                kind,
                null,
                " ",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void clocksThatDoNotFitAreFlagged() {
        Fixation good = aFixation(EVIDENCE);
        Fixation odd =
                new Fixation(
                        good.evidenceId(),
                        good.preserver(),
                        good.tool(),
                        good.toolVersion(),
                        good.url(),
                        new Fixation.TimeCalibration("ntp", -7_000L, COLLECTED.plusMinutes(1)),
                        good.sha256(),
                        good.sm3(),
                        COLLECTED,
                        good.steps(),
                        "JW-017",
                        true,
                        "JW-017",
                        EvidenceKind.SCREENSHOT,
                        good.environmentCheck(),
                        good.cleanlinessCheck(),
                        good.screenshotName(),
                        "10.1.2.3",
                        "47.100.0.1",
                        COLLECTED.minusMinutes(1),
                        COLLECTED.minusMinutes(3),
                        good.recordingEvidenceId());
        assertThat(flags(aFinding().with(List.of(odd))))
                .containsExactly(
                        "SAME_OPERATOR /evidence/0/secondOperator",
                        "IP_PRIVATE /evidence/0/targetIp",
                        "CLOCK_ORDER /evidence/0/serverPreservedAt",
                        "TIME_SOURCES_APART /evidence/0/timeServiceAt",
                        "CLOCK_ORDER /evidence/0/timeCalibration/calibratedAt",
                        "CLOCK_OFFSET /evidence/0/timeCalibration/offsetMillis");
    }

    /**
     * What is said of its capture may be young: a file that was kept before is old all the same.
     */
    @Test
    void evidenceThatAServerKeptBeforeTheIssueIsRefusedWhateverItsOtherTimes() {
        OffsetDateTime longAgo = COLLECTED.minusYears(2);
        Demands demands = from(COLLECTED.minusMinutes(30).toInstant(), null, null);
        Finding old = aFinding().with(List.of(timed(aFixation(EVIDENCE), null, longAgo))).make();
        FindingCheck.Result result = check(old, demands);
        assertThat(result.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/evidence/0/serverPreservedAt", "older-than-instruction"));
        assertThat(result.flags())
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(
                        tuple("HASHED_AT_MISSING", "/evidence/0/hashedAt"),
                        tuple("CLOCK_ORDER", "/evidence/0/serverPreservedAt"));
    }

    @Test
    void whatWasHashedBeforeItWasCollectedIsFlagged() {
        Fixation before = timed(aFixation(EVIDENCE), COLLECTED.minusSeconds(1), COLLECTED);
        assertThat(flags(aFinding().with(List.of(before))))
                .containsExactly("CLOCK_ORDER /evidence/0/hashedAt");
        Fixation atOnce = timed(aFixation(EVIDENCE), COLLECTED, COLLECTED);
        assertThat(flags(aFinding().with(List.of(atOnce)))).isEmpty();
    }

    @Test
    void whatIsCollectedWithoutAContractInForceIsFlagged() {
        LocalDate day = LocalDate.of(2026, 4, 15);
        Known over = new Known(Map.of(), Map.of(), Map.of(), Set.of(day));
        assertThat(check(aFinding().make(), NO_DEMANDS, over).flags())
                .extracting(Flag::rule, Flag::pointer)
                .containsExactly(tuple("CONTRACT_OVER", "/collectedAt"));
        Known dayBefore = new Known(Map.of(), Map.of(), Map.of(), Set.of(day.minusDays(1)));
        assertThat(check(aFinding().make(), NO_DEMANDS, dayBefore).flags()).isEmpty();
    }

    private static Fixation timed(
            Fixation made,
            @Nullable OffsetDateTime hashedAt,
            @Nullable OffsetDateTime preservedAt) {
        return new FixationLike(made).hashed(hashedAt).preserved(preservedAt).make();
    }

    @Test
    void theLeastNumberOfFilesOfAKindIsDemanded() {
        Demands demands =
                new Demands(
                        Set.of(),
                        Map.of(
                                EvidenceKind.LANDING_PAGE_SCREENSHOT, 1,
                                EvidenceKind.SCREEN_RECORDING, 1),
                        null,
                        null,
                        null,
                        List.of(),
                        List.of());
        assertThat(check(aFinding().make(), demands).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.zh()).contains("至少 1 份“取证过程录屏”"));
    }

    @Test
    void everyCheckHasARowWithWordsAndABasis() {
        assertThat(FindingRules.SHIPPED.rows())
                .hasSize(FindingRule.values().length)
                .allSatisfy(
                        row -> {
                            assertThat(row.zh()).matches(".*[\\u4e00-\\u9fff].*");
                            assertThat(row.basis()).isNotBlank();
                            assertThat(row.status()).isIn("LAW", "ORDER", "ASSUMPTION");
                        });
        assertThat(DefectTypes.SHIPPED.rows().values())
                .anyMatch(DefectTypes.Row::evidence)
                .anyMatch(row -> !row.evidence());
    }

    private static final Demands NO_DEMANDS = Demands.ofFields(Set.of());

    private static Demands from(Instant issued, LocalDate from, @Nullable LocalDate to) {
        return new Demands(Set.of(), Map.of(), issued, from, to, List.of(), List.of());
    }

    private static List<String> flags(Findings finding) {
        return check(finding.make(), NO_DEMANDS).flags().stream()
                .map(flag -> flag.rule() + " " + flag.pointer())
                .toList();
    }

    private static FindingCheck.Result check(Finding finding, Demands demands) {
        return check(finding, demands, Known.NOTHING);
    }

    private static FindingCheck.Result check(Finding finding, Demands demands, Known known) {
        return FindingCheck.of(finding, FindingCheck.Ground.shipped(demands, known, NOW));
    }

    private static List<String> problems(Findings finding) {
        return check(finding.make(), Demands.ofFields(Set.of())).errors().stream()
                .map(FieldError::pointer)
                .toList();
    }
}
