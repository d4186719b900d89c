package io.mingjian.detection.generation;

import io.mingjian.detection.prompt.PromptRule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the rule once; a rule that cannot be read stops the start. */
class SharedRule {
    @Produces
    @Singleton
    PromptRule rule() {
        return PromptRule.shipped();
    }
}
