package io.mingjian.kit.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sizes and times of imports; a service maps them under a prefix of its own. */
public interface ImportSettings {
    /** Largest file; the gateway's limit for files must let it through. */
    @WithDefault("50M")
    MemorySize mostBytes();

    @WithDefault("50000")
    int mostRows();

    /** Rows that one transaction stages. */
    @WithDefault("500")
    int stagedAtOnce();

    /** How often a replica looks for work; {@code off} for never. */
    @WithDefault("1s")
    String poll();

    /** A worker that is silent for so long is taken for dead. */
    @WithDefault("60S")
    Duration lease();

    /** How long a job rests after a failure. */
    @WithDefault("5S")
    Duration rest();

    /**
     * How often a job is taken up without getting on before it is given up. Failures that pass by
     * themselves, as a lost database, do not count; rows that were entered begin the count anew.
     */
    @WithDefault("5")
    int attempts();

    /** How long the rows that were not entered stay for their owner to fetch. */
    @WithDefault("P7D")
    Duration keep();
}
