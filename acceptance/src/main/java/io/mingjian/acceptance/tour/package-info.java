/**
 * The acceptance story told on a running stack: three filers, one indication each, one monitoring
 * loop, the other district's closed doors, the audit chains. {@code ./mingjian tour} prints it; the
 * tests assert what it brings back.
 */
@NullMarked
package io.mingjian.acceptance.tour;

import org.jspecify.annotations.NullMarked;
