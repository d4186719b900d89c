package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.AnalyzerPanel;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.reading.FileList;
import io.mingjian.detection.reading.Progress;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the whole indication of files and folders. Exit status: 0 every file was gone through to
 * its end, whatever was found; 1 something stayed inconclusive; 2 the command was not understood.
 */
final class CheckCommand {
    private static final String USAGE =
            """
            Usage: mingjian check [--json] [--one-matter] PATH…
            Gives the whole explained indication of pictures, films and documents: labels and
            credentials, traces in file and pixels, the same picture among the given files, and
            what each of it does not prove.
            Folders, also named by a symbolic link, are read with everything below them; symbolic
            links in them are not followed.
              --json         one JSON document instead of text (docs/detection-cli.md)
              --one-matter   all files belong to one matter: the same picture again weighs nothing
            Exit status: 0 all gone through, 1 something stayed inconclusive, 2 not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final List<Analyzer> panel;

    CheckCommand(PrintStream out, PrintStream err) {
        this(out, err, AnalyzerPanel.ALL);
    }

    CheckCommand(PrintStream out, PrintStream err, List<Analyzer> panel) {
        this.out = out;
        this.err = err;
        this.panel = panel;
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

    private int understood(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return Status.DONE;
        }
        List<Path> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean json = false;
        boolean oneMatter = false;
        for (String word : arguments) {
            switch (word) {
                case "--json" -> json = true;
                case "--one-matter" -> oneMatter = true;
                default -> {
                    if (word.startsWith("-")) {
                        unknown.add(word);
                    } else {
                        named.add(Path.of(word));
                    }
                }
            }
        }
        if (!unknown.isEmpty() || named.isEmpty()) {
            unknown.forEach(option -> err.println("mingjian: unknown option " + option));
            err.print(USAGE);
            return Status.NOT_UNDERSTOOD;
        }
        List<Path> missing = named.stream().filter(path -> !Files.exists(path)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(path -> err.println("mingjian: no such file or folder: " + path));
            return Status.NOT_UNDERSTOOD;
        }
        return check(FileList.of(named), oneMatter, json ? new CheckJson(out) : new CheckText(out));
    }

    /** Nothing is told before all were seen, because the last may show the same as the first. */
    private int check(List<Path> files, boolean oneMatter, CheckReport report) {
        try (Checking checking = new Checking(panel, oneMatter)) {
            Progress progress = new Progress(err, files.size());
            for (Path file : files) {
                progress.next();
                checking.look(file);
            }
            progress.end();
            boolean conclusive = true;
            report.begin(panel);
            for (int number = 0; number < checking.count(); number++) {
                Checked checked = checking.explained(number);
                report.file(checked);
                conclusive &= checked.isConclusive();
            }
            report.end();
            return Status.of(conclusive);
        }
    }
}
