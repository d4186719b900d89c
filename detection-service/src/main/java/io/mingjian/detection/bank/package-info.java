/**
 * Banks: pictures that evidence is compared with, who keeps them, and who decides about them.
 *
 * <p>Owns the tables {@code bank_entry}, {@code bank_entry_act}, {@code bank_own_ground}, {@code
 * bank_print} and {@code bank_match}. An entry weighs only while it is active; what becomes of it
 * sends everything that rested on it to be weighed anew. A machine proposes and quarantines, it
 * never confirms. A merchant's notes are shown to nobody else, and no id of evidence leaves this
 * room that the reader may not see.
 */
@NullMarked
package io.mingjian.detection.bank;

import org.jspecify.annotations.NullMarked;
