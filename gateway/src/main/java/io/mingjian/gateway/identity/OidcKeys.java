package io.mingjian.gateway.identity;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Whether the identity provider's keys are here. The gateway starts without them and fetches them
 * as soon as it can.
 */
@ApplicationScoped
class OidcKeys {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final TenantConfigBean tenants;

    OidcKeys(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /**
     * Keys that check bearer tokens are loaded. They stay loaded when the provider goes away later.
     */
    boolean areLoaded() {
        return tenants.getDefaultTenant().ready();
    }

    /** Tries once more where they are missing, and answers whether they are here now. */
    Uni<Boolean> load() {
        return load(tenants.getDefaultTenant());
    }

    /**
     * The same for the console's own registration with the provider; true where there is no such
     * tenant.
     */
    Uni<Boolean> loadConsole() {
        TenantConfigContext console = tenants.getStaticTenant(Tenants.CONSOLE);
        return console == null ? Uni.createFrom().item(true) : load(console);
    }

    private static Uni<Boolean> load(TenantConfigContext tenant) {
        return tenant.initialize()
                .map(TenantConfigContext::ready)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .onFailure()
                .recoverWithItem(false);
    }
}
