package io.mingjian.acceptance.tour;

import io.mingjian.acceptance.picture.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Real photographs, of a folder that holds those which {@code sample-pictures.txt} names: a damaged
 * object, and a pair of a photograph and another one of the screen that shows it.
 *
 * @param damaged shows no sign, unless it was handed in before
 */
public record SamplePictures(Picture damaged, Pair pair) {
    private static final String LIST = "sample-pictures.txt";

    /**
     * A photograph and a photograph of a screen that shows it.
     *
     * @param screen taken by a camera, not drawn
     */
    public record Pair(Picture original, Picture screen) {}

    /**
     * Of a folder.
     *
     * @param seed which of those that are there
     * @return empty where the folder lacks a damaged object or a pair
     */
    public static Optional<SamplePictures> of(Path folder, long seed) {
        List<List<String>> damaged = there(folder, "damaged");
        List<List<String>> pairs = there(folder, "screen");
        if (damaged.isEmpty() || pairs.isEmpty()) {
            return Optional.empty();
        }
        List<String> pair = at(pairs, seed);
        return Optional.of(
                new SamplePictures(
                        read(folder, at(damaged, seed).get(0), "实拍的破损物品照片"),
                        new Pair(
                                read(folder, pair.get(0), "实拍照片"),
                                read(folder, pair.get(1), "实拍的翻拍屏幕照片"))));
    }

    private static <T> T at(List<T> list, long seed) {
        return list.get((int) Math.floorMod(seed, (long) list.size()));
    }

    /** The files of each line of this kind of which none is missing. */
    private static List<List<String>> there(Path folder, String kind) {
        return lines().stream()
                .map(line -> List.of(line.split(" ")))
                .filter(words -> words.get(0).equals(kind))
                .map(words -> words.subList(1, words.size()))
                .filter(files -> files.stream().map(folder::resolve).allMatch(Files::isRegularFile))
                .toList();
    }

    private static List<String> lines() {
        try (InputStream list =
                Objects.requireNonNull(SamplePictures.class.getResourceAsStream(LIST), LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Picture read(Path folder, String file, String what) {
        try {
            return new Picture(
                    what + " " + file, Files.readAllBytes(folder.resolve(file)), "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
