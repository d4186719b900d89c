/**
 * Which task must be done by whom in what time, and how punctual everybody is.
 *
 * <p>Owns the table {@code answer_time}, which a trigger of the agencies' parts of instructions
 * writes; reads the time that ran for each task of a lead. The table of tasks is data of {@code
 * sla/tasks.yaml}; how long each may take is in {@code limits}. The city sees the punctuality of
 * all, every party its own.
 */
package io.mingjian.monitoring.sla;
