package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.finding.Wilson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusionTableTest {
    private static final List<String> FIXED =
            List.of(
                    "version,7,2026-11-29",
                    "threshold,SOME_SIGNS,2",
                    "threshold,STRONG_SIGNS,10",
                    "threshold,DECLARED_OR_REUSED,20",
                    "question,FILE,请提供原始文件。");

    @Test
    void aTableIsReadAsItIsWritten() {
        RuleRow row =
                read("signal,X,FILE,3,2,SOME_SIGNS,FILE,MEASURED,1,58,docs/x.md,基于,成因").row("X");
        assertThat(row.weight()).isEqualTo(2);
        assertThat(row.ask()).isEqualTo("请提供原始文件。");
        assertThat(row.errors().orElseThrow().range().high()).isCloseTo(0.091, within(0.001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "signal,X,FILE,0.5,2,NO_SIGN,,PROPOSED,,,,b,i | nothing vouches",
                "signal,X,FILE,3,3,NO_SIGN,,PROPOSED,,,,b,i | belongs to what counts",
                "signal,X,FILE,1,1,SOME_SIGNS,,PROPOSED,,,,b,i | belongs to what counts",
                "signal,X,PIXELS,12,12,STRONG_SIGNS,,PROPOSED,,,,b,i | pixels end at some signs",
                "signal,X,FILE,50,50,DECLARED_OR_REUSED,,PROPOSED,,,,b,i | declarations and reuse",
                "signal,X,LABEL,10,10,DECLARED_OR_REUSED,,PROPOSED,,,,b,i | declarations and reuse",
                "signal,X,LABEL,20,20,STRONG_SIGNS,,PROPOSED,,,,b,i | reaches the top band",
                "signal,X,FILE,3,3,SOME_SIGNS,,MEASURED,,,,b,i | names figures",
                "signal,X,FILE,3,3,SOME_SIGNS,,MEASURED,1,9,,b,i | names figures",
                "signal,X,FILE,3,3,SOME_SIGNS,,MEASURED,9,1,docs,b,i | 9 of 1",
                "signal,X,FILE,3,3,SOME_SIGNS,,PROPOSED,,,,,i | what it stands on",
                "signal,X,FILE,3,3,SOME_SIGNS,,PROPOSED,,,,b, | ordinary causes",
                "signal,X,FILE,3,3,SOME_SIGNS,OTHER,PROPOSED,,,,b,i | no question OTHER",
                "signal,X,ELSE,3,3,SOME_SIGNS,,PROPOSED,,,,b,i | ELSE",
                "signal,X,FILE,3,3,SOME_SIGNS,,PROPOSED,,,b,i | takes 13 cells",
                "rule,X | unknown kind",
                "version,8,2026-11-29 | different versions",
            })
    void whatCannotStandStopsLoudly(String line, String reason) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void figuresNameWhatTheyAreCountedInFromVersion9On() {
        String figures = "signal,X,FILE,3,3,SOME_SIGNS,,MEASURED,1,9,%sdocs,b,i";
        RuleRow row = read(9, figures.formatted("PAIRS,")).row("X");
        assertThat(row.errors().orElseThrow().unit()).contains(CountedIn.PAIRS);
        assertThat(read(8, figures.formatted("")).row("X").errors().orElseThrow().unit()).isEmpty();
        assertThatThrownBy(() -> read(9, figures.formatted(",")))
                .hasMessageContaining("what they are counted in");
        assertThatThrownBy(() -> read(9, figures.formatted(""))).hasMessageContaining("14 cells");
    }

    @Test
    void inOneGroupTheWeightierLeadsAtLeastAsHigh() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "signal,X,LABEL,6,6,STRONG_SIGNS,,PROPOSED,,,,b,i",
                                        "signal,Y,LABEL,9,9,SOME_SIGNS,,PROPOSED,,,,b,i"))
                .hasMessageContaining("weightier leads higher");
    }

    @Test
    void aSecondRowOfOneCodeIsRefused() {
        String row = "signal,X,FILE,3,3,SOME_SIGNS,,PROPOSED,,,,b,i";
        assertThatThrownBy(() -> read(row, row)).hasMessageContaining("second row");
    }

    @Test
    void intervalsAreWilsons() {
        assertThat(Wilson.of(0, 87).high()).isCloseTo(0.0423, within(0.0001));
        assertThat(Wilson.of(0, 1118).high()).isCloseTo(0.0034, within(0.0001));
        assertThat(Wilson.of(91, 100).low()).isCloseTo(0.838, within(0.001));
        assertThat(Wilson.of(0, 0)).isEqualTo(new Wilson(0, 1));
    }

    private static FusionRules read(String... lines) {
        return read(7, lines);
    }

    private static FusionRules read(int version, String... lines) {
        List<List<String>> cells = new ArrayList<>();
        FIXED.forEach(line -> cells.add(List.of(line.split(",", -1))));
        cells.set(0, List.of("version", String.valueOf(version), "2026-11-29"));
        for (String line : lines) {
            cells.add(List.of(line.split(",", -1)));
        }
        return FusionTable.of(version, cells);
    }
}
