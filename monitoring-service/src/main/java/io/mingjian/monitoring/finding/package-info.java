/**
 * What a monitoring agency hands in: the finding, the record of how its evidence was fixed, and the
 * machine's format checks (domain rules: GB 32100 check digit, normal form of addresses, required
 * output fields, hash formats).
 *
 * <p>Pure Java, no table, no topic. The checks say what is missing or malformed; they never say
 * whether a violation exists and never weigh a finding: that is the quality review of a person.
 */
package io.mingjian.monitoring.finding;
