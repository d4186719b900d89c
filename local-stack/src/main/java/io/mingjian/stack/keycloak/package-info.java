/**
 * A real Keycloak with the realm of the example organisations, its data in the stack's PostgreSQL.
 *
 * <p>The distribution is unpacked and built once into the cache; each stack has a thin home of its
 * own. The realm is a template whose ports and secrets are filled in at start; clients and
 * passwords in it are for the local stack only.
 */
@NullMarked
package io.mingjian.stack.keycloak;

import org.jspecify.annotations.NullMarked;
