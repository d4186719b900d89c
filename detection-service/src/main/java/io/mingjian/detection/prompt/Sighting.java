package io.mingjian.detection.prompt;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cue that was seen: by a term at a place, or without a place. */
record Sighting(
        Cue cue,
        @Nullable String term,
        @Nullable PromptField field,
        @Nullable Integer offset,
        @Nullable Integer length,
        Set<Evasion> evasions) {
    Sighting {
        evasions = Set.copyOf(evasions);
    }

    static Sighting unplaced(Cue cue) {
        return new Sighting(cue, null, null, null, null, Set.of());
    }

    static Sighting of(PromptField field, TermMatch<Cue> match, Token first, Token last) {
        Set<Evasion> evasions = EnumSet.noneOf(Evasion.class);
        evasions.addAll(match.evasions());
        if (match.meaning().indirect()) {
            evasions.add(Evasion.INDIRECT);
        }
        return new Sighting(
                match.meaning(),
                match.term().text(),
                field,
                first.start(),
                last.end() - first.start(),
                evasions);
    }

    boolean isDisguised() {
        return evasions.stream().anyMatch(evasion -> evasion != Evasion.INDIRECT);
    }

    /** What stands at the place in the text that was searched. */
    Optional<String> words(String text) {
        return offset == null || length == null
                ? Optional.empty()
                : Optional.of(text.substring(offset, offset + length));
    }

    Reason reason() {
        return new Reason(
                cue.code(),
                term,
                field,
                offset,
                length,
                evasions,
                cue.supports(),
                cue.doesNotProve());
    }
}
