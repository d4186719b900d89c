package io.mingjian.client;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "monitor-client",
        description = "监测机构报送工具 / Hands in the findings of a monitoring agency.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Client.Version.class,
        exitCodeOnInvalidInput = 5,
        mixinStandardHelpOptions = true)
public final class Client implements Runnable {
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    @Spec private @Nullable CommandSpec spec;

    public Client(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs one command; the result is the exit status of {@link Ending}. */
    public int run(String... arguments) {
        CommandLine line =
                new CommandLine(this)
                        .addSubcommand(new SubmitCommand(environment, out, err))
                        .addSubcommand(new StatusCommand(out))
                        .addSubcommand(new TemplateCommand(out))
                        .addSubcommand(new HashCommand(out));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler(trouble());
        return line.execute(arguments);
    }

    /** What a command did not foresee; never a stack trace with what was in hand. */
    private IExecutionExceptionHandler trouble() {
        return (failure, command, parsed) -> {
            if (failure instanceof Stopped stopped) {
                err.println(stopped.why().zh() + " / " + stopped.why().en());
                return stopped.ending().status();
            }
            if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                err.println("无法读写 / cannot read or write: " + failure.getMessage());
                return Ending.INTERRUPTED.status();
            }
            err.println("程序错误 / internal error: " + failure);
            return 70;
        };
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(out);
        }
    }

    /** From the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Client.class.getPackage().getImplementationVersion();
            return new String[] {"monitor-client " + (version == null ? "development" : version)};
        }
    }
}
