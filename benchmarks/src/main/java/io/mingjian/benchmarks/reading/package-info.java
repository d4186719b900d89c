/** What reading files costs, measured in processes of their own. */
@NullMarked
package io.mingjian.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
