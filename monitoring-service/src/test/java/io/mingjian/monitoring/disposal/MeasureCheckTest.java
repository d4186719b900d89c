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
    private static final LocalDate SUBMITTED = TODAY.minusDays(5);

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

    @Test
    void oneDisposalDoesNotSayBothThatThereWasAViolationAndThatThereWasNone() {
        assertThat(
                        problems(
                                of(DisposalCode.NO_CASE_NOT_ESTABLISHED),
                                of(DisposalCode.ADMINISTRATIVE_INTERVIEW),
                                of(DisposalCode.CASE_FILED)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/2/code", "contradicts"));
        assertThat(problems(of(DisposalCode.CASE_FILED), corrected(TODAY))).isEmpty();
    }

    /** The conditions of Order 2 Art 19 do not ask for a known subject. */
    @Test
    void aCaseMayBeFiledThoughTheSubjectIsNotFoundYet() {
        assertThat(problems(of(DisposalCode.CASE_FILED), of(DisposalCode.SUBJECT_NOT_FOUND)))
                .isEmpty();
    }

    /** Else an agency's right lead would count for nobody. */
    @Test
    void theMeasureThatSaysWhetherThereWasAViolationIsThePrincipalOne() {
        assertThat(problems(of(DisposalCode.ADMINISTRATIVE_INTERVIEW), of(DisposalCode.CASE_FILED)))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/0/code", "not-the-principal"));
        assertThat(
                        problems(
                                of(DisposalCode.NO_CASE_NOT_ESTABLISHED),
                                of(DisposalCode.ADMINISTRATIVE_INTERVIEW)))
                .isEmpty();
        assertThat(
                        problems(
                                of(DisposalCode.ADMINISTRATIVE_INTERVIEW),
                                of(DisposalCode.SUBJECT_NOT_FOUND)))
                .isEmpty();
    }

    /** A bureau may have filed the case before; nobody filed it before it could be punished. */
    @Test
    void aDecisionIsNotOlderThanTheLeadUnlessTheBureauMayHaveHadTheMatterBefore() {
        assertThat(problems(on(DisposalCode.ADMINISTRATIVE_INTERVIEW, SUBMITTED))).isEmpty();
        assertThat(problems(on(DisposalCode.ADMINISTRATIVE_INTERVIEW, SUBMITTED.minusDays(1))))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/0/decidedOn", "before-the-lead"));
        for (DisposalCode earlier :
                List.of(
                        DisposalCode.CASE_FILED,
                        DisposalCode.NO_CASE_MINOR_CORRECTED,
                        DisposalCode.NO_CASE_FIRST_OFFENCE,
                        DisposalCode.NO_CASE_NOT_ESTABLISHED,
                        DisposalCode.TRANSFERRED_JURISDICTION,
                        DisposalCode.TRANSFERRED_OTHER_AGENCY,
                        DisposalCode.TRANSFERRED_POLICE)) {
            assertThat(problems(on(earlier, SUBMITTED.minusYears(5))))
                    .extracting(FieldError::code)
                    .as(earlier.name())
                    .doesNotContain("before-the-lead");
        }
        assertThat(problems(on(DisposalCode.CASE_FILED, LocalDate.of(1999, 1, 1))))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/0/decidedOn", "before-the-lead"));
        assertThat(problems(on(DisposalCode.CASE_FILED, TODAY.plusDays(1))))
                .extracting(FieldError::code)
                .containsExactly("in-the-future");
    }

    private static Measure on(DisposalCode code, LocalDate day) {
        return measure(code, null, day);
    }

    private static Measure of(DisposalCode code) {
        return measure(code, null, TODAY);
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
                SUBMITTED,
                TODAY);
    }
}
