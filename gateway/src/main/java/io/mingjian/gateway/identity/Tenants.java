package io.mingjian.gateway.identity;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which way of logging in belongs to a path: machines and programs carry a bearer token to {@code
 * /api}, people log in to everything else by code flow and keep a session cookie. Neither
 * credential opens the other half.
 */
@ApplicationScoped
class Tenants implements TenantResolver {
    static final String CONSOLE = "console";

    @Override
    public String resolve(RoutingContext exchange) {
        return exchange.normalizedPath().startsWith("/api/")
                ? OidcUtils.DEFAULT_TENANT_ID
                : CONSOLE;
    }
}
