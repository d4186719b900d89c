package io.mingjian.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A started process of the stack with its pid file and log. */
public final class Child {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final ChildSpec spec;
    private final Process process;
    private final PidFile pidFile;

    private Child(ChildSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
        this.pidFile =
                new PidFile(
                        spec.runDirectory().resolve(spec.name() + ".pid"),
                        process.pid(),
                        spec.signal(),
                        spec.marks());
    }

    /** Starts it in a session of its own, so that Ctrl-C reaches the launcher alone. */
    public static Child start(ChildSpec spec) {
        try {
            Files.createDirectories(spec.log().getParent());
            Files.createDirectories(spec.directory());
            ProcessBuilder builder =
                    new ProcessBuilder(inOwnSession(spec.command()))
                            .directory(spec.directory().toFile())
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().keySet().removeIf(Child::wouldConfigureAService);
            builder.environment().putAll(spec.environment());
            Child child = new Child(spec, builder.start());
            child.pidFile.write();
            return child;
        } catch (IOException e) {
            throw new StackFailure("cannot start " + spec.name() + ": " + e.getMessage(), e);
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> prefixed = new ArrayList<>(List.of(SETSID.toString()));
        prefixed.addAll(command);
        return prefixed;
    }

    /** Settings that happen to lie about in the caller's shell must not leak into the stack. */
    private static boolean wouldConfigureAService(String variable) {
        return variable.startsWith("KC_")
                || variable.startsWith("QUARKUS_")
                || variable.startsWith("KAFKA_")
                || variable.startsWith("PG")
                || variable.equals("JAVA_OPTS")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    public String name() {
        return spec.name();
    }

    public Path log() {
        return spec.log();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit status; 128 + n if signal n ended it. Only for a process that has ended. */
    public int exitStatus() {
        return process.exitValue();
    }

    public void askToStop() {
        Signals.send(process.toHandle(), spec.signal());
    }

    /** Asks to stop, waits a bounded time, then kills. */
    public void stop() {
        askToStop();
        if (!endsWithin(spec.signal().grace())) {
            kill();
        }
        pidFile.delete();
    }

    /** {@code kill -9}: the process gets no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        endsWithin(spec.signal().grace());
        pidFile.delete();
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
