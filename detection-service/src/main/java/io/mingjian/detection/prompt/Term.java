package io.mingjian.detection.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A term of the rule, taken apart.
 *
 * @param text as it stands in the rule
 * @param parts what has to follow without gaps; between parts a few words may stand
 * @param bySound wrong characters of the same sound are taken for it
 * @param byPinyin Latin letters are taken for its characters
 * @param maySplit signs may stand between its characters
 */
record Term(
        String text, List<List<Unit>> parts, boolean bySound, boolean byPinyin, boolean maySplit) {
    private static final String GAP = "…";
    private static final String AS_WRITTEN = "!";
    private static final String ANY_ENDING = "~";
    private static final List<String> ENDINGS =
            List.of("", "s", "es", "d", "e", "ed", "ing", "y", "n", "al", "ion");

    /** What one or more tokens have to be. */
    sealed interface Unit {}

    /** A character, with its first reading; empty where that is not known. */
    record Glyph(String text, String syllable) implements Unit {}

    /** A word in one of its forms. */
    record Word(Set<String> forms) implements Unit {
        public Word {
            forms = Set.copyOf(forms);
        }
    }

    Term {
        parts = parts.stream().map(List::copyOf).toList();
    }

    /**
     * Reads a term as the rule writes it.
     *
     * @param bySound whether wrong characters may be taken for it, if it is long enough
     */
    static Term parse(String written, boolean bySound) {
        boolean asWritten = written.endsWith(AS_WRITTEN);
        String text = asWritten ? written.substring(0, written.length() - 1) : written;
        List<List<Unit>> parts =
                Arrays.stream(text.split(GAP)).map(Term::units).filter(p -> !p.isEmpty()).toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no term: \"" + written + '"');
        }
        long characters =
                parts.stream().flatMap(List::stream).filter(Glyph.class::isInstance).count();
        boolean sounds = !asWritten && characters >= 2;
        return new Term(text, parts, sounds && bySound, sounds, true);
    }

    /** The same, but found as written alone. */
    static Term plain(String written) {
        Term term = parse(written, false);
        return new Term(term.text, term.parts, false, false, false);
    }

    Unit first() {
        return parts.get(0).get(0);
    }

    private static List<Unit> units(String part) {
        List<Unit> units = new ArrayList<>();
        for (String piece : part.strip().split("\\s+")) {
            boolean anyEnding = piece.endsWith(ANY_ENDING);
            for (Token token : PromptText.tokens(piece)) {
                units.add(unit(token, anyEnding));
            }
        }
        return units;
    }

    private static Unit unit(Token token, boolean anyEnding) {
        if (token.chinese()) {
            return new Glyph(
                    token.text(), token.syllables().isEmpty() ? "" : token.syllables().get(0));
        }
        Set<String> forms = new LinkedHashSet<>();
        for (String ending : anyEnding ? ENDINGS : List.of("")) {
            forms.add(token.text() + ending);
        }
        return new Word(forms);
    }
}
