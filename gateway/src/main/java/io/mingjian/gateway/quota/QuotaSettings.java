package io.mingjian.gateway.quota;

import io.mingjian.contracts.OrganisationKind;
import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;

/** How many requests in which time. */
@ConfigMapping(prefix = "mingjian.quota")
interface QuotaSettings {
    /** For kinds of organisations that have no line of their own. */
    Rate organisation();

    Map<OrganisationKind, Rate> kind();

    /** Failures of callers without a good token, for each address. */
    Rate stranger();

    /** Rate of one bucket. */
    interface Rate {
        long requests();

        Duration period();
    }
}
