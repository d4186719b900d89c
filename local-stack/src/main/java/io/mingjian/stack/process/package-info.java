/**
 * Child processes and the machine they run on: start, pid file, stop, ports, memory.
 *
 * <p>A process is stopped only after its command line proved that it belongs to this stack; a pid
 * alone is never trusted.
 */
@NullMarked
package io.mingjian.stack.process;

import org.jspecify.annotations.NullMarked;
