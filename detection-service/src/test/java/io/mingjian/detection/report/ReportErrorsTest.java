package io.mingjian.detection.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.CountedIn;
import io.mingjian.detection.analysis.FusionRules;
import io.mingjian.detection.analysis.RuleRow;
import io.mingjian.detection.report.Report.Errors;
import io.mingjian.detection.report.Report.Line;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rates of false alarms as a lawyer may quote them. */
class ReportErrorsTest {
    @Test
    void aRateOfOneInAMillionIsNotToldAsNoneAndNamesItsPairs() {
        Errors reuse = errors(9, "REUSED_IN_OTHER_MATTER");
        assertThat(reuse.low()).isZero();
        assertThat(reuse.high()).isCloseTo(1.4933e-6, within(1e-10));
        assertThat(ReportWords.errors(line(reuse)))
                .startsWith("0 / 2,572,500 对（95% 区间：不超过 0.00015%）；按两图配对计，不是按张计")
                .contains("所存越多")
                .doesNotContain("0.0000%");
    }

    @Test
    void whatWasCountedByPicturesOrFilesSaysSoAndItsIntervalIsRoundedOutwards() {
        assertThat(ReportWords.errors(line(errors(9, "COPY_MOVE"))))
                .startsWith("1 / 110 张（95% 区间 0.16% 至 4.98%）；docs/");
        assertThat(ReportWords.errors(line(errors(9, "EXPLICIT_LABEL"))))
                .startsWith("0 / 559 张（95% 区间：不超过 0.683%）；docs/");
        assertThat(ReportWords.errors(line(errors(9, "THUMBNAIL_DIFFERS"))))
                .startsWith("0 / 87 幅缩略图");
    }

    @Test
    void rulesThatDidNotNameTheirUnitAreGivenNone() throws IOException {
        Errors then = errors(8, "REUSED_IN_OTHER_MATTER");
        assertThat(ReportWords.errors(line(then)))
                .startsWith("0 / 2,572,500（95% 区间：不超过 0.00015%）；");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.writeValueAsString(then)).doesNotContain("unit");
        assertThat(json.writeValueAsString(errors(9, "REUSED_IN_OTHER_MATTER")))
                .contains("\"unit\":\"" + CountedIn.PAIRS + "\"", "\"high\":1.49");
    }

    private static Errors errors(int version, String code) {
        RuleRow row = FusionRules.of(version).orElseThrow().find(code).orElseThrow();
        return ReportMaker.errors(row).orElseThrow();
    }

    private static Line line(Errors errors) {
        return new Line(
                1, "X", "x", 1, "弱", null, null, 1.5, true, "s", "d", null, null, null, null,
                errors, List.of(), Map.of());
    }
}
