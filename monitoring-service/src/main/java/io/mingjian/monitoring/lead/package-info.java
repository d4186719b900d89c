/**
 * Leads: findings that came in, their quality review, and the one lifecycle that all later rooms
 * move them along.
 *
 * <p>Owns the tables {@code lead} and {@code lead_entry}; speaks on {@code
 * mingjian.monitoring.lead}. Other rooms move a lead through {@link
 * io.mingjian.monitoring.lead.LeadSteps} only. A machine checks form and proposes duplicates; every
 * judgement is a person's, with reasons where it is against somebody.
 *
 * <p>Who sees what: the city all; an agency its own leads with the quality review, one state for
 * all that bureaus do and, once closed, the disposal code; a district the leads that are assigned
 * to it now. For anybody else a lead does not exist.
 */
package io.mingjian.monitoring.lead;
