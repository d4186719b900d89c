package io.mingjian.detection.prompt;

import java.util.List;

/** Spells characters of a term in Latin letters, from one of them on. */
final class Spelling {
    private final List<Term.Unit> units;
    private final int from;
    private int syllables;
    private String open = "";

    Spelling(List<Term.Unit> units, int from) {
        this.units = units;
        this.from = from;
    }

    /** How many characters have been begun. */
    int syllables() {
        return syllables;
    }

    /** No syllable is left half spelt. */
    boolean isWhole() {
        return open.isEmpty();
    }

    boolean goesOn() {
        return !open.isEmpty() || from + syllables < units.size();
    }

    /** Whether the spelling goes on with all of these letters. */
    boolean takes(String letters) {
        String rest = letters;
        while (!rest.isEmpty()) {
            if (open.isEmpty() && !begins()) {
                return false;
            }
            int common = Math.min(open.length(), rest.length());
            if (!open.regionMatches(0, rest, 0, common)) {
                return false;
            }
            open = open.substring(common);
            rest = rest.substring(common);
        }
        return true;
    }

    private boolean begins() {
        if (from + syllables >= units.size()
                || !(units.get(from + syllables) instanceof Term.Glyph glyph)
                || glyph.syllable().isEmpty()) {
            return false;
        }
        open = glyph.syllable();
        syllables++;
        return true;
    }
}
