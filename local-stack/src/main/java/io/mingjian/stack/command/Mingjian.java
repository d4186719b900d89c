package io.mingjian.stack.command;

import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole; a missing command is answered with the list of them. */
@Command(
        name = "mingjian",
        description = "Mingjian on one machine: real PostgreSQL, Kafka, Keycloak and the services.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "'mingjian read [--json] [--trust FILE] PATH…' reads what files say about themselves.",
            "'mingjian check [--json] PATH…' gives the whole explained indication of files.",
            "'mingjian reuse --index PATH… --query PATH…' finds the same pictures again.",
            "'mingjian evaluate --manifest CSV --out DIR' measures scores over pictures,"
                    + " with controls.",
            "'mingjian verify [--json] [--trust CERTIFICATES.pem] BUNDLE' checks a preservation"
                    + " bundle.",
            "'mingjian submit --help' hands in an agency's findings with their files;"
                    + " 'mingjian client' has more.",
            "'mingjian test' runs the whole test ladder.",
            "MINGJIAN_HOME (default .mingjian) holds data, logs and secrets;",
            "MINGJIAN_PORT_BASE (default 8000) moves all ports;",
            "MINGJIAN_DATABASE_BUFFERS (default 64MB) is what PostgreSQL keeps of its tables;",
            "MINGJIAN_ONLY (infra,registry,...) starts a part."
        },
        mixinStandardHelpOptions = true)
public final class Mingjian implements Runnable {
    private final Map<String, String> environment;
    private final Path root;

    @Spec private @Nullable CommandSpec spec;

    Mingjian(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** Runs one command; the result is the exit status: 0 done, 1 failed, 2 not understood. */
    public static int run(String... arguments) {
        Path root = Path.of(System.getProperty("mingjian.root", ".")).toAbsolutePath().normalize();
        return commandLine(new Mingjian(root, System.getenv())).execute(arguments);
    }

    static CommandLine commandLine(Mingjian mingjian) {
        return new CommandLine(mingjian)
                .addSubcommand(new UpCommand(mingjian))
                .addSubcommand(new DownCommand(mingjian))
                .addSubcommand(new StatusCommand(mingjian))
                .addSubcommand(new TourCommand(mingjian))
                .addSubcommand(new LegalDateCommand())
                .addSubcommand(new LogsCommand(mingjian))
                .setExecutionExceptionHandler(
                        (trouble, line, parsed) -> {
                            if (trouble instanceof StackFailure failure) {
                                System.err.println("mingjian: " + failure.getMessage());
                                return 1;
                            }
                            throw trouble;
                        });
    }

    @Override
    public void run() {
        Objects.requireNonNull(spec).commandLine().usage(System.out);
    }

    Path root() {
        return root;
    }

    Map<String, String> environment() {
        return environment;
    }

    StackOptions options() {
        return options(Progress.silent());
    }

    StackOptions options(Progress progress) {
        return StackOptions.fromEnvironment(root, environment, progress);
    }
}
