package io.mingjian.stack;

import io.mingjian.stack.process.PortCheck;
import io.mingjian.stack.process.Progress;
import io.mingjian.stack.process.StackFailure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and where.
 *
 * @param root the repository
 * @param home data, logs, secrets and pid files of this stack
 * @param cache unpacked distributions that all stacks share
 * @param services which of the four are started; the infrastructure always is
 * @param environment more variables per service, for instance to move its clock
 * @param databaseBuffers what PostgreSQL keeps in memory of its tables, as it writes sizes
 * @param brief for tests: starts in less time, and loses data when the machine (not a process) dies
 */
public record StackOptions(
        Path root,
        Path home,
        Path cache,
        Ports ports,
        Set<Service> services,
        Map<Service, Map<String, String>> environment,
        String databaseBuffers,
        boolean brief,
        Progress progress) {

    private static final String SMALL_BUFFERS = "64MB";

    /**
     * As the command line has it: {@code MINGJIAN_HOME, _PORT_BASE, _ONLY, _CACHE,
     * _DATABASE_BUFFERS}.
     */
    public static StackOptions fromEnvironment(
            Path root, Map<String, String> environment, Progress progress) {
        Path home = path(environment.get("MINGJIAN_HOME"), root.resolve(".mingjian"));
        return new StackOptions(
                root,
                home,
                path(environment.get("MINGJIAN_CACHE"), root.resolve(".mingjian/cache")),
                ports(environment.get("MINGJIAN_PORT_BASE")),
                services(environment.get("MINGJIAN_ONLY")),
                Map.of(),
                environment.getOrDefault("MINGJIAN_DATABASE_BUFFERS", SMALL_BUFFERS),
                false,
                progress);
    }

    /** A silent stack for tests: its own home, ports that are free now, soon thrown away. */
    public static StackOptions forTests(Path root, Path home) {
        return new StackOptions(
                root,
                home.toAbsolutePath().normalize(),
                root.resolve(".mingjian/cache"),
                freePorts(),
                EnumSet.allOf(Service.class),
                Map.of(),
                SMALL_BUFFERS,
                true,
                Progress.silent());
    }

    public StackOptions with(Progress louder) {
        return new StackOptions(
                root, home, cache, ports, services, environment, databaseBuffers, brief, louder);
    }

    public StackOptions with(Ports others) {
        return new StackOptions(
                root, home, cache, others, services, environment, databaseBuffers, brief, progress);
    }

    public StackOptions only(Set<Service> fewer) {
        return new StackOptions(
                root,
                home,
                cache,
                ports,
                Set.copyOf(fewer),
                environment,
                databaseBuffers,
                brief,
                progress);
    }

    public StackOptions with(Service service, String variable, String value) {
        Map<Service, Map<String, String>> more = new EnumMap<>(Service.class);
        more.putAll(environment);
        Map<String, String> own = new HashMap<>(more.getOrDefault(service, Map.of()));
        own.put(variable, value);
        more.put(service, Map.copyOf(own));
        return new StackOptions(
                root, home, cache, ports, services, more, databaseBuffers, brief, progress);
    }

    Path run() {
        return home.resolve("run");
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    private static Path path(@Nullable String given, Path otherwise) {
        Path path = given == null || given.isBlank() ? otherwise : Path.of(given);
        return path.toAbsolutePath().normalize();
    }

    private static Ports ports(@Nullable String base) {
        if (base == null || base.isBlank()) {
            return new Ports(Ports.DEFAULT_BASE);
        }
        try {
            return new Ports(Integer.parseInt(base.trim()));
        } catch (NumberFormatException e) {
            throw new StackFailure("MINGJIAN_PORT_BASE must be a number, not '" + base + "'", e);
        } catch (IllegalArgumentException e) {
            throw new StackFailure("MINGJIAN_PORT_BASE: " + e.getMessage(), e);
        }
    }

    /** {@code infra} for none, or a comma-separated list. */
    private static Set<Service> services(@Nullable String only) {
        if (only == null || only.isBlank()) {
            return EnumSet.allOf(Service.class);
        }
        Set<Service> services = EnumSet.noneOf(Service.class);
        Stream.of(only.split(","))
                .map(name -> name.trim().toUpperCase(Locale.ROOT))
                .filter(name -> !name.equals("INFRA"))
                .map(StackOptions::service)
                .forEach(services::add);
        return services;
    }

    private static Service service(String name) {
        try {
            return Service.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new StackFailure(
                    "MINGJIAN_ONLY knows infra, registry, detection, monitoring, gateway; not "
                            + name.toLowerCase(Locale.ROOT),
                    e);
        }
    }

    private static Ports freePorts() {
        return IntStream.iterate(21000, base -> base < 60000, base -> base + 1000)
                .mapToObj(Ports::new)
                .filter(StackOptions::allFree)
                .findFirst()
                .orElseThrow(() -> new StackFailure("no free range of ports for a test stack"));
    }

    private static boolean allFree(Ports ports) {
        return ports.byName(EnumSet.allOf(Service.class)).values().stream()
                .allMatch(PortCheck::isFree);
    }
}
