/**
 * How often the label that is written in a picture is read, how often something else is taken for
 * one, and what a look costs. Labels are drawn under a seed that was used for nothing else; what is
 * no label comes from photographs.
 */
@NullMarked
package io.mingjian.benchmarks.label;

import org.jspecify.annotations.NullMarked;
