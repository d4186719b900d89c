package io.mingjian.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The Kafka door: channel {@code events} over all topics that the service listens to. */
@ApplicationScoped
public class KafkaDoor {
    private final Inbox inbox;

    KafkaDoor(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("events")
    public Uni<Void> on(Message<String> message) {
        Optional<IncomingKafkaRecordMetadata> record =
                message.getMetadata(IncomingKafkaRecordMetadata.class);
        String topic = record.map(IncomingKafkaRecordMetadata::getTopic).orElse("events");
        String key = record.map(found -> (String) found.getKey()).orElse(null);
        String payload = message.getPayload() == null ? "" : message.getPayload();
        return inbox.receive(topic, key, payload)
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }
}
