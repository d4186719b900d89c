package io.mingjian.monitoring.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All measures of the disposals that stand are counted, and add up whichever way they are cut. */
class MeasureFiguresTest {
    private static final Instant NOW = Instant.parse("2026-04-15T01:00:00Z");
    private final Tally tally = new Tally();

    @Test
    void principalAndFurtherMeasuresAreCountedApart() {
        Figures figures = ofFourLeads();
        assertThat(figures.measuresByCode())
                .extracting(
                        MeasureCount::code,
                        MeasureCount::principal,
                        MeasureCount::further,
                        MeasureCount::total)
                .containsExactly(
                        tuple("ADMINISTRATIVE_INTERVIEW", 1L, 2L, 3L),
                        tuple("CASE_FILED", 2L, 0L, 2L),
                        tuple("ORDERED_CORRECTION", 0L, 2L, 2L));
    }

    @Test
    void aMeasureIsCountedForTheBureauThatDecidedAndTheAgencyWhoseLeadItIs() {
        Figures figures = ofFourLeads();
        assertThat(figures.measuresByBureau())
                .extracting(
                        MeasureCount::bureau,
                        MeasureCount::code,
                        MeasureCount::principal,
                        MeasureCount::further)
                .containsExactly(
                        tuple("samr-huangpu", "ADMINISTRATIVE_INTERVIEW", 1L, 1L),
                        tuple("samr-huangpu", "CASE_FILED", 1L, 0L),
                        tuple("samr-huangpu", "ORDERED_CORRECTION", 0L, 1L),
                        tuple("samr-shanghai", "ADMINISTRATIVE_INTERVIEW", 0L, 1L),
                        tuple("samr-shanghai", "CASE_FILED", 1L, 0L),
                        tuple("samr-shanghai", "ORDERED_CORRECTION", 0L, 1L));
        assertThat(figures.measuresByAgency())
                .extracting(MeasureCount::agency, MeasureCount::code, MeasureCount::total)
                .containsExactly(
                        tuple("monitor-jingwei", "ADMINISTRATIVE_INTERVIEW", 2L),
                        tuple("monitor-jingwei", "CASE_FILED", 1L),
                        tuple("monitor-jingwei", "ORDERED_CORRECTION", 1L),
                        tuple("monitor-other", "ADMINISTRATIVE_INTERVIEW", 1L),
                        tuple("monitor-other", "CASE_FILED", 1L),
                        tuple("monitor-other", "ORDERED_CORRECTION", 1L));
    }

    @Test
    void everyCutHasTheSameSumsAndOnePrincipalMeasureForEachDisposedLead() {
        Figures figures = ofFourLeads();
        for (List<MeasureCount> cut :
                List.of(
                        figures.measuresByCode(),
                        figures.measuresByBureau(),
                        figures.measuresByAgency())) {
            assertThat(sum(cut, MeasureCount::principal)).as("disposed leads").isEqualTo(3);
            assertThat(sum(cut, MeasureCount::further)).isEqualTo(4);
            assertThat(sum(cut, MeasureCount::total)).isEqualTo(7);
        }
        assertThat(figures.byMeasure())
                .isEqualTo(Map.of("CASE_FILED", 2L, "ADMINISTRATIVE_INTERVIEW", 1L));
    }

    @Test
    void figuresThatWereKeptEarlierAreReadWithTheirPrincipalMeasures() throws Exception {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        ObjectNode kept = (ObjectNode) json.valueToTree(ofFourLeads());
        kept.remove("measures");
        kept.withArray("first").forEach(lead -> ((ObjectNode) lead).remove("measures"));
        Figures read = json.treeToValue(kept, Figures.class);
        assertThat(read.measuresByCode())
                .extracting(MeasureCount::code, MeasureCount::principal, MeasureCount::further)
                .containsExactly(
                        tuple("CASE_FILED", 2L, 0L), tuple("ADMINISTRATIVE_INTERVIEW", 1L, 0L));
        assertThat(read.first()).allSatisfy(lead -> assertThat(lead.measures()).isEmpty());
    }

    @Test
    void aPlatformIsOneHoweverAgenciesWriteIt() {
        disposedOn("YouGou ", "monitor-jingwei", null);
        disposedOn("yougou", "monitor-other", null);
        assertThat(tally.figures(NOW, Map.of()).byPlatform())
                .containsExactly(Map.entry("YouGou", 2L));
    }

    private Figures ofFourLeads() {
        disposed(
                "monitor-jingwei",
                "samr-huangpu",
                "CASE_FILED",
                "ADMINISTRATIVE_INTERVIEW",
                "ORDERED_CORRECTION");
        disposed("monitor-jingwei", "samr-huangpu", "ADMINISTRATIVE_INTERVIEW");
        disposed(
                "monitor-other",
                "samr-shanghai",
                "CASE_FILED",
                "ORDERED_CORRECTION",
                "ADMINISTRATIVE_INTERVIEW");
        disposed("monitor-other", null);
        return tally.figures(NOW, Map.of());
    }

    private static long sum(List<MeasureCount> counts, ToLongFunction<MeasureCount> number) {
        return counts.stream().mapToLong(number).sum();
    }

    private void disposed(String agency, @Nullable String bureau, String... measures) {
        disposedOn("yougou", agency, bureau, measures);
    }

    private void disposedOn(
            String platform, String agency, @Nullable String bureau, String... measures) {
        tally.add(
                new LeadLine(
                        "XS-1",
                        "F-1",
                        agency,
                        bureau == null ? "UNQUALIFIED" : "CLOSED",
                        platform,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        1,
                        false,
                        false,
                        0,
                        null,
                        bureau == null ? null : "310101",
                        measures.length == 0 ? null : measures[0],
                        List.of(measures),
                        bureau,
                        null,
                        NOW,
                        null,
                        null,
                        null,
                        null));
    }
}
