package io.mingjian.detection.prompt;

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

/**
 * What is known of characters: how Chinese ones are read, which simplified one a traditional one
 * stands for, and which letters only look Latin. Tables lie beside the class as data.
 */
final class Characters {
    /** Cyrillic and Greek letters, and the Latin ones that they look like. */
    private static final Map<Integer, Integer> LOOKALIKES =
            pairs("аaеeоoрpсcуyхxіiѕsјjԁdӏlԛqԝwһhαaοoρpνvιiκkτt");

    private static final Map<Integer, Integer> SIMPLIFIED = traditional();
    private static final Map<Integer, List<String>> SYLLABLES = syllables();

    private Characters() {}

    /** The one spelling of a character; lower case is made before. */
    static int plain(int character) {
        int latin = LOOKALIKES.getOrDefault(character, character);
        return SIMPLIFIED.getOrDefault(latin, latin);
    }

    /** How a simplified character is read, without tones; none where it is not known. */
    static List<String> syllables(int character) {
        return SYLLABLES.getOrDefault(character, List.of());
    }

    static boolean isChinese(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static Map<Integer, Integer> pairs(String text) {
        int[] characters = text.codePoints().toArray();
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i < characters.length; i += 2) {
            pairs.put(characters[i], characters[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    private static Map<Integer, Integer> traditional() {
        Map<Integer, Integer> simplified = new HashMap<>();
        for (String line : lines("traditional.txt")) {
            int[] characters = line.codePoints().toArray();
            for (int i = 1; i < characters.length; i++) {
                simplified.put(characters[i], characters[0]);
            }
        }
        return Map.copyOf(simplified);
    }

    private static Map<Integer, List<String>> syllables() {
        Map<Integer, List<String>> syllables = new HashMap<>();
        for (String line : lines("syllables.txt")) {
            int space = line.indexOf(' ');
            List<String> read = List.of(line.substring(0, space));
            line.substring(space + 1)
                    .codePoints()
                    .forEach(character -> syllables.merge(character, read, Characters::both));
        }
        return Map.copyOf(syllables);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return List.of(some.get(0), others.get(0));
    }

    private static List<String> lines(String name) {
        InputStream resource =
                Objects.requireNonNull(Characters.class.getResourceAsStream(name), name);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
