/**
 * The board: how many leads stand in which column, how old the oldest is, what is late and what is
 * due next, per bureau that works on them, agency or campaign.
 *
 * <p>Owns the tables {@code lead_ended} and {@code lead_ended_fresh}, which a trigger of the table
 * {@code lead} writes; reads open leads from two partial indexes. Which columns whom shows is data
 * of {@code board/columns.yaml}: an agency sees one column for everything that bureaus do with its
 * leads, without their due dates.
 */
package io.mingjian.monitoring.board;
