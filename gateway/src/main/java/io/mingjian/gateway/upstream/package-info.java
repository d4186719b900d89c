/**
 * The services behind the door: their names outside, their addresses inside and whether they
 * answer.
 *
 * <p>What an upstream says about its health is information for operators; it never closes the door,
 * because a service that is down must not take the others with it.
 */
package io.mingjian.gateway.upstream;
