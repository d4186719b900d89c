/**
 * Measures a whole stack from outside, each figure beside a peer or a physical limit in the same
 * run. Numbers come out as Markdown rows; {@code docs/benchmarks.md} quotes a run and says on what
 * machine.
 */
package io.mingjian.benchmarks;
