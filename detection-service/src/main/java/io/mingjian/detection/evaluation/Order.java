package io.mingjian.detection.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Order {
    static final long SEED = 20261129;

    @Nullable Path manifest;
    @Nullable Path out;
    final List<Laundering> steps = new ArrayList<>();
    final Map<String, String> tools = new LinkedHashMap<>();
    int limit = Integer.MAX_VALUE;
    long seed = SEED;

    /** What was not understood; empty when all was. */
    Optional<String> take(List<String> words) {
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            if (!rest.hasNext()) {
                return Optional.of(
                        word.startsWith("--") ? word + " needs a value" : "unknown word " + word);
            }
            Optional<String> wrong = take(word, rest.next());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        if (manifest == null || out == null) {
            return Optional.of("--manifest and --out are needed");
        }
        return Optional.empty();
    }

    private Optional<String> take(String option, String value) {
        switch (option) {
            case "--manifest" -> manifest = Path.of(value);
            case "--out" -> out = Path.of(value);
            case "--launder" -> {
                return launder(value);
            }
            case "--tool" -> {
                return tool(value);
            }
            case "--limit", "--seed" -> {
                return number(option, value);
            }
            default -> {
                return Optional.of("unknown option " + option);
            }
        }
        return Optional.empty();
    }

    private Optional<String> launder(String value) {
        for (String word : value.split(",", -1)) {
            if (word.equals("all")) {
                Laundering.all().stream().filter(s -> !steps.contains(s)).forEach(steps::add);
                continue;
            }
            Optional<Laundering> step =
                    Laundering.of(word).filter(known -> known != Laundering.MATCHED);
            if (step.isEmpty()) {
                return Optional.of("unknown laundering step " + word);
            }
            step.filter(s -> !steps.contains(s)).ifPresent(steps::add);
        }
        return Optional.empty();
    }

    private Optional<String> tool(String value) {
        String[] parts = value.split("=", 2);
        if (parts.length < 2 || !parts[0].matches("[A-Za-z0-9._-]+") || parts[1].isBlank()) {
            return Optional.of("--tool wants NAME=COMMAND");
        }
        tools.put(parts[0], parts[1]);
        return Optional.empty();
    }

    private Optional<String> number(String option, String value) {
        try {
            long number = Long.parseLong(value);
            if (option.equals("--seed")) {
                seed = number;
            } else if (number < 1 || number > Integer.MAX_VALUE) {
                return Optional.of("--limit wants a number from 1");
            } else {
                limit = (int) number;
            }
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of(option + " wants a number, not " + value);
        }
    }
}
