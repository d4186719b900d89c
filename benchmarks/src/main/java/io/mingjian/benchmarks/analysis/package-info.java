/** What a whole analysis costs, part by part, beside what others take for the same. */
package io.mingjian.benchmarks.analysis;
