/** What {@code ./mingjian} can do: one class per command; each says its trouble in one line. */
@NullMarked
package io.mingjian.stack.command;

import org.jspecify.annotations.NullMarked;
