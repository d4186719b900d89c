/**
 * Monitoring agencies as the city keeps them: their contracts (nature, means, time, scope), their
 * staff, and whether the city trusts their findings enough to review them by sample.
 *
 * <p>Owns the tables {@code agency}, {@code agency_contract} and {@code agency_staff}. An agency
 * sees its own page alone; names of staff are for the city and the agency itself. The contents of a
 * contract follow a local standard for delegated monitoring (Wuxi DB3202/T 1024—2021, read in
 * part): they are assumptions.
 */
package io.mingjian.monitoring.monitor;
