package io.mingjian.registry.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sizes and times of imports. */
@ConfigMapping(prefix = "mingjian.imports")
interface ImportSettings {
    /** Largest file; the gateway's limit for uploads must let it through. */
    @WithDefault("50M")
    MemorySize mostBytes();

    @WithDefault("50000")
    int mostRows();

    /** Of entries of another list. */
    @WithDefault("10000")
    int mostEntries();

    /** Rows that one transaction stages. */
    @WithDefault("500")
    int stagedAtOnce();

    /** Rows that one transaction enters; others wait for its numbers and its audit entries. */
    @WithDefault("50")
    int enteredAtOnce();

    /** How often a replica looks for work. */
    @WithDefault("1S")
    Duration poll();

    /** A worker that is silent for so long is taken for dead. */
    @WithDefault("60S")
    Duration lease();

    /** How long a job rests after a failure that passes by itself. */
    @WithDefault("5S")
    Duration rest();

    /**
     * How long the rows that were not entered stay for their owner to fetch; after that they are
     * forgotten.
     */
    @WithDefault("P7D")
    Duration keep();
}
