package io.mingjian.monitoring.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sizes and times of imports. */
@ConfigMapping(prefix = "mingjian.lead-imports")
interface ImportSettings {
    /** Largest file; the gateway's limit for files must let it through. */
    @WithDefault("50M")
    MemorySize mostBytes();

    @WithDefault("50000")
    int mostRows();

    /** Rows that one transaction stages. */
    @WithDefault("500")
    int stagedAtOnce();

    /** Rows that one transaction enters, as many as a batch has. */
    @WithDefault("100")
    int enteredAtOnce();

    /** How often a replica looks for work; {@code off} for never. */
    @WithDefault("1s")
    String poll();

    /** A worker that is silent for so long is taken for dead. */
    @WithDefault("60S")
    Duration lease();

    /** How long a job rests after a failure that passes by itself. */
    @WithDefault("5S")
    Duration rest();

    /** How long the rows that were not entered stay for the agency to fetch. */
    @WithDefault("P7D")
    Duration keep();
}
