/**
 * A real Kafka broker in KRaft mode, in a JVM of its own.
 *
 * <p>{@link io.mingjian.stack.kafka.KafkaBroker} is the launcher's side; {@link
 * io.mingjian.stack.kafka.KafkaNode} is the main class of the other JVM and the only place that
 * touches Kafka's internal API.
 */
@NullMarked
package io.mingjian.stack.kafka;

import org.jspecify.annotations.NullMarked;
