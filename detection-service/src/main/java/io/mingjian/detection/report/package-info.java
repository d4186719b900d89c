/**
 * Reports: an indication written down for people, as PDF, as JSON and as an overlay for the
 * picture. All three are made of one {@link io.mingjian.detection.report.Report}.
 *
 * <p>Owns no table and decides nothing. A report of the same revision for the same reader is the
 * same bytes. It names organisations and no person: neither who uploaded nor who looked.
 */
@NullMarked
package io.mingjian.detection.report;

import org.jspecify.annotations.NullMarked;
