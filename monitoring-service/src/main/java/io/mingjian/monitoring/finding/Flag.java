package io.mingjian.monitoring.finding;

/**
 * Something that the machine noticed and that a reviewer should look at. It refuses nothing.
 *
 * @param rule the row of the table of checks
 * @param pointer where in the finding
 * @param zh what was noticed
 */
public record Flag(String rule, String pointer, String zh) {}
