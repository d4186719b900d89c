package io.mingjian.monitoring.bundle;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sizes and times of bundles. */
@ConfigMapping(prefix = "mingjian.bundles")
interface BundleSettings {
    /** Largest bundle; the gateway's limit for bundles must let it through. */
    @WithDefault("1G")
    MemorySize mostBytes();

    /** Bundles that one replica takes at the same time; each lies on its disk meanwhile. */
    @WithDefault("2")
    int atOnce();

    /** Files of a ZIP; a WARC may have ten times as many records. */
    @WithDefault("2000")
    int mostEntries();

    /** Largest file, as for evidence. */
    @WithDefault("64M")
    MemorySize mostEntryBytes();

    @WithDefault("1G")
    MemorySize mostUnpacked();

    @WithDefault("200")
    int mostRatio();

    @WithDefault("200")
    int longestName();

    @WithDefault("8")
    int deepest();

    @WithDefault("5000")
    int mostFindings();

    @WithDefault("32M")
    MemorySize mostManifest();

    /** Bundles of one agency whose files are not handed over yet. */
    @WithDefault("3")
    int mostOpen();

    /** How long one request goes on handing files over; the gateway waits longer. */
    @WithDefault("20S")
    Duration handOver();

    /** How long detection may take for one file. */
    @WithDefault("30S")
    Duration patience();

    /** A bundle nobody goes on with is given up; detection remembers its files a little longer. */
    @WithDefault("P6D")
    Duration keep();

    /** How often bundles are looked for that nobody goes on with; {@code off} for never. */
    @WithDefault("1h")
    String sweep();

    default Limits limits() {
        return new Limits(
                mostEntries(),
                mostEntryBytes().asLongValue(),
                mostUnpacked().asLongValue(),
                mostRatio(),
                longestName(),
                deepest(),
                mostFindings(),
                Math.toIntExact(mostManifest().asLongValue()));
    }
}
