/**
 * Papers: the instruction document, the assignment notice, the feedback form and the closing
 * report, numbered, of versioned texts, printed later by a worker and kept with their hashes.
 *
 * <p>Owns the tables {@code paper_order}, {@code paper_file} and {@code paper_template}; reads
 * those of leads, assignments and disposals for what a paper says and never writes them. Nothing is
 * printed in the transaction of a step or on an event loop. A paper that was kept is never printed
 * anew.
 *
 * <p>Who reads what: the city all; an agency the instruction's paper that speaks to it; a district
 * the notices of its own assignments and the forms of what it fed back itself. For anybody else a
 * paper does not exist.
 */
package io.mingjian.monitoring.paper;
