package io.mingjian.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a port of the stack is free on the loopback address and, if not, who holds it. */
public final class PortCheck {
    private static final String LISTENING = "0A";

    private PortCheck() {}

    /** Throws a {@link StackFailure} that names the first taken port and its holder. */
    public static void requireFree(Map<String, Integer> portsByName) {
        portsByName.forEach(PortCheck::requireFree);
    }

    private static void requireFree(String name, int port) {
        if (!isFree(port)) {
            String holder = holder(port).map(who -> " by " + who).orElse("");
            throw new StackFailure(
                    "port %d (%s) is taken%s; stop that or set MINGJIAN_PORT_BASE"
                            .formatted(port, name, holder));
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Pid and command of the listener, as far as {@code /proc} lets this user see it. */
    static Optional<String> holder(int port) {
        return Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .flatMap(table -> listeningSocket(table, port).stream())
                .findFirst()
                .flatMap(PortCheck::ownerOf)
                .map(PortCheck::describe);
    }

    private static Optional<String> listeningSocket(Path table, int port) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        return lines(table).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .findFirst();
    }

    private static Optional<ProcessHandle> ownerOf(String socket) {
        return ProcessHandle.allProcesses().filter(p -> holds(p, socket)).findFirst();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        Path descriptors = Path.of("/proc", String.valueOf(process.pid()), "fd");
        try (Stream<Path> links = Files.list(descriptors)) {
            return links.anyMatch(link -> pointsTo(link, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path link, String socket) {
        try {
            return Files.readSymbolicLink(link).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static String describe(ProcessHandle process) {
        String line = CommandLines.of(process).trim();
        String shown = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return "pid " + process.pid() + " (" + shown + ")";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
