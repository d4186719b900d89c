package io.mingjian.detection.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The prompts of a file under {@code prompts/}, whose head says what the columns are. */
record Corpus(String name, List<Sample> samples) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    enum Kind {
        RISKY,
        LEGITIMATE,
        EVERYDAY
    }

    /** A prompt and what it is to be read as. */
    record Sample(Kind kind, Set<PromptCategory> categories, Set<Evasion> evasions, String prompt) {
        static Sample of(String line) {
            String[] cells = line.split("\t", -1);
            return new Sample(
                    Kind.valueOf(cells[0].toUpperCase(java.util.Locale.ROOT)),
                    set(PromptCategory.class, cells[1]),
                    set(Evasion.class, cells[2]),
                    ESCAPE.matcher(cells[3])
                            .replaceAll(
                                    code ->
                                            Character.toString(
                                                    Integer.parseInt(code.group(1), 16))));
        }

        private static <E extends Enum<E>> Set<E> set(Class<E> type, String cell) {
            return cell.equals("-")
                    ? Set.of()
                    : Arrays.stream(cell.split(","))
                            .map(name -> Enum.valueOf(type, name))
                            .collect(Collectors.toUnmodifiableSet());
        }
    }

    static Corpus named(String name) {
        String path = "/prompts/" + name + ".tsv";
        try (InputStream file =
                Objects.requireNonNull(Corpus.class.getResourceAsStream(path), path)) {
            return new Corpus(
                    name,
                    new String(file.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Sample::of)
                            .toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
