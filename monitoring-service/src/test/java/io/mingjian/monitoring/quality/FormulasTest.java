package io.mingjian.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Tables;
import io.mingjian.monitoring.disposal.DisposalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormulasTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    @Test
    void theSixFiguresOfTheContractHaveAFormula() {
        assertThat(Formulas.SHIPPED.inForceOn(LocalDate.of(2026, 4, 15)))
                .extracting(Formula::code)
                .containsExactly(
                        "ACCEPTANCE_RATE",
                        "ACCURACY",
                        "DUPLICATE_RATE",
                        "EVIDENCE_DEFECT_RATE",
                        "OVERDUE_RATE",
                        "SUBJECT_IDENTIFIED_RATE");
    }

    @Test
    void whatADisposalSaysOfTheFindingIsReadFromTheTableOfCodes() {
        assertThat(Outcomes.of(DisposalCode.CASE_FILED)).isEqualTo(Outcome.VIOLATION_CONFIRMED);
        assertThat(Outcomes.of(DisposalCode.NO_CASE_NOT_ESTABLISHED))
                .isEqualTo(Outcome.NOT_CONFIRMED);
        assertThat(Outcomes.of(DisposalCode.SUBJECT_NOT_FOUND)).isEqualTo(Outcome.NOT_DETERMINED);
        assertThat(Outcomes.sql())
                .contains(Stream.of(DisposalCode.values()).map(code -> "'" + code + "'").toList());
    }

    @Test
    void aPeriodIsCountedByTheVersionOfItsLastDay() {
        Formulas formulas =
                new Formulas(List.of(version(1, "2020-01-01"), version(2, "2027-01-01")));
        assertThat(formulas.find("RATE", NEW_YEAR.minusDays(1)).orElseThrow().version())
                .isEqualTo(1);
        assertThat(formulas.find("RATE", NEW_YEAR).orElseThrow().version()).isEqualTo(2);
        assertThat(formulas.find("RATE", LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @Test
    void anAdministratorsFormulasTakeThePlaceOfThoseThatShip(@TempDir Path folder)
            throws IOException {
        Path table = folder.resolve("quality-formulas.yaml");
        Files.writeString(table, text(1, "2026-01-01", "{fact: STEP, in: [QUALIFY]}"));
        assertThat(Formulas.of(Tables.in(folder)).all())
                .extracting(Formula::code)
                .containsExactly("RATE");
        Files.writeString(table, "- {code: RATE, version: 1}");
        assertThatThrownBy(() -> Formulas.of(Tables.in(folder)))
                .hasMessageContainingAll("quality-formulas.yaml", "RATE lacks a field");
    }

    @Test
    void versionsFollowEachOther() {
        assertThatThrownBy(() -> new Formulas(List.of(version(2, "2020-01-01"))))
                .hasMessageContaining("no version 1");
        assertThatThrownBy(
                        () ->
                                new Formulas(
                                        List.of(
                                                version(1, "2027-01-01"),
                                                version(2, "2027-01-01"))))
                .hasMessageContaining("does not begin after");
    }

    @Test
    void whatIsNotKnownStopsTheStart() {
        assertThatThrownBy(() -> version(1, "2020-01-01", "{fact: STEP, in: [QUALIFYY]}"))
                .hasStackTraceContaining("does not know");
        assertThatThrownBy(() -> version(1, "2020-01-01", "{fact: MOOD, in: [GOOD]}"))
                .hasStackTraceContaining("MOOD");
        assertThatThrownBy(() -> version(1, "2020-01-01", "{fact: STEP, in: []}"))
                .hasStackTraceContaining("does not know");
        assertThatThrownBy(
                        () ->
                                version(
                                        1,
                                        "2020-01-01",
                                        "{fact: STEP, in: [QUALIFY], notIn: [CLOSE]}"))
                .hasStackTraceContaining("either in or notIn");
        assertThatThrownBy(
                        () -> version(1, "2020-01-01", "{fact: STEP, in: [QUALIFY], or: [CLOSE]}"))
                .hasStackTraceContaining("or");
    }

    private static Formula version(int number, String from) {
        return version(number, from, "{fact: STEP, in: [QUALIFY]}");
    }

    private static Formula version(int number, String from, String condition) {
        return RuleFile.parse(text(number, from, condition), Formula.class).get(0);
    }

    private static String text(int number, String from, String condition) {
        return """
                        - code: RATE
                          zh: 率
                          en: Rate
                          version: %d
                          validFrom: %s
                          numerator: {zh: 甲, en: A, where: [%s]}
                          denominator: {zh: 乙, en: B, where: []}
                          basis: test
                          status: ASSUMPTION
                        """
                .formatted(number, from, condition);
    }
}
