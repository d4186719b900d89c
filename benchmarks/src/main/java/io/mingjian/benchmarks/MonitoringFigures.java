package io.mingjian.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.CityReviewer;
import io.mingjian.acceptance.actor.MonitoringAgency;
import io.mingjian.contracts.EventType;
import io.mingjian.contracts.Topics;
import io.mingjian.stack.LocalStack;
import io.mingjian.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * From the city's order to the agency's event: instructions through the gateway at a steady rate,
 * and when their {@code instruction.issued} lies in the topic and the agency sees them; once as it
 * is, once with the monitoring service killed in between. An order counts from the answer that says
 * it is issued; what was not answered is asked again under its key, as a console does.
 */
final class MonitoringFigures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String AGENCY = "monitor-jingwei";
    private static final int INSTRUCTIONS = 300;
    private static final int WARM_UP = 100;
    private static final double PER_SECOND = 5;
    private static final Duration OUTAGE = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final CityReviewer city;
    private final MonitoringAgency agency;
    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();
    private volatile boolean listening = true;

    MonitoringFigures(LocalStack stack) {
        this.stack = stack;
        Actors actors = new Actors(stack.addresses());
        this.city = actors.cityReviewer();
        this.agency = actors.jingwei();
    }

    void print() throws Exception {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread listener = new Thread(() -> listen(ready), "listener");
        listener.setDaemon(true);
        listener.start();
        ready.join();
        try {
            measure(WARM_UP, () -> {});
            Report.title(
                    "An instruction through the gateway, %.0f a second, target: event 1 s after it is issued at p99"
                            .formatted(PER_SECOND),
                    "run",
                    "issued",
                    "issued to event, p50",
                    "p99",
                    "max",
                    "sent to event, p99",
                    "issued to seen by the agency, p99",
                    "events lost",
                    "events twice");
            row("as it is", measure(INSTRUCTIONS, () -> {}));
            row("monitoring killed in between", measure(INSTRUCTIONS, this::killed));
        } finally {
            listening = false;
            listener.join();
        }
    }

    private void killed() {
        stack.kill(Service.MONITORING);
        stack.start(Service.MONITORING);
    }

    /** One order that was issued: when it was sent for the first time and when it was answered. */
    private record Issued(String id, long sent, long answered, long seen) {}

    private record Figures(
            int issued,
            Latencies toEvent,
            Latencies fromSending,
            Latencies toAgency,
            int lost,
            int twice) {}

    private Figures measure(int instructions, Runnable accident) throws Exception {
        Queue<Issued> issued = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> happening = new CompletableFuture<>();
        Load.open(
                PER_SECOND,
                number -> number < instructions,
                number -> {
                    if (number == instructions / 3) {
                        CompletableFuture.runAsync(accident)
                                .whenComplete(
                                        (done, failure) -> {
                                            if (failure == null) {
                                                happening.complete(null);
                                            } else {
                                                happening.completeExceptionally(failure);
                                            }
                                        });
                    }
                    issued.add(issue());
                });
        happening.join();
        List<Issued> all = new ArrayList<>(issued);
        try {
            Waiting.until(
                    "the events",
                    Duration.ofMinutes(2),
                    () -> all.stream().allMatch(each -> heardAt.containsKey(each.id())));
        } catch (IllegalStateException someAreLost) {
            System.err.println(someAreLost.getMessage());
        }
        return figures(all);
    }

    private Figures figures(List<Issued> all) {
        Latencies toEvent = new Latencies();
        Latencies fromSending = new Latencies();
        Latencies toAgency = new Latencies();
        int lost = 0;
        int twice = 0;
        for (Issued each : all) {
            Long heard = heardAt.get(each.id());
            if (heard == null) {
                lost++;
                continue;
            }
            // An event may be there before the answer to the order has come back.
            toEvent.add(Math.max(0, heard - each.answered()));
            fromSending.add(heard - each.sent());
            toAgency.add(each.seen() - each.answered());
            twice += times.getOrDefault(each.id(), new AtomicInteger(1)).get() - 1;
        }
        return new Figures(all.size(), toEvent, fromSending, toAgency, lost, twice);
    }

    private Issued issue() {
        LocalDate today = LocalDate.now(SHANGHAI);
        Object order = CityReviewer.anInstruction(today, today.plusDays(10), AGENCY);
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        long end = System.nanoTime() + OUTAGE.toNanos();
        long sent = System.nanoTime();
        while (true) {
            Answer answer = city.door().post("/api/monitoring/v1/instructions", order, key);
            long answered = System.nanoTime();
            if (answer.status() == 201) {
                String id = answer.textAt("/id");
                return new Issued(id, sent, answered, seen(id, end));
            }
            again(answer, end);
        }
    }

    private long seen(String instruction, long end) {
        while (true) {
            Answer answer = agency.door().get("/api/monitoring/v1/instructions/" + instruction);
            if (answer.status() == 200) {
                return System.nanoTime();
            }
            again(answer, end);
        }
    }

    /** While the service is away the gateway says so; anything else is a failure of the run. */
    private static void again(Answer answer, long end) {
        if (answer.status() < 500 || System.nanoTime() > end) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.text());
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }

    private static void row(String name, Figures figures) {
        Report.row(
                name,
                figures.issued(),
                figures.toEvent().millis(50),
                figures.toEvent().millis(99),
                figures.toEvent().millis(100),
                figures.fromSending().millis(99),
                figures.toAgency().millis(99),
                figures.lost(),
                figures.twice());
    }

    /** From the topic's end on. */
    private void listen(CompletableFuture<Void> ready) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                stack.addresses().kafkaBootstrapServers(),
                                "enable.auto.commit",
                                false),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.INSTRUCTION).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            ready.complete(null);
            while (listening) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    heard(record.value());
                }
            }
        } catch (RuntimeException | IOException broken) {
            ready.completeExceptionally(broken);
            System.err.println("the listener ended: " + broken);
        }
    }

    private void heard(String text) throws IOException {
        JsonNode event = JSON.readTree(text);
        if (event.path("type").asText().endsWith(EventType.INSTRUCTION_ISSUED.code())) {
            String id = event.path("subject").asText();
            heardAt.putIfAbsent(id, System.nanoTime());
            times.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
        }
    }
}
