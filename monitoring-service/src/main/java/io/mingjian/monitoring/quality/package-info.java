/**
 * How well agencies work: figures per agency and period by formulas that are data with versions,
 * each with the leads that it counts.
 *
 * <p>Owns no table; reads leads and their history. A figure is a share: its denominator is a set of
 * leads, its numerator those of them that are also in a second set. No published standard was
 * found: formulas are assumptions and shown as such. A period is counted by the version that is in
 * force on its last day, whenever it is asked for.
 *
 * <p>Who sees what: the city all agencies, an agency itself alone; nobody else anything.
 */
package io.mingjian.monitoring.quality;
