/**
 * Real PostgreSQL, Kafka, Keycloak and the four services on one machine, without containers.
 *
 * <p>{@link io.mingjian.stack.LocalStack} is the door for programs (acceptance, benchmarks), the
 * room {@code command} the one for people. All data, logs and secrets live under one home folder
 * and survive restarts; downloads and builds live in a cache that several stacks share.
 */
@NullMarked
package io.mingjian.stack;

import org.jspecify.annotations.NullMarked;
