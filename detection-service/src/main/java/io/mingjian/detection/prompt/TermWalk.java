package io.mingjian.detection.prompt;

import io.mingjian.detection.prompt.Token.Gap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Compares one term with the tokens from one place on. Never goes back more than a part of the
 * term, so the work is bounded by the term's length.
 */
final class TermWalk {
    /** Tokens that may stand between two parts of a term. */
    private static final int REACH = 8;

    /** Latin letters alone are taken for Chinese from this many on. */
    private static final int FEWEST_LETTERS = 5;

    private final Term term;
    private final List<Token> tokens;
    private EnumSet<Evasion> evasions = EnumSet.noneOf(Evasion.class);
    private int exact;
    private int wrong;
    private int latin;
    private int next;

    TermWalk(Term term, List<Token> tokens) {
        this.term = term;
        this.tokens = tokens;
    }

    /** Looks at the first two tokens and makes nothing: most candidates end here. */
    static boolean mayBegin(Term term, List<Token> tokens, int at) {
        List<Term.Unit> units = term.parts().get(0);
        Token token = tokens.get(at);
        if (units.size() == 1 || !token.chinese()) {
            return fits(term, units.get(0), token);
        }
        return at + 1 < tokens.size()
                && fits(term, units.get(0), token)
                && fits(term, units.get(1), tokens.get(at + 1));
    }

    private static boolean fits(Term term, Term.Unit unit, Token token) {
        if (!(unit instanceof Term.Glyph glyph)) {
            return true;
        }
        return token.chinese()
                ? isSame(glyph, token) || sounds(term, glyph, token)
                : term.byPinyin()
                        && (glyph.syllable().startsWith(token.text())
                                || token.text().startsWith(glyph.syllable()));
    }

    private static boolean isSame(Term.Glyph glyph, Token token) {
        return token.text().equals(glyph.text());
    }

    private static boolean sounds(Term term, Term.Glyph glyph, Token token) {
        return term.bySound() && token.syllables().contains(glyph.syllable());
    }

    int last() {
        return next - 1;
    }

    Set<Evasion> evasions() {
        return evasions;
    }

    boolean from(int at) {
        if (!part(term.parts().get(0), at)) {
            return false;
        }
        for (List<Term.Unit> part : term.parts().subList(1, term.parts().size())) {
            if (!soon(part)) {
                return false;
            }
        }
        boolean longEnough = latin == 0 || exact > 0 || latin >= FEWEST_LETTERS;
        return longEnough && (wrong == 0 || isKnown());
    }

    /** Half of it is right, and it is disguised in no other way: else words meet by chance. */
    private boolean isKnown() {
        return exact >= wrong && !evasions.contains(Evasion.SPLIT);
    }

    private boolean soon(List<Term.Unit> part) {
        int begin = next;
        for (int at = begin; at < tokens.size() && at <= begin + REACH; at++) {
            if (tokens.get(at).opens()) {
                return false;
            }
            if (tries(part, at)) {
                return true;
            }
        }
        return false;
    }

    /** What a try that came to nothing has seen does not count. */
    private boolean tries(List<Term.Unit> part, int at) {
        int exactBefore = exact;
        int wrongBefore = wrong;
        int latinBefore = latin;
        EnumSet<Evasion> evasionsBefore = evasions.clone();
        boolean there = part(part, at);
        if (!there) {
            exact = exactBefore;
            wrong = wrongBefore;
            latin = latinBefore;
            evasions = evasionsBefore;
        }
        return there;
    }

    private boolean part(List<Term.Unit> units, int at) {
        next = at;
        int unit = 0;
        while (unit < units.size()) {
            if (next >= tokens.size() || !follows(next, at)) {
                return false;
            }
            int taken = take(units, unit);
            if (taken == 0) {
                return false;
            }
            unit += taken;
        }
        return true;
    }

    private boolean follows(int place, int first) {
        return place == first || tokens.get(place).before() != Gap.FAR;
    }

    /** Takes the next tokens for one unit or more. */
    private int take(List<Term.Unit> units, int unit) {
        Token token = tokens.get(next);
        if (units.get(unit) instanceof Term.Word word) {
            return takeWord(word) ? 1 : 0;
        }
        if (!token.chinese()) {
            return term.byPinyin() ? takePinyin(units, unit) : 0;
        }
        return takeCharacter((Term.Glyph) units.get(unit), unit > 0) ? 1 : 0;
    }

    private boolean takeCharacter(Term.Glyph wanted, boolean inside) {
        Token token = tokens.get(next);
        boolean same = isSame(wanted, token);
        boolean split = inside && tokens.get(next - 1).chinese() && token.before() != Gap.NOTHING;
        if (!same && !sounds(term, wanted, token) || split && !term.maySplit()) {
            return false;
        }
        if (same) {
            exact++;
        } else {
            wrong++;
            evasions.add(Evasion.HOMOPHONE);
        }
        if (split) {
            evasions.add(Evasion.SPLIT);
        }
        next++;
        return true;
    }

    private boolean takeWord(Term.Word wanted) {
        StringBuilder word = new StringBuilder();
        for (int end = next;
                end < tokens.size() && TermIndex.joins(tokens, next, end, word);
                end++) {
            word.append(tokens.get(end).text());
            if (wanted.forms().contains(word.toString())) {
                if (end > next || tokens.get(end).disguised()) {
                    evasions.add(Evasion.SPLIT);
                }
                exact++;
                next = end + 1;
                return true;
            }
        }
        return false;
    }

    /** As many characters as a row of Latin tokens spells without a letter left over. */
    private int takePinyin(List<Term.Unit> units, int unit) {
        Spelling spelling = new Spelling(units, unit);
        int place = next;
        int letters = 0;
        while (spelling.goesOn() && isLatin(place) && follows(place, next)) {
            Token token = tokens.get(place);
            if (!spelling.takes(token.text())) {
                return 0;
            }
            if (place > next && (token.isLetter() || token.before() == Gap.SIGNS)) {
                evasions.add(Evasion.SPLIT);
            }
            letters += token.text().length();
            place++;
        }
        if (!spelling.isWhole()) {
            return 0;
        }
        latin += letters;
        evasions.add(Evasion.PINYIN);
        next = place;
        return spelling.syllables();
    }

    private boolean isLatin(int place) {
        return place < tokens.size() && !tokens.get(place).chinese();
    }
}
