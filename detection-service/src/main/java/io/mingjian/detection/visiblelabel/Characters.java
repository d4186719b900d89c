package io.mingjian.detection.visiblelabel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the reader of lines can read. It gives, for each step along a line, how probable every
 * character is; the first place stands for "nothing new", the last for a blank between words.
 */
final class Characters {
    private final List<String> characters;

    Characters(List<String> characters) {
        this.characters = List.copyOf(characters);
    }

    static Characters load(String resource) {
        InputStream stream =
                Objects.requireNonNull(Characters.class.getResourceAsStream(resource), resource);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Characters(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many places a step has. */
    int places() {
        return characters.size() + 2;
    }

    private String at(int place) {
        return place == characters.size() + 1 ? " " : characters.get(place - 1);
    }

    /**
     * Takes the likeliest at each step; the same one twice in a row is one character.
     *
     * @param box handed through
     */
    Line line(float[] steps, Box box) {
        StringBuilder text = new StringBuilder();
        double certainty = 0;
        int read = 0;
        int last = 0;
        for (int from = 0; from + places() <= steps.length; from += places()) {
            int best = likeliest(steps, from);
            if (best != 0 && best != last) {
                text.append(at(best));
                certainty += steps[from + best];
                read++;
            }
            last = best;
        }
        return new Line(text.toString().strip(), read == 0 ? 0 : certainty / read, box);
    }

    private int likeliest(float[] steps, int from) {
        int best = 0;
        for (int i = 1; i < places(); i++) {
            if (steps[from + i] > steps[from + best]) {
                best = i;
            }
        }
        return best;
    }
}
