package io.mingjian.registry.trial;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The first time that a rule set would have proposed a person.
 *
 * @param criteria codes that reached a line that day, sorted, joined by {@code +}
 * @param upheld filings of the person that were upheld in the period of the trial
 */
record Proposed(UUID personId, RuleSet rules, LocalDate on, String criteria, int upheld) {}
