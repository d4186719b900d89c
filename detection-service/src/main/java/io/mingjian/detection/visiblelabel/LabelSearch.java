package io.mingjian.detection.visiblelabel;

import io.mingjian.detection.visiblelabel.Phrases.Kind;
import io.mingjian.detection.visiblelabel.Phrases.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds labels among the lines that were read, and tells those apart that stand among other text: a
 * button of a program, a sentence of a page and a slogan use the same words and label nothing.
 */
final class LabelSearch {
    private static final double LEAST_CONFIDENCE = 0.5;

    /** A line that is surely one, when others are counted. */
    private static final double LEGIBLE = 0.7;

    private static final int LEAST_LETTERS = 2;

    /** With so many other lines at its edges a picture is a page or a screen. */
    private static final int PAGE = 7;

    /** So many neighbours of its own size make a line part of a text. */
    private static final int NEIGHBOURS = 2;

    private static final double NEAR = 2.5;
    private static final double IN_ROW = 0.5;
    private static final double STACKED = 1.5;
    private static final double ALIKE = 1.6;

    private final Phrases phrases;
    private final List<Line> lines;

    private LabelSearch(Phrases phrases, List<Line> lines) {
        this.phrases = phrases;
        this.lines = lines;
    }

    /** What was sighted, in the order of the lines. */
    static List<Sighting> in(Phrases phrases, List<Line> lines) {
        return new LabelSearch(
                        phrases,
                        lines.stream()
                                .filter(line -> line.confidence() >= LEAST_CONFIDENCE)
                                .toList())
                .sightings();
    }

    private List<Sighting> sightings() {
        List<Sighting> sightings = new ArrayList<>();
        for (Line line : lines) {
            phrases.match(line.text()).ifPresent(match -> sightings.add(sighting(match, line)));
        }
        if (sightings.stream().noneMatch(s -> s.match().kind() == Kind.LABEL)) {
            stacked().forEach(sightings::add);
        }
        return sightings;
    }

    /** A label may be set in two lines, one above the other. */
    private List<Sighting> stacked() {
        List<Sighting> sightings = new ArrayList<>();
        for (Line upper : lines) {
            for (Line lower : lines) {
                if (isBelow(upper.box(), lower.box())) {
                    Line both =
                            new Line(
                                    upper.text() + lower.text(),
                                    Math.min(upper.confidence(), lower.confidence()),
                                    upper.box().and(lower.box()));
                    Optional<Match> match = phrases.match(both.text());
                    match.filter(m -> m.kind() != Kind.MARK)
                            .ifPresent(
                                    m ->
                                            sightings.add(
                                                    new Sighting(
                                                            m,
                                                            both,
                                                            lower.box().height(),
                                                            isBesideText(both, upper, lower))));
                }
            }
        }
        return sightings;
    }

    private static boolean isBelow(Box upper, Box lower) {
        double least = Math.min(upper.height(), lower.height());
        return upper.top() < lower.top()
                && upper.isAsHighAs(lower, ALIKE)
                && upper.gapAcross(lower) < 0
                && lower.top() - upper.bottom() <= STACKED * least;
    }

    private Sighting sighting(Match match, Line line) {
        return new Sighting(match, line, line.box().height(), isBesideText(line, line, line));
    }

    /** Names of services beside a label belong to it. */
    private boolean isBesideText(Line label, Line one, Line other) {
        List<Line> others =
                lines.stream()
                        .filter(line -> !line.equals(one) && !line.equals(other))
                        .filter(line -> line.confidence() >= LEGIBLE)
                        .filter(line -> letters(line.text()) >= LEAST_LETTERS)
                        .filter(line -> !phrases.isProvider(line.text()))
                        .filter(line -> phrases.match(line.text()).isEmpty())
                        .toList();
        long near = others.stream().filter(line -> isNear(label.box(), line.box())).count();
        return others.size() >= PAGE || near >= NEIGHBOURS;
    }

    /** In the same row at any distance, as buttons are, or next to it. */
    private static boolean isNear(Box label, Box line) {
        double reach = NEAR * label.height();
        boolean inRow = -label.gapDown(line) >= IN_ROW * label.height();
        return label.isAsHighAs(line, ALIKE)
                && (inRow || label.gapAcross(line) <= reach && label.gapDown(line) <= reach);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
