package io.mingjian.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services listen inside, as {@code http://host:port}. */
@ConfigMapping(prefix = "mingjian.upstream")
interface UpstreamAddresses {
    URI registry();

    URI detection();

    URI monitoring();
}
