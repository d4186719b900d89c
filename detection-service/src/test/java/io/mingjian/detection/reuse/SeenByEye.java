package io.mingjian.detection.reuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of sample files that a person has looked at and found to belong together. */
final class SeenByEye {
    private final List<Set<String>> groups = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private SeenByEye(List<String> lines) {
        for (String line : lines) {
            Set<String> group = Set.of(line.split(" "));
            group.forEach(
                    file -> {
                        if (numbers.put(file, groups.size()) != null) {
                            throw new IllegalArgumentException(file + " stands in two groups");
                        }
                    });
            groups.add(group);
        }
    }

    /** One group a line, its files apart by blanks; lines with {@code #} say how it was seen. */
    static SeenByEye read(String resource) {
        try (InputStream in = SeenByEye.class.getResourceAsStream(resource)) {
            return new SeenByEye(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String file) {
        return numbers.containsKey(file);
    }

    /** The groups, as they stand in the file. */
    List<Set<String>> groups() {
        return List.copyOf(groups);
    }

    boolean areTogether(String one, String other) {
        return knows(one) && numbers.get(one).equals(numbers.get(other));
    }
}
