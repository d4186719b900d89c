package io.mingjian.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of the machine and of processes, read from {@code /proc}; all sizes in MiB. */
public final class Memory {
    private static final long MIB = 1024 * 1024;

    private Memory() {}

    /** What can still be given out: the machine's figure or the control group's, if smaller. */
    public static OptionalLong available() {
        OptionalLong machine = mebibytes(Path.of("/proc/meminfo"), "MemAvailable:");
        OptionalLong group = leftInGroup(Path.of("/sys/fs/cgroup"));
        if (machine.isEmpty() || group.isEmpty()) {
            return machine;
        }
        return OptionalLong.of(Math.min(machine.getAsLong(), group.getAsLong()));
    }

    /** Throws a {@link StackFailure} when less than {@code needed} MiB are left. */
    public static void require(OptionalLong available, long needed) {
        if (available.isPresent() && available.getAsLong() < needed) {
            throw new StackFailure(
                    "only %d MiB of memory are available, the stack needs %d MiB; close something"
                                    .formatted(available.getAsLong(), needed)
                            + " or start a part of it with MINGJIAN_ONLY");
        }
    }

    /**
     * Proportional set size of a process and all its descendants: shared pages count once over the
     * whole machine.
     */
    public static OptionalLong proportional(ProcessHandle root) {
        List<OptionalLong> parts =
                Stream.concat(Stream.of(root), root.descendants())
                        .map(Memory::proportionalOf)
                        .toList();
        if (parts.stream().noneMatch(OptionalLong::isPresent)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(parts.stream().mapToLong(part -> part.orElse(0)).sum());
    }

    /** The same for one process alone. */
    public static OptionalLong proportionalOf(ProcessHandle process) {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
        return mebibytes(file, "Pss:");
    }

    private static OptionalLong mebibytes(Path file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }

    private static OptionalLong leftInGroup(Path group) {
        OptionalLong limit = number(group.resolve("memory.max"));
        OptionalLong used = number(group.resolve("memory.current"));
        if (limit.isEmpty() || used.isEmpty()) {
            return OptionalLong.empty();
        }
        Path figures = group.resolve("memory.stat");
        long reclaimable =
                Stream.of("inactive_file ", "active_file ", "slab_reclaimable ")
                        .mapToLong(each -> statistic(figures, each))
                        .sum();
        return OptionalLong.of((limit.getAsLong() - used.getAsLong() + reclaimable) / MIB);
    }

    private static OptionalLong number(Path file) {
        return lines(file).stream()
                .filter(line -> line.matches("\\d+"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static long statistic(Path file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.substring(key.length())))
                .findFirst()
                .orElse(0);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
