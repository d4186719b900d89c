/** What tests of all services use: a real PostgreSQL, signed tokens, lifecycle laws. */
package io.mingjian.kit.testing;
