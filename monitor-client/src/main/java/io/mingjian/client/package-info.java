/**
 * The command line that monitoring agencies are given: {@code submit}, {@code status} and {@code
 * template}; its options, JSON and exit codes are described in {@code docs/monitor-client.md}.
 *
 * <p>Talks to the gateway alone and shares no class with the services: what it knows of them is
 * their public interface. Holds no rule of law; whether a finding is good says the service.
 */
@NullMarked
package io.mingjian.client;

import org.jspecify.annotations.NullMarked;
