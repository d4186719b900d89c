/**
 * Legal time: the working calendar of the State Council's holiday notices, dated limits, clocks
 * that pause, and due dates that say why. Law: Order 121 Art 45 (the day of start does not count;
 * an end on a holiday moves to the first day after). The legal day is Asia/Shanghai. Owns the table
 * {@code holiday_notice}. A day whose year has no notice is never guessed silently: the result is
 * {@code provisional}.
 */
package io.mingjian.kit.time;
