package io.mingjian.detection.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the cues of a rule in one text, and drops what only looks like one. */
final class CueSearch {
    /** Places that are told of one cue in one text. */
    private static final int MOST_PLACES = 5;

    /** Tokens that may stand between "without" and what is not wanted. */
    private static final int NEGATION_REACH = 4;

    private final Map<String, Cue> cues;
    private final TermIndex<Cue> terms = new TermIndex<>();
    private final TermIndex<Boolean> negators = new TermIndex<>();
    private final TermIndex<Boolean> everyday = new TermIndex<>();

    CueSearch(RuleBook book) {
        cues = book.cues().stream().collect(Collectors.toMap(Cue::code, Function.identity()));
        for (Cue cue : book.cues()) {
            cue.terms().forEach(term -> terms.add(term(cue, term), cue));
        }
        book.negators().forEach(word -> negators.add(Term.plain(word), true));
        book.everyday().forEach(word -> everyday.add(Term.plain(word), true));
    }

    /** A lawful use needs no disguise. */
    private static Term term(Cue cue, String text) {
        return cue.kind() == Cue.Kind.LAWFUL ? Term.plain(text) : Term.parse(text, cue.bySound());
    }

    Optional<Cue> cue(String code) {
        return Optional.ofNullable(cues.get(code));
    }

    List<Sighting> in(PromptField field, String text) {
        List<Token> tokens = PromptText.tokens(text);
        List<TermMatch<Boolean>> ordinary = everyday.find(tokens);
        Cover covered = Cover.of(ordinary, tokens.size());
        Cover denied = denied(tokens);
        List<TermMatch<Cue>> longestFirst =
                terms.find(tokens).stream()
                        .filter(match -> match.meaning().reads(field))
                        .filter(match -> !isOrdinary(match, ordinary, covered))
                        .filter(match -> !match.meaning().negated() || !denied.has(match.first()))
                        .sorted(Comparator.<TermMatch<Cue>>comparingInt(CueSearch::rank).reversed())
                        .toList();
        return kept(longestFirst).stream()
                .sorted(Comparator.comparingInt(TermMatch::first))
                .map(
                        match ->
                                Sighting.of(
                                        field,
                                        match,
                                        tokens.get(match.first()),
                                        tokens.get(match.last())))
                .toList();
    }

    /** As written before disguised, then long before short. */
    private static int rank(TermMatch<Cue> match) {
        return match.length() + (match.evasions().isEmpty() ? 1000 : 0);
    }

    private static boolean isOrdinary(
            TermMatch<Cue> match, List<TermMatch<Boolean>> ordinary, Cover covered) {
        boolean sounds = match.evasions().contains(Evasion.HOMOPHONE);
        return covered.touches(match.first(), match.last())
                && (sounds
                        || ordinary.stream()
                                .anyMatch(
                                        word ->
                                                match.isInside(word)
                                                        && match.length() < word.length()));
    }

    /**
     * One match for each place and cue; of what goods can be, the longer word is meant ("broken
     * glass" in soup is no broken thing).
     */
    private static List<TermMatch<Cue>> kept(List<TermMatch<Cue>> longestFirst) {
        Map<String, Integer> counts = new HashMap<>();
        List<TermMatch<Cue>> kept = new ArrayList<>();
        for (TermMatch<Cue> match : longestFirst) {
            int count = counts.getOrDefault(match.meaning().code(), 0);
            if (count < MOST_PLACES && kept.stream().noneMatch(other -> yields(match, other))) {
                counts.put(match.meaning().code(), count + 1);
                kept.add(match);
            }
        }
        return kept;
    }

    private static boolean yields(TermMatch<Cue> match, TermMatch<Cue> other) {
        return match.meaning() == other.meaning()
                ? match.touches(other)
                : match.meaning().negated()
                        && other.meaning().negated()
                        && match.isInside(other)
                        && match.length() < other.length();
    }

    /** The tokens shortly behind a word of denial, up to the end of its sentence. */
    private Cover denied(List<Token> tokens) {
        Cover denied = new Cover(tokens.size());
        for (TermMatch<Boolean> match : negators.find(tokens)) {
            boolean adjacent = match.length() == 1 && tokens.get(match.first()).chinese();
            int reach = adjacent ? 1 : NEGATION_REACH;
            for (int at = match.last() + 1;
                    at < tokens.size() && at <= match.last() + reach && !tokens.get(at).opens();
                    at++) {
                denied.add(at, at);
            }
        }
        return denied;
    }
}
