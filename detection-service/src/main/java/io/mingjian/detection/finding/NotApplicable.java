package io.mingjian.detection.finding;

/**
 * The picture lies outside what the analyzer can judge, for instance because it is too small.
 *
 * @param code stable upper-snake reason
 * @param zhReason the reason as one sentence
 */
public record NotApplicable(AnalyzerId by, String code, String zhReason) implements Finding {
    public NotApplicable {
        zhReason = Facts.text(zhReason);
    }
}
