package io.mingjian.detection.prompt;

import io.mingjian.detection.prompt.Token.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Terms by what they can begin with, so that each place of a text is compared with few of them.
 *
 * @param <T> what a term is looked for
 */
final class TermIndex<T> {
    /** Of letters that stand apart, and of words with signs inside. */
    private static final int LONGEST_WORD = 24;

    private record Entry<T>(Term term, T meaning) {}

    private final Map<String, List<Entry<T>>> byCharacter = new HashMap<>();
    private final Map<String, List<Entry<T>>> bySyllable = new HashMap<>();
    private final Map<String, List<Entry<T>>> byLetter = new HashMap<>();
    private final Map<String, List<Entry<T>>> byWord = new HashMap<>();

    void add(Term term, T meaning) {
        Entry<T> entry = new Entry<>(term, meaning);
        if (term.first() instanceof Term.Glyph glyph) {
            if (term.bySound() && !glyph.syllable().isEmpty()) {
                put(bySyllable, glyph.syllable(), entry);
            } else {
                put(byCharacter, glyph.text(), entry);
            }
            if (term.byPinyin() && !glyph.syllable().isEmpty()) {
                put(byLetter, glyph.syllable().substring(0, 1), entry);
            }
        } else if (term.first() instanceof Term.Word word) {
            word.forms().forEach(form -> put(byWord, form, entry));
        }
    }

    private static <T> void put(Map<String, List<Entry<T>>> map, String key, Entry<T> entry) {
        map.computeIfAbsent(key, unused -> new ArrayList<>()).add(entry);
    }

    /** All places of all terms, in the order of the text. */
    List<TermMatch<T>> find(List<Token> tokens) {
        List<TermMatch<T>> found = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            for (Entry<T> entry : candidates(tokens, at)) {
                TermMatch<T> match = match(entry, tokens, at);
                if (match != null) {
                    found.add(match);
                }
            }
        }
        return found;
    }

    private List<Entry<T>> candidates(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        List<Entry<T>> candidates = new ArrayList<>();
        if (token.chinese()) {
            candidates.addAll(byCharacter.getOrDefault(token.text(), List.of()));
            for (String syllable : token.syllables()) {
                candidates.addAll(bySyllable.getOrDefault(syllable, List.of()));
            }
            return candidates;
        }
        candidates.addAll(byLetter.getOrDefault(token.text().substring(0, 1), List.of()));
        StringBuilder word = new StringBuilder();
        for (int end = at; end < tokens.size() && joins(tokens, at, end, word); end++) {
            word.append(tokens.get(end).text());
            candidates.addAll(byWord.getOrDefault(word.toString(), List.of()));
        }
        return candidates;
    }

    /** Whether the token at {@code end} may be more of the word that begins at {@code at}. */
    static boolean joins(List<Token> tokens, int at, int end, CharSequence soFar) {
        Token token = tokens.get(end);
        if (end == at) {
            return true;
        }
        boolean letters = token.isLetter() && tokens.get(end - 1).isLetter();
        boolean tight = token.before() == Gap.NOTHING || token.before() == Gap.SIGNS;
        boolean near = letters ? token.before() != Gap.FAR : tight;
        return !token.chinese() && near && soFar.length() + token.text().length() <= LONGEST_WORD;
    }

    private @Nullable TermMatch<T> match(Entry<T> entry, List<Token> tokens, int at) {
        if (!TermWalk.mayBegin(entry.term(), tokens, at)) {
            return null;
        }
        TermWalk walk = new TermWalk(entry.term(), tokens);
        return walk.from(at)
                ? new TermMatch<>(entry.meaning(), entry.term(), at, walk.last(), walk.evasions())
                : null;
    }
}
