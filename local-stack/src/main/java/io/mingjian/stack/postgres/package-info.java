/**
 * A real PostgreSQL server from Maven's binaries: unpacked once, data kept, loopback only.
 *
 * <p>One database and one role per service; no role may connect to another's database. Passwords
 * come from the stack's secrets and are set anew at each start.
 */
@NullMarked
package io.mingjian.stack.postgres;

import org.jspecify.annotations.NullMarked;
