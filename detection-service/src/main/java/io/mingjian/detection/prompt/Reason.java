package io.mingjian.detection.prompt;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was seen. Holds a word of the rule and the place of the writer's words, not these
 * words themselves.
 *
 * @param cue code of the cue in the rule
 * @param term the word of the rule that was found; absent where no words are pointed at
 * @param field which text; absent where no words are pointed at
 * @param offset of the first of the words, in UTF-16 units as JSON and JavaScript count
 * @param length of the words, in the same units
 * @param supports what this speaks for, zh-CN
 * @param doesNotProve what it does not prove, zh-CN
 */
public record Reason(
        String cue,
        @Nullable String term,
        @Nullable PromptField field,
        @Nullable Integer offset,
        @Nullable Integer length,
        Set<Evasion> evasions,
        String supports,
        String doesNotProve) {
    public Reason {
        evasions = Set.copyOf(evasions);
    }
}
