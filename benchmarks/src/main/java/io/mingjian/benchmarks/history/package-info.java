/**
 * A made-up history of a city: who files, how often, about whom, and what people later decided.
 * Seeded: the same seed and size give the same history. The distribution follows what is published
 * of Shanghai in 2023: 7,880 persons with ten or more of 246,000 filings. What nothing is published
 * of is an assumption of this package and stands as a constant in {@link
 * io.mingjian.benchmarks.history.Habit} or {@link io.mingjian.benchmarks.history.Population}.
 */
@NullMarked
package io.mingjian.benchmarks.history;

import org.jspecify.annotations.NullMarked;
