/**
 * The quantisation tables of a JPEG file: how coarsely it was compressed, and which libraries,
 * programs and cameras are known to write such tables.
 *
 * <p>Owns no table of the database; what is known is data beside the classes, each row with its
 * source. Never says that a program or camera made the file: makers share tables, and every program
 * can write any table.
 */
package io.mingjian.detection.quantisation;
