package io.mingjian.detection.reading;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files and folders and reports each. Exit status: 0 every file was read to its end, whatever
 * was found; 1 something stayed inconclusive; 2 the command was not understood.
 */
final class ReadCommand {
    static final int READ = 0;
    static final int INCONCLUSIVE = 1;
    static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE =
            """
            Usage: mingjian read [--json] PATH…
            Reads what files say about themselves: implicit AI labels (GB 45438), content
            credentials, source types, records of generators and editors, traces of removal.
            Folders are read with everything below them; symbolic links in them are not followed.
              --json   one JSON document instead of text (docs/provenance.md)
            Exit status: 0 all read, 1 something stayed inconclusive, 2 not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;

    ReadCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String... arguments) {
        try {
            return understood(List.of(arguments));
        } catch (UncheckedIOException e) {
            err.println("mingjian: cannot be read: " + e.getMessage());
            return NOT_UNDERSTOOD;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int understood(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return READ;
        }
        List<String> unknown =
                arguments.stream().filter(a -> a.startsWith("-") && !a.equals("--json")).toList();
        List<Path> named =
                arguments.stream().filter(a -> !a.startsWith("-")).map(Path::of).toList();
        List<Path> missing = named.stream().filter(path -> !Files.exists(path)).toList();
        if (!unknown.isEmpty() || named.isEmpty()) {
            unknown.forEach(option -> err.println("mingjian: unknown option " + option));
            err.print(USAGE);
            return NOT_UNDERSTOOD;
        }
        if (!missing.isEmpty()) {
            missing.forEach(path -> err.println("mingjian: no such file or folder: " + path));
            return NOT_UNDERSTOOD;
        }
        return read(
                named, arguments.contains("--json") ? new JsonReport(out) : new TextReport(out));
    }

    private int read(List<Path> named, Report report) {
        List<Path> files = files(named);
        Progress progress = new Progress(err, files.size());
        boolean conclusive = true;
        report.begin();
        for (Path file : files) {
            progress.next();
            FileReading reading = FileReading.of(file);
            report.file(reading);
            conclusive &= reading.isConclusive();
        }
        progress.end();
        report.end();
        return conclusive ? READ : INCONCLUSIVE;
    }

    /** Files in the order in which they were named; below a folder in the order of their paths. */
    private static List<Path> files(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(below(path));
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
