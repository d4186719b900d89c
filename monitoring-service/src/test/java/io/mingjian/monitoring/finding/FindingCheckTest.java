package io.mingjian.monitoring.finding;

import static io.mingjian.monitoring.finding.Findings.COLLECTED;
import static io.mingjian.monitoring.finding.Findings.EVIDENCE;
import static io.mingjian.monitoring.finding.Findings.aFinding;
import static io.mingjian.monitoring.finding.Findings.aFixation;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.refusal.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingCheckTest {
    private static final Instant NOW = Instant.parse("2026-04-15T01:00:00Z");

    @Test
    void aCompleteFindingHasNoProblem() {
        assertThat(problems(aFinding())).isEmpty();
    }

    @Test
    void allProblemsAreNamedAtOnceWithPointersAndChineseWords() {
        List<FieldError> problems =
                check(aFinding()
                                .numbered("含空格 1")
                                .on(" ", null)
                                .at("ftp://x.example/a")
                                .about("某店", "91310115MA1K4ABC4J")
                                .in("31010")
                                .of("SOMETHING_ELSE")
                                .goods("杯", new BigDecimal("-1"))
                                .make(), Demands.ofFields(Set.of())).errors();
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

    @Test
    void aWrongCheckDigitIsNamedAsSuch() {
        assertThat(
                        check(aFinding().about("某店", "91310115MA1K4ABC4J").make(), Demands.ofFields(Set.of())).errors())
                .singleElement()
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly("/uscc", "check-digit");
    }

    @Test
    void theInstructionsOutputFieldsMustBeFilled() {
        Set<OutputField> required =
                EnumSet.of(OutputField.GOODS_NAME, OutputField.PRICE, OutputField.USCC);
        assertThat(
                        check(aFinding().goods(" ", null).make(), Demands.ofFields(required)).errors())
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
        assertThat(
                        check(empty, Demands.ofFields(EnumSet.allOf(OutputField.class))).errors())
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

    private static FindingCheck.Result check(Finding finding, Demands demands) {
        return check(finding, demands, Known.NOTHING);
    }

    private static FindingCheck.Result check(Finding finding, Demands demands, Known known) {
        return FindingCheck.of(finding, FindingCheck.Ground.shipped(demands, known, NOW));
    }

    private static List<String> problems(Findings finding) {
        return check(finding.make(), Demands.ofFields(Set.of())).errors()
                .stream()
                .map(FieldError::pointer)
                .toList();
    }
}
