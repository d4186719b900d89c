package io.mingjian.detection.sets;

import io.mingjian.detection.finding.Signal;
import io.mingjian.detection.sets.EvidenceTraces.Look;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One picture or film of a set as the comparison sees it.
 *
 * @param position its number in the set as the reader sees it, from 1
 * @param mediaType kind of the file
 * @param width in pixels; 0 where it is not known
 * @param height in pixels; 0 likewise
 * @param sha256 of the file
 * @param signals what the analyzers read of it
 * @param looks one of a picture, some of a film or a document, none of what is too plain to be
 *     compared
 * @param leftOut how many further ones of the film or document are not compared
 */
record Shot(
        int position,
        String mediaType,
        int width,
        int height,
        String sha256,
        List<Signal> signals,
        List<Look> looks,
        int leftOut) {
    private static final DateTimeFormatter EXIF_TIME =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final Set<String> CHANGED_HANDS = Set.of("EDITOR_SAVED", "SCREENSHOT");
    private static final Set<String> FROM = Set.of("file-history", "quantisation-tables");
    private static final int MOST = 3;

    Shot {
        signals = List.copyOf(signals);
        looks = List.copyOf(looks);
    }

    Shot(
            int position,
            String mediaType,
            int width,
            int height,
            String sha256,
            List<Signal> signals,
            List<Look> looks) {
        this(
                position,
                mediaType,
                width,
                height,
                sha256,
                signals,
                spread(looks),
                Math.max(0, looks.size() - MOST));
    }

    /** The first, the middle and the last: a set may have many members. */
    private static List<Look> spread(List<Look> looks) {
        if (looks.size() <= MOST) {
            return looks;
        }
        List<Look> spread = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            spread.add(looks.get(i * (looks.size() - 1) / (MOST - 1)));
        }
        return spread;
    }

    /** Maker and model as the file tells them. */
    Optional<String> camera() {
        return fact("model").map(model -> fact("make").map(m -> m + " ").orElse("") + model);
    }

    /** By the clock of the device, which has no zone here and may be set to anything. */
    Optional<LocalDateTime> takenAt() {
        return fact("takenAt").flatMap(Shot::time);
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, EXIF_TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A document has no size, nor has a film whose head does not tell it. */
    boolean hasSize() {
        return width > 0 && height > 0;
    }

    /** Kind and size of the file, sides in either order. */
    String form() {
        return mediaType + " " + Math.max(width, height) + "×" + Math.min(width, height);
    }

    /**
     * By what its tables of compression are known; empty where it has none or they were not read.
     */
    Optional<String> tables() {
        return fact("digest");
    }

    /** The family of its tables, in words of the analyzer that read them. */
    Optional<String> family() {
        return fact("family");
    }

    /** Whether the file tells that a program other than a camera has written it. */
    boolean hasChangedHands() {
        return signals.stream().anyMatch(signal -> CHANGED_HANDS.contains(signal.code()));
    }

    private Optional<String> fact(String name) {
        return signals.stream()
                .filter(signal -> FROM.contains(signal.analyzer()))
                .map(signal -> signal.facts().get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .findFirst();
    }
}
