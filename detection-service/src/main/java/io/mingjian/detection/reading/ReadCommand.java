package io.mingjian.detection.reading;

import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.c2pa.TrustLists;
import io.mingjian.detection.finding.Analyzer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

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
            Usage: mingjian read [--json] [--trust FILE] PATH…
            Reads what files say about themselves: implicit AI labels (GB 45438), content
            credentials, source types, records of generators and editors, traces of removal, and
            labels written at the edges of pictures.
            Folders, also named by a symbolic link, are read with everything below them; symbolic
            links in them are not followed.
              --json         one JSON document instead of text (docs/provenance.md)
              --trust FILE   authorities in PEM to trust beside the shipped lists
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
        } catch (InvalidPathException e) {
            err.println("mingjian: not a path: " + e.getMessage());
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
        Order order = new Order();
        List<String> unknown = order.take(arguments);
        List<Path> missing = order.named.stream().filter(path -> !Files.exists(path)).toList();
        if (!unknown.isEmpty() || order.named.isEmpty()) {
            unknown.forEach(option -> err.println("mingjian: unknown option " + option));
            err.print(USAGE);
            return NOT_UNDERSTOOD;
        }
        if (!missing.isEmpty()) {
            missing.forEach(path -> err.println("mingjian: no such file or folder: " + path));
            return NOT_UNDERSTOOD;
        }
        try {
            List<Analyzer> labels = AnalyzerPanel.declared(order.lists());
            Report report = order.json ? new JsonReport(out) : new TextReport(out);
            return read(FileList.of(order.named), labels, report);
        } catch (CertificateException e) {
            err.println("mingjian: no certificates to trust: " + e.getMessage());
            return NOT_UNDERSTOOD;
        }
    }

    /** What the command line asks for. */
    private static final class Order {
        private final List<Path> named = new ArrayList<>();
        private Optional<Path> trust = Optional.empty();
        private boolean json;

        /** Returns the words that were not understood. */
        private List<String> take(List<String> arguments) {
            List<String> unknown = new ArrayList<>();
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String word = rest.next();
                if (word.equals("--json")) {
                    json = true;
                } else if (word.equals("--trust") && rest.hasNext()) {
                    trust = Optional.of(Path.of(rest.next()));
                } else if (word.startsWith("-")) {
                    unknown.add(word);
                } else {
                    named.add(Path.of(word));
                }
            }
            return unknown;
        }

        private TrustLists lists() throws CertificateException {
            try {
                return trust.isPresent()
                        ? TrustLists.official().with(Files.readAllBytes(trust.get()))
                        : TrustLists.official();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private int read(List<Path> files, List<Analyzer> labels, Report report) {
        Progress progress = new Progress(err, files.size());
        boolean conclusive = true;
        report.begin();
        for (Path file : files) {
            progress.next();
            FileReading reading = FileReading.of(file, labels);
            report.file(reading);
            conclusive &= reading.isConclusive();
        }
        progress.end();
        report.end();
        return conclusive ? READ : INCONCLUSIVE;
    }
}
