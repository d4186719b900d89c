package io.mingjian.detection.finding;

import java.util.OptionalDouble;

/**
 * The analyzer looked everywhere it knows and saw nothing. Carries no weight in either direction.
 *
 * @param zhSummary one sentence for officers and merchants
 * @param score on the analyzer's scale, if it has one; told to nobody, because it says nothing of
 *     this picture, and kept to see whether scores move
 */
public record NothingFound(AnalyzerId by, String zhSummary, OptionalDouble score)
        implements Finding {
    public NothingFound {
        zhSummary = Facts.text(zhSummary);
    }

    public NothingFound(AnalyzerId by, String zhSummary) {
        this(by, zhSummary, OptionalDouble.empty());
    }
}
