package io.mingjian.stack.command;

import io.mingjian.stack.Addresses;
import io.mingjian.stack.Service;
import io.mingjian.stack.StackOptions;
import io.mingjian.stack.process.LauncherLock;
import io.mingjian.stack.process.Memory;
import io.mingjian.stack.process.Readiness;
import io.mingjian.stack.process.RunningProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Exit status 0 when something runs and all of it is ready, else 1. */
@Command(
        name = "status",
        description = "Shows what runs, whether it is ready, and its memory (PSS).",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private final Mingjian mingjian;

    StatusCommand(Mingjian mingjian) {
        this.mingjian = mingjian;
    }

    @Override
    public Integer call() {
        StackOptions options = mingjian.options();
        Path run = options.home().resolve("run");
        List<RunningProcess> processes = new ArrayList<>(RunningProcess.in(run));
        if (processes.isEmpty()) {
            System.out.println("nothing is running in " + options.home());
            return 1;
        }
        Map<String, URI> health = healthAddresses(options);
        LauncherLock.holder(run)
                .ifPresent(handle -> processes.add(new RunningProcess("launcher", handle)));
        processes.forEach(process -> print(process, health));
        System.out.printf(
                "%-12s %25d MiB%n",
                "sum", processes.stream().mapToLong(StatusCommand::mebibytes).sum());
        return processes.stream().allMatch(process -> trouble(process, health).isEmpty()) ? 0 : 1;
    }

    private static Map<String, URI> healthAddresses(StackOptions options) {
        Addresses addresses = Addresses.of(options);
        Map<String, URI> health = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            health.put(service.label(), addresses.health(service));
        }
        health.put("keycloak", addresses.keycloakHealth());
        return health;
    }

    private static void print(RunningProcess process, Map<String, URI> health) {
        System.out.printf(
                "%-12s pid %-8d %9d MiB  %s%n",
                process.name(),
                process.handle().pid(),
                mebibytes(process),
                trouble(process, health)
                        .orElse(health.containsKey(process.name()) ? "ready" : "running"));
    }

    private static Optional<String> trouble(RunningProcess process, Map<String, URI> health) {
        return Optional.ofNullable(health.get(process.name())).flatMap(Readiness::trouble);
    }

    /** The launcher's own share only: its children have lines of their own. */
    private static long mebibytes(RunningProcess process) {
        OptionalLong size =
                process.name().equals("launcher")
                        ? Memory.proportionalOf(process.handle())
                        : Memory.proportional(process.handle());
        return size.orElse(0);
    }
}
