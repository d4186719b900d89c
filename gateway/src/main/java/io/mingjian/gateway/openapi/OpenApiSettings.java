package io.mingjian.gateway.openapi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long descriptions are kept. */
@ConfigMapping(prefix = "mingjian.openapi")
interface OpenApiSettings {
    /** A description that a service gave. */
    @WithDefault("60S")
    Duration keep();

    /** A failure; short, so that a service that comes back is seen soon. */
    @WithDefault("3S")
    Duration retry();
}
