/**
 * The way through the gateway: credentials, tokens, TLS, and patience with a server that is busy or
 * away. Secrets come from the environment or a file that is its owner's alone, and go nowhere but
 * to the token endpoint.
 */
@NullMarked
package io.mingjian.client.door;

import org.jspecify.annotations.NullMarked;
