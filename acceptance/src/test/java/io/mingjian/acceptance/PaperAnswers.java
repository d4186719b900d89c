package io.mingjian.acceptance;

import java.util.Set;

/**
 * What the owner of an object is told who asks for its paper: printed or being printed, or why
 * there is none yet. The world's instruction is open, its letter a draft, and nothing was fed back.
 */
final class PaperAnswers {
    private PaperAnswers() {}

    static Set<Integer> toTheOwner(String template) {
        if (template.endsWith("/letters/{letterId}/paper")
                || template.endsWith("/instructions/{instructionId}/report")) {
            return Set.of(409);
        }
        if (template.endsWith("/feedback-form")) {
            return Set.of(404);
        }
        return template.endsWith("/paper") || template.endsWith("/assignment-notice")
                ? Set.of(200, 202)
                : Set.of(200);
    }

    /** Reports and the register of papers are the city's alone. */
    static boolean areOfTheCity(String template) {
        return template.contains("/papers/")
                || template.endsWith("/instructions/{instructionId}/report");
    }
}
