package io.mingjian.detection.prompt;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked for in a request; a row of {@code rule.yaml}, which explains its
 * columns.
 */
record Cue(
        String code,
        Kind kind,
        int weight,
        @Nullable Set<PromptField> reads,
        boolean negated,
        boolean bySound,
        boolean indirect,
        boolean overrides,
        String supports,
        String doesNotProve,
        List<String> terms) {

    enum Kind {
        CORE,
        CONTEXT,
        LAWFUL
    }

    Cue {
        reads = reads == null ? Set.of(PromptField.PROMPT) : Set.copyOf(reads);
        terms = List.copyOf(terms);
    }

    boolean reads(PromptField field) {
        return reads != null && reads.contains(field);
    }
}
