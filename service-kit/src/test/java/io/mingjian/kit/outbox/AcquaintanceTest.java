package io.mingjian.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.Topics;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AcquaintanceTest {
    @Test
    void aServiceAsksForItsOwnTopicsAlone() {
        assertThat(Acquaintance.topicsOf("monitoring-service"))
                .contains(Topics.INSTRUCTION, Topics.LEAD)
                .allMatch(topic -> topic.startsWith("mingjian.monitoring."));
        assertThat(Acquaintance.topicsOf("detection")).containsExactly(Topics.EVIDENCE);
        assertThat(Acquaintance.topicsOf("kit-test")).isEmpty();
    }

    @Test
    void everyTopicIsAskedForByOneOfTheServices() {
        assertThat(
                        Stream.of("registry", "detection", "monitoring-service")
                                .flatMap(name -> Acquaintance.topicsOf(name).stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values())
                                .map(EventType::topic)
                                .distinct()
                                .toList());
    }
}
