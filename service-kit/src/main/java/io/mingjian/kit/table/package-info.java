/**
 * Tables that people make with other programs: workbooks and comma-separated text are read row by
 * row, and written. Nothing in a cell is ever evaluated, nothing is read without bounds, and
 * nothing that is written here becomes a formula elsewhere.
 */
package io.mingjian.kit.table;
