package io.mingjian.gateway.console;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads who is logged in. The token was verified when the identity was made. */
@ApplicationScoped
class Officers {

    /**
     * @throws UnauthorizedException if nobody is logged in
     */
    Officer of(SecurityIdentity identity) {
        AccessTokenCredential credential = identity.getCredential(AccessTokenCredential.class);
        if (credential == null) {
            throw new UnauthorizedException();
        }
        JsonObject claims =
                Optional.ofNullable(OidcUtils.decodeJwtContent(credential.getToken()))
                        .orElseThrow(UnauthorizedException::new);
        String subject = claims.getString("sub", "");
        return new Officer(
                subject,
                claims.getString("preferred_username", subject),
                claims.getString("organisation", ""),
                claims.getString("kind", ""),
                identity.getRoles(),
                credential.getToken());
    }
}
