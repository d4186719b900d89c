package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.reading.FileList;
import io.mingjian.detection.reading.Progress;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which files of one collection show pictures of those of another. Exit status: 0 all were
 * compared, whatever was found; 1 some could not be; 2 the command was not understood.
 */
final class ReuseCommand {
    private static final String USAGE =
            """
            Usage: mingjian reuse [--json] --index PATH… --query PATH…
            Says for each file of the query which files of the index show the same picture: saved
            again, resized, cropped, framed, turned, mirrored, tilted or photographed from a
            screen; and which only share a background. Each match comes with the distance of its
            hashes, the key points on which it stands, the mapping and the common parts; of films
            with the second, of documents with the place. What of a file could not be looked for
            is told.
            Both may be one folder; no file is a match of itself.
            Folders, also named by a symbolic link, are read with everything below them; symbolic
            links in them are not followed.
              --json   one JSON document instead of text (docs/detection-cli.md)
            Exit status: 0 all compared, 1 some could not be compared, 2 not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;

    ReuseCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String... arguments) {
        try {
            return understood(List.of(arguments));
        } catch (UncheckedIOException e) {
            err.println("mingjian: cannot be read: " + e.getMessage());
            return Status.NOT_UNDERSTOOD;
        } catch (InvalidPathException e) {
            err.println("mingjian: not a path: " + e.getMessage());
            return Status.NOT_UNDERSTOOD;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** What the command line asks for. */
    private static final class Order {
        private final List<Path> index = new ArrayList<>();
        private final List<Path> query = new ArrayList<>();
        private boolean json;

        /** Returns the words that were not understood. */
        private List<String> take(List<String> arguments) {
            List<String> unknown = new ArrayList<>();
            Optional<List<Path>> open = Optional.empty();
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String word = rest.next();
                switch (word) {
                    case "--json" -> json = true;
                    case "--index" -> open = Optional.of(index);
                    case "--query" -> open = Optional.of(query);
                    default -> {
                        if (word.startsWith("-") || open.isEmpty()) {
                            unknown.add(word);
                        } else {
                            open.get().add(Path.of(word));
                        }
                    }
                }
            }
            return unknown;
        }
    }

    private int understood(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return Status.DONE;
        }
        Order order = new Order();
        List<String> unknown = order.take(arguments);
        if (!unknown.isEmpty() || order.index.isEmpty() || order.query.isEmpty()) {
            unknown.forEach(word -> err.println("mingjian: not understood: " + word));
            err.print(USAGE);
            return Status.NOT_UNDERSTOOD;
        }
        List<Path> missing =
                Stream.concat(order.index.stream(), order.query.stream())
                        .filter(path -> !Files.exists(path))
                        .toList();
        if (!missing.isEmpty()) {
            missing.forEach(path -> err.println("mingjian: no such file or folder: " + path));
            return Status.NOT_UNDERSTOOD;
        }
        return compare(
                FileList.of(order.index),
                FileList.of(order.query),
                order.json ? new ReuseJson(out) : new ReuseText(out));
    }

    private int compare(List<Path> index, List<Path> query, ReuseReport report) {
        try (Comparing comparing = new Comparing()) {
            Progress progress = new Progress(err, index.size() + query.size());
            Map<Path, Gap> gaps = new LinkedHashMap<>();
            for (Path path : index) {
                progress.next();
                comparing.add(path).ifPresent(gap -> gaps.put(path, gap));
            }
            boolean conclusive = gaps.values().stream().allMatch(Compared::leavesNothingOpen);
            report.begin(index.size(), comparing.searchable(), gaps);
            for (Path path : query) {
                progress.next();
                Compared compared = comparing.compare(path);
                report.query(compared);
                conclusive &= compared.isConclusive();
            }
            progress.end();
            report.end();
            return Status.of(conclusive);
        }
    }
}
