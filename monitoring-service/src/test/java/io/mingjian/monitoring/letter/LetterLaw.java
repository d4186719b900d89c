package io.mingjian.monitoring.letter;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;

/** What the rules of letters stand on. */
public final class LetterLaw {
    public static final Lifecycle<?, ?> PROCEDURE = LetterLifecycle.TABLE;

    private LetterLaw() {}

    public static LegalTable limits() {
        return LegalTable.ofLimits(
                "协助函：期限", LetterLifecycle.LIMITS, name -> LetterLimit.valueOf(name).zh());
    }
}
