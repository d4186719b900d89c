package io.mingjian.stack.command;

import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.LauncherLock;
import io.mingjian.stack.process.Leftovers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = "Stops everything, also what a killed launcher left; the data is kept.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 90;

    private final Mingjian mingjian;

    DownCommand(Mingjian mingjian) {
        this.mingjian = mingjian;
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        StackOptions options = mingjian.options();
        Path run = options.home().resolve("run");
        Optional<ProcessHandle> launcher = LauncherLock.holder(run);
        if (launcher.isPresent()) {
            System.out.println(
                    "asking the launcher (pid %d) to stop everything"
                            .formatted(launcher.get().pid()));
            stop(launcher.get());
        }
        List<String> left = Leftovers.reap(run);
        if (!left.isEmpty()) {
            System.out.println("stopped what was left: " + String.join(", ", left));
        }
        System.out.println(
                launcher.isEmpty() && left.isEmpty()
                        ? "nothing was running in " + options.home()
                        : "stopped; the data in " + options.home() + " is kept");
        return 0;
    }

    private static void stop(ProcessHandle launcher)
            throws InterruptedException, ExecutionException {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            launcher.destroyForcibly();
            launcher.onExit().get();
        }
    }
}
