package io.mingjian.stack.command;

import io.mingjian.stack.process.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Lists the logs, or shows the end of one.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private final Mingjian mingjian;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "registry, kafka, keycloak, …")
    private @Nullable String name;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many (${DEFAULT-VALUE}).")
    private int lines;

    LogsCommand(Mingjian mingjian) {
        this.mingjian = mingjian;
    }

    @Override
    public Integer call() throws IOException {
        Path logs = mingjian.options().home().resolve("logs");
        if (name == null) {
            list(logs);
        } else {
            show(logs, name);
        }
        return 0;
    }

    private static void list(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            throw new StackFailure("there are no logs in " + logs + " yet");
        }
        try (Stream<Path> files = Files.list(logs)) {
            files.sorted().forEach(System.out::println);
        }
    }

    private void show(Path logs, String which) throws IOException {
        Path log = logs.resolve(which + ".log");
        if (!Files.isRegularFile(log) || !log.normalize().startsWith(logs)) {
            throw new StackFailure("there is no log " + log);
        }
        try (Stream<String> all = Files.lines(log, StandardCharsets.UTF_8)) {
            List<String> text = all.toList();
            text.stream().skip(Math.max(0, text.size() - lines)).forEach(System.out::println);
        }
    }
}
