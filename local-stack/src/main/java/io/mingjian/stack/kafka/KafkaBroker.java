package io.mingjian.stack.kafka;

import io.mingjian.contracts.Topics;
import io.mingjian.stack.process.Child;
import io.mingjian.stack.process.ChildSpec;
import io.mingjian.stack.process.JavaCommand;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.StackFailure;
import io.mingjian.stack.process.StopSignal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Stream;

/** The message broker of one stack, seen from the launcher. */
public final class KafkaBroker {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final List<String> TOPICS =
            Stream.of(
                            Topics.EVIDENCE,
                            Topics.FILING,
                            Topics.FILER,
                            Topics.LISTING,
                            Topics.CLUE,
                            Topics.INSTRUCTION,
                            Topics.LEAD,
                            Topics.LETTER,
                            Topics.CAMPAIGN)
                    .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                    .toList();

    private final Settings settings;

    /**
     * @param classPath where the broker's JVM finds this module and Kafka
     */
    public record Settings(
            Path home,
            String classPath,
            Path log,
            Path runDirectory,
            int port,
            int controllerPort) {
        Path folder() {
            return home.resolve("kafka");
        }
    }

    public KafkaBroker(Settings settings) {
        this.settings = settings;
    }

    /** Starts the broker and waits until its topics exist, which proves that it works. */
    public Child start(Function<ChildSpec, Child> starter) {
        Path ready = settings.runDirectory().resolve("kafka.ready");
        try {
            Files.createDirectories(settings.folder());
            Files.deleteIfExists(ready);
            writeSettings();
        } catch (IOException e) {
            throw new StackFailure("cannot prepare Kafka: " + e.getMessage(), e);
        }
        Child child = starter.apply(spec(ready));
        Readiness.await(child, START_LIMIT, () -> notYet(ready));
        return child;
    }

    private ChildSpec spec(Path ready) {
        List<String> command =
                new JavaCommand(settings.home(), "kafka")
                        .options(
                                "-Xms64m",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1")
                        .options("-Dorg.slf4j.simpleLogger.showDateTime=true")
                        .options(
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
                        .main(settings.classPath(), "io.mingjian.stack.kafka.KafkaNode")
                        .arguments(settingsFile().toString(), ready.toString())
                        .arguments(TOPICS.toArray(String[]::new))
                        .words();
        return new ChildSpec(
                "kafka",
                command,
                Map.of(),
                settings.folder(),
                settings.log(),
                settings.runDirectory(),
                StopSignal.TERM,
                JavaCommand.marks(settings.home(), "kafka"));
    }

    private Path settingsFile() {
        return settings.folder().resolve("server.properties");
    }

    private void writeSettings() throws IOException {
        Properties properties = new Properties();
        properties.putAll(serverSettings());
        try (Writer writer = Files.newBufferedWriter(settingsFile())) {
            properties.store(writer, "written at each start");
        }
    }

    private Map<String, String> serverSettings() {
        String broker = "BROKER://127.0.0.1:" + settings.port();
        String controller = "CONTROLLER://127.0.0.1:" + settings.controllerPort();
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + settings.controllerPort()),
                Map.entry("listeners", broker + "," + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("inter.broker.listener.name", "BROKER"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", settings.folder().resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("default.replication.factor", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                Map.entry("log.cleaner.dedupe.buffer.size", "2097152"));
    }

    private static Optional<String> notYet(Path ready) {
        return Files.exists(ready) ? Optional.empty() : Optional.of("the topics are not there yet");
    }
}
