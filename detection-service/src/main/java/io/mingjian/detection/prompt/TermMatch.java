package io.mingjian.detection.prompt;

import java.util.Set;

/**
 * Where a term stands.
 *
 * @param meaning what the term was looked for
 * @param first place of its first token
 * @param last place of its last token
 * @param evasions how it is disguised
 */
record TermMatch<T>(T meaning, Term term, int first, int last, Set<Evasion> evasions) {
    TermMatch {
        evasions = Set.copyOf(evasions);
    }

    int length() {
        return last - first + 1;
    }

    boolean touches(TermMatch<?> other) {
        return first <= other.last && other.first <= last;
    }

    boolean isInside(TermMatch<?> other) {
        return other.first <= first && last <= other.last;
    }
}
