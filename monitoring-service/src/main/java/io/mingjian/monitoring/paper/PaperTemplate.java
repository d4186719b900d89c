package io.mingjian.monitoring.paper;

import io.mingjian.paper.Letter;
import io.mingjian.paper.Places;
import io.mingjian.paper.TextVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the text of a paper. It is fixed once a paper was made with it.
 *
 * @param validFrom first day on which it is used
 * @param basis where such a paper is described
 * @param rows of the form between paragraphs and remarks
 */
record PaperTemplate(
        PaperKind kind,
        int version,
        LocalDate validFrom,
        String title,
        String basis,
        String status,
        List<Line> paragraphs,
        List<Line> rows,
        List<Line> remarks)
        implements TextVersion {

    PaperTemplate {
        paragraphs = List.copyOf(paragraphs);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /**
     * A paragraph, or a row with a name.
     *
     * @param when only if this fact is given
     */
    record Line(@Nullable String when, @Nullable String name, String text) {
        private boolean isSaid(Map<String, String> facts) {
            return when == null || facts.containsKey(when);
        }

        /** Places that this line cannot be sure to fill, and conditions that nothing can meet. */
        private Stream<String> doubts(PaperKind kind) {
            return Stream.concat(
                            Stream.ofNullable(when).filter(fact -> !kind.knows(fact)),
                            Places.of(text)
                                    .filter(place -> !kind.always(place) && !place.equals(when)))
                    .map(place -> kind + " leaves {" + place + "} open");
        }
    }

    /** Everything that is wrong with it, for its author. */
    List<String> faults() {
        Stream<String> nameless =
                rows.stream()
                        .filter(row -> row.name() == null)
                        .map(row -> kind + " row without name");
        return Stream.concat(
                        nameless,
                        Stream.of(paragraphs, rows, remarks)
                                .flatMap(List::stream)
                                .flatMap(line -> line.doubts(kind)))
                .toList();
    }

    List<String> paragraphs(Map<String, String> facts) {
        return filled(paragraphs, facts);
    }

    List<String> remarks(Map<String, String> facts) {
        return filled(remarks, facts);
    }

    List<Letter.Row> rows(Map<String, String> facts) {
        return rows.stream()
                .filter(row -> row.isSaid(facts))
                .map(
                        row ->
                                new Letter.Row(
                                        String.valueOf(row.name()), Places.fill(row.text(), facts)))
                .toList();
    }

    private static List<String> filled(List<Line> lines, Map<String, String> facts) {
        return lines.stream()
                .filter(line -> line.isSaid(facts))
                .map(line -> Places.fill(line.text(), facts))
                .toList();
    }
}
