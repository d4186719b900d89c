package io.mingjian.monitoring.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjian.kit.refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);

    @Test
    void twoMeasuresOfOneKindOnDifferentDaysOrAboutDifferentLeadsAreTwo() {
        assertThat(
                        problems(
                                corrected(TODAY.minusDays(3)),
                                corrected(TODAY),
                                repeats("XS2026-monitor-jingwei-00001"),
                                repeats("XS2026-monitor-jingwei-00002")))
                .isEmpty();
    }

    @Test
    void theSameMeasureWithOtherReasonsIsTheSame() {
        assertThat(problems(corrected(TODAY), corrected(TODAY)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/1/code", "twice"));
    }

    private static Measure corrected(LocalDate day) {
        return measure(DisposalCode.ORDERED_CORRECTION, null, day);
    }

    private static Measure repeats(String leadNo) {
        return measure(DisposalCode.DUPLICATE, leadNo, TODAY);
    }

    private static Measure measure(DisposalCode code, @Nullable String leadNo, LocalDate day) {
        return new Measure(
                code, "现场核查属实", "沪市监黄处〔2026〕1 号", "沪市监黄函〔2026〕1 号", null, leadNo, day, null);
    }

    private static List<FieldError> problems(Measure... measures) {
        return MeasureCheck.problemsOf(
                List.of(measures),
                IntStream.range(0, measures.length).mapToObj(at -> "/" + at).toList(),
                TODAY);
    }
}
