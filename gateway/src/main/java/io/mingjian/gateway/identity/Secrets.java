package io.mingjian.gateway.identity;

import io.smallrye.config.ConfigMapping;

/**
 * Secrets of the console's cookies. They come from the environment alone; without them the gateway
 * does not start.
 */
@ConfigMapping(prefix = "mingjian.secrets")
interface Secrets {
    /** Encrypts the session cookie and the state of a login. */
    String sessionKey();

    /** Signs the token against cross-site requests. */
    String csrfKey();
}
