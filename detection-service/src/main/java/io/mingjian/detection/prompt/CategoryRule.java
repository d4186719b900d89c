package io.mingjian.detection.prompt;

import java.util.List;
import java.util.Set;

/**
 * When a category applies; a row of {@code rule.yaml}.
 *
 * @param name what people read, zh-CN
 * @param when lines of which one suffices
 */
record CategoryRule(PromptCategory code, String name, List<Line> when) {
    CategoryRule {
        when = List.copyOf(when);
    }

    /** Cues that have to be there together. */
    record Line(Set<String> all, int weight) {
        Line {
            all = Set.copyOf(all);
        }
    }
}
