package io.mingjian.detection.visiblelabel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The rows of {@code phrases.txt}. */
final class PhraseTable {
    private static final String FILE = "phrases.txt";
    private static final String FOLD = "fold";

    private final Map<String, List<String>> words;

    private PhraseTable(Map<String, List<String>> words) {
        this.words = words;
    }

    static PhraseTable shipped() {
        InputStream resource =
                Objects.requireNonNull(PhraseTable.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhraseTable parse(List<String> lines) {
        Map<String, List<String>> words = new HashMap<>();
        for (String line : lines) {
            List<String> cells = List.of(line.split("\\s+"));
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> before = words.put(cells.get(0), cells.subList(1, cells.size()));
                if (before != null) {
                    throw new IllegalStateException(FILE + " has two rows " + cells.get(0));
                }
            }
        }
        return new PhraseTable(words);
    }

    List<String> words(String kind) {
        return Objects.requireNonNull(words.get(kind), kind);
    }

    /** From each character that is read by mistake or in another script to the one meant. */
    Map<Integer, Integer> folds() {
        Map<Integer, Integer> folds = new HashMap<>();
        for (String row : words(FOLD)) {
            if (!isLatin(row)) {
                row.codePoints().skip(1).forEach(other -> folds.put(other, row.codePointAt(0)));
            }
        }
        return folds;
    }

    /** An "AI" whose second letter was read as something alike. */
    Pattern likeI() {
        String row = words(FOLD).stream().filter(PhraseTable::isLatin).findFirst().orElseThrow();
        return Pattern.compile("(?<![A-Za-z])[Aa][" + Pattern.quote(row + "i") + "](?![A-Za-z])");
    }

    private static boolean isLatin(String row) {
        return row.startsWith("I");
    }
}
