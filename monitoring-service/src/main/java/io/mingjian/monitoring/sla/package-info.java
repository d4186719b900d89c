/**
 * Which task must be done by whom in what time, and how punctual everybody is.
 *
 * <p>Owns no table; reads the time that ran for each task of a lead and the agencies' answers to
 * instructions. The table of tasks is data of {@code sla/tasks.yaml}; how long each may take is in
 * {@code limits}. City and districts see the punctuality of their leads' holders, each party its
 * own.
 */
package io.mingjian.monitoring.sla;
