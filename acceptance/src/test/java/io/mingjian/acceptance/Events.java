package io.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Reads the topics from their beginning and sends messages by hand. */
final class Events {
    static final String EVIDENCE = "mingjian.detection.evidence";
    static final String FILING = "mingjian.registry.filing";
    static final String FILER = "mingjian.registry.filer";
    static final String LISTING = "mingjian.registry.listing";
    static final String CLUE = "mingjian.registry.clue";
    static final String LEAD = "mingjian.monitoring.lead";
    static final String INSTRUCTION = "mingjian.monitoring.instruction";
    static final String LETTER = "mingjian.monitoring.letter";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrapServers;

    Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** One message as it lies in a topic. */
    record Message(String topic, String key, String text, JsonNode event) {
        String id() {
            return event.path("id").asText();
        }

        String type() {
            return event.path("type").asText();
        }

        String subject() {
            return event.path("subject").asText();
        }

        long revision() {
            return event.path("revision").asLong();
        }
    }

    /** Everything in these topics; a message that was sent twice is there twice. */
    List<Message> all(String... topics) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : topics) {
                consumer.partitionsFor(topic)
                        .forEach(
                                info ->
                                        partitions.add(
                                                new TopicPartition(topic, info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500))
                        .forEach(record -> messages.add(message(record)));
            }
            return messages;
        }
    }

    /** Each event once, whatever was repeated. */
    static List<Message> distinct(List<Message> messages) {
        Set<String> seen = new HashSet<>();
        return messages.stream().filter(message -> seen.add(message.id())).toList();
    }

    static Set<String> ids(List<Message> messages, Predicate<Message> wanted) {
        return messages.stream()
                .filter(wanted)
                .map(Message::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Sends texts in this order under one key and returns when the broker has them. */
    void send(String topic, String key, List<String> texts) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            List<Future<RecordMetadata>> sent =
                    texts.stream()
                            .map(text -> producer.send(new ProducerRecord<>(topic, key, text)))
                            .toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("not sent to " + topic, failed);
        }
    }

    private static Message message(ConsumerRecord<String, String> record) {
        try {
            return new Message(
                    record.topic(), record.key(), record.value(), JSON.readTree(record.value()));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
