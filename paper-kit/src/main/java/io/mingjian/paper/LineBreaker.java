package io.mingjian.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks Chinese text into lines: between any two characters, but no closing mark begins a line, no
 * opening mark ends one, and a number or a Latin word stays whole where it can.
 */
final class LineBreaker {
    private static final String NEVER_FIRST = "，。；：、！？）〕】》〉」』”’％…,.;:!?)]}%";
    private static final String NEVER_LAST = "（〔【《〈「『“‘([{";

    /** How wide a text is. */
    interface Measure {
        double of(String text);
    }

    private final Measure measure;
    private final double width;

    LineBreaker(Measure measure, double width) {
        this.measure = measure;
        this.width = width;
    }

    List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            for (String part : fits(piece) ? List.of(piece) : characters(piece)) {
                if (!line.isEmpty() && !fits(line + part)) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(part);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private boolean fits(String text) {
        return measure.of(text.stripTrailing()) <= width;
    }

    /** What must not be broken. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        String before = "";
        for (String each : characters(text)) {
            if (!before.isEmpty() && mayBreak(before, each)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(each);
            before = each;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(String before, String after) {
        return !NEVER_FIRST.contains(after)
                && !NEVER_LAST.contains(before)
                && !(isOfWord(before) && isOfWord(after));
    }

    private static boolean isOfWord(String character) {
        char c = character.charAt(0);
        return c > ' ' && c < 0x7f;
    }

    private static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
