package io.mingjian.detection.finding;

/**
 * The analyzer looked everywhere it knows and saw nothing. Carries no weight in either direction.
 *
 * @param zhSummary one sentence for officers and merchants
 */
public record NothingFound(AnalyzerId by, String zhSummary) implements Finding {}
