package io.mingjian.kit.outbox;

import io.mingjian.contracts.EventType;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks the broker for the service's topics before the door opens: the first events after a start
 * need not wait for that. A broker that is away hinders no start, the outbox keeps what comes.
 */
@ApplicationScoped
class Acquaintance {
    private static final Logger LOG = Logger.getLogger(Acquaintance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaClientService clients;
    private final List<String> topics;

    Acquaintance(
            KafkaClientService clients,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.clients = clients;
        this.topics = topicsOf(application);
    }

    /** Topics bear the name of their service, which may go on where the topic's does not. */
    static List<String> topicsOf(String application) {
        String prefix = "mingjian." + application.split("-", 2)[0] + ".";
        return Arrays.stream(EventType.values())
                .map(EventType::topic)
                .distinct()
                .filter(topic -> topic.startsWith(prefix))
                .toList();
    }

    void start(@Observes StartupEvent started) {
        KafkaProducer<String, String> broker = clients.getProducer("outbox");
        if (broker == null || topics.isEmpty()) {
            return; // messages that stay in memory, as in tests, need no broker
        }
        try {
            Uni.join()
                    .all(topics.stream().map(broker::partitionsFor).toList())
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException away) {
            LOG.warnf("the broker does not answer, events will wait: %s", away.toString());
        }
    }
}
