/**
 * The door: route, admission, quota, policy, limits of size and time, then a streaming passage to
 * the service.
 *
 * <p>Whatever the door itself refuses is an RFC 9457 problem. Bodies are never collected: they flow
 * with back-pressure in both directions. Headers that claim an identity, a place or a path are
 * dropped on the way in; addresses of the inside are dropped on the way out. The token travels on,
 * because the services check it again.
 */
package io.mingjian.gateway.door;
