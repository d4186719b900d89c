/**
 * Procedures as a lawyer reads them: a table whose rows are the lawful steps, with who may take
 * them, whether reasons are needed, which clocks they move, and the article that says so. What has
 * no row cannot happen. Plain Java: owns no table and no topic, asks no clock and no database.
 * Decisions are made by people; a machine may propose, never decide.
 */
package io.mingjian.kit.lifecycle;
