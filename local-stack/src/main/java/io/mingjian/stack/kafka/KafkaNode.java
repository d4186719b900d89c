package io.mingjian.stack.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Main class of the broker's JVM: formats the log folder at first, starts broker and controller,
 * makes the missing topics and then writes the ready file. Ends in good order on SIGTERM.
 *
 * <p>Arguments: settings file, ready file, topics.
 */
public final class KafkaNode {
    private static final int PARTITIONS = 4;

    private KafkaNode() {}

    public static void main(String[] arguments) throws Exception {
        Properties settings = read(Path.of(arguments[0]));
        Path ready = Path.of(arguments[1]);
        List<String> topics = List.of(arguments).subList(2, arguments.length);
        Path logs = Path.of(settings.getProperty("log.dirs"));
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(settings, logs);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.apply(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        makeMissing(topics, settings.getProperty("advertised.listeners"));
        Files.writeString(ready, String.valueOf(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void format(Properties settings, Path logs) throws Exception {
        Files.createDirectories(logs);
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
                .setDirectories(List.of(logs.toString()))
                .setMetadataLogDirectory(logs.toString())
                .setControllerListenerName(settings.getProperty("controller.listener.names"))
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .run();
    }

    private static void makeMissing(List<String> topics, String listener)
            throws ExecutionException, InterruptedException {
        String address = listener.replaceFirst("^.*://", "");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            List<String> missing = new ArrayList<>(topics);
            missing.removeAll(admin.listTopics().names().get());
            admin.createTopics(missing.stream().map(KafkaNode::topic).collect(Collectors.toList()))
                    .all()
                    .get();
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
    }
}
