package io.mingjian.detection.evaluation;

import io.mingjian.detection.finding.DataTable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The pictures to judge: comma-separated text in UTF-8 with a heading; columns {@code path, label,
 * generator, source} and, as far as they are there, {@code split, gallery, damage}. Paths are
 * relative to the file.
 */
final class Manifest {
    private static final List<String> NEEDED = List.of("path", "label", "generator", "source");

    /** Excel begins its UTF-8 with it. */
    private static final String BYTE_ORDER_MARK = "^\uFEFF";

    private Manifest() {}

    /** The manifest is not one. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    static List<Sample> read(Path csv) throws IOException, Malformed {
        List<String> lines = lines(csv);
        if (lines.isEmpty()) {
            throw new Malformed("the manifest is empty");
        }
        Map<String, Integer> columns = new HashMap<>();
        List<String> heading = DataTable.cells(lines.get(0).replaceFirst(BYTE_ORDER_MARK, ""));
        for (int i = 0; i < heading.size(); i++) {
            columns.put(heading.get(i).strip(), i);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new Malformed("the manifest needs the columns " + String.join(", ", NEEDED));
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                samples.add(sample(csv, columns, DataTable.cells(lines.get(i)), i + 1));
            }
        }
        if (samples.isEmpty()) {
            throw new Malformed("the manifest names no picture");
        }
        samples.sort(Comparator.comparing(Sample::name));
        return samples;
    }

    private static List<String> lines(Path csv) throws IOException, Malformed {
        try {
            return Files.readAllLines(csv);
        } catch (CharacterCodingException e) {
            throw new Malformed("the manifest is not text in UTF-8");
        }
    }

    private static Sample sample(
            Path csv, Map<String, Integer> columns, List<String> cells, int line) throws Malformed {
        String path = cell(columns, cells, "path");
        String source = cell(columns, cells, "source");
        String gallery = cell(columns, cells, "gallery");
        String published = source.split(":", 2)[0];
        return new Sample(
                path,
                csv.toAbsolutePath().resolveSibling(path),
                label(cell(columns, cells, "label"), line),
                cell(columns, cells, "generator"),
                published.split("@", 2)[0],
                gallery.isEmpty() ? published : gallery,
                cell(columns, cells, "split"),
                cell(columns, cells, "damage"));
    }

    private static Sample.Label label(String word, int line) throws Malformed {
        try {
            return Sample.Label.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Malformed("line " + line + ": the label is none of real, ai, edited");
        }
    }

    private static String cell(Map<String, Integer> columns, List<String> cells, String name) {
        Integer column = columns.get(name);
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }

    /** At most so many of each generator and of each real source, drawn by the seed. */
    static List<Sample> drawn(List<Sample> all, int limit, long seed) {
        Map<String, List<Sample>> groups = new TreeMap<>();
        all.forEach(
                s -> groups.computeIfAbsent(s.label() + s.group(), g -> new ArrayList<>()).add(s));
        List<Sample> drawn = new ArrayList<>();
        for (List<Sample> group : groups.values()) {
            Collections.shuffle(group, group.get(0).random(seed, "draw"));
            drawn.addAll(group.subList(0, Math.min(limit, group.size())));
        }
        drawn.sort(Comparator.comparing(Sample::name));
        return drawn;
    }
}
