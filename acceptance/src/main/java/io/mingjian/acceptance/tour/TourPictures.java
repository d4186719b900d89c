package io.mingjian.acceptance.tour;

import io.mingjian.acceptance.picture.Picture;
import io.mingjian.acceptance.picture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is handed in on the tour.
 *
 * @param copy the labelled one, re-saved and cropped
 * @param changed the labelled one, changed in other ways: re-saved, mirrored, and, if it is drawn,
 *     by a model of a screen and a camera
 * @param pair a photograph and one of the screen that shows it; empty without the samples
 * @param page the shop's page that the agency captured
 * @param source whether what stands for photographs was drawn or photographed
 */
record TourPictures(
        Picture genuine,
        Picture labelled,
        Picture copy,
        List<Picture> changed,
        Optional<SamplePictures.Pair> pair,
        Picture page,
        Source source) {
    /** Where photograph and labelled picture come from. */
    enum Source {
        /** Drawn here, new in every run. */
        DRAWN,
        /** A folder with the samples: a damaged object, and a real photograph of a screen. */
        SAMPLES,
        /** A folder of which nothing is known; it may have been seen by earlier runs. */
        OWN
    }

    private static final double KEPT_SHARE = 0.88;
    private static final long MOST_BYTES = 20L * 1024 * 1024;

    /** Drawn here; another seed draws others. */
    static TourPictures drawn(long seed, LocalDateTime taken) {
        return of(
                Pictures.photograph(seed, taken),
                Pictures.labelled(seed + 1),
                Optional.empty(),
                seed,
                Source.DRAWN);
    }

    /**
     * Of a folder: the first file in path order that declares itself generated; for a photograph
     * one of the samples where the folder holds them, otherwise the first file that does not
     * declare itself and lies in no folder named {@code ai}, {@code edited}, {@code recapture} or
     * {@code hash}. What the folder lacks is drawn.
     */
    static TourPictures from(Path folder, long seed, LocalDateTime taken) {
        List<Path> files = pictureFiles(folder);
        Optional<Path> labelled = first(files, TourPictures::declares);
        Optional<SamplePictures> samples = SamplePictures.of(folder, seed);
        Optional<Path> genuine =
                first(
                        files,
                        file ->
                                !liesIn(
                                                folder.relativize(file),
                                                "ai",
                                                "edited",
                                                "recapture",
                                                "hash")
                                        && !declares(file));
        return of(
                samples.map(SamplePictures::damaged)
                        .or(() -> genuine.map(file -> read(folder, file)))
                        .orElseGet(() -> Pictures.photograph(seed, taken)),
                labelled.map(file -> read(folder, file))
                        .orElseGet(() -> Pictures.labelled(seed + 1)),
                samples.map(SamplePictures::pair),
                seed,
                source(samples.isPresent(), genuine.isEmpty() && labelled.isEmpty()));
    }

    private static Source source(boolean samples, boolean nothing) {
        if (samples) {
            return Source.SAMPLES;
        }
        return nothing ? Source.DRAWN : Source.OWN;
    }

    private static TourPictures of(
            Picture genuine,
            Picture labelled,
            Optional<SamplePictures.Pair> pair,
            long seed,
            Source source) {
        return new TourPictures(
                genuine,
                labelled,
                Pictures.resavedAndCropped(labelled, KEPT_SHARE),
                changed(labelled, seed, source == Source.DRAWN),
                pair,
                Pictures.screenshot(seed),
                source);
    }

    private static List<Picture> changed(Picture labelled, long seed, boolean drawn) {
        List<Picture> changed = new ArrayList<>();
        changed.add(Pictures.resaved(labelled));
        changed.add(Pictures.mirrored(labelled));
        if (drawn) {
            changed.add(Pictures.rephotographed(labelled, seed));
        }
        return List.copyOf(changed);
    }

    private static List<Path> pictureFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !mediaType(file).isEmpty())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> first(List<Path> files, Predicate<Path> wanted) {
        return files.stream().filter(TourPictures::fits).filter(wanted).findFirst();
    }

    private static boolean fits(Path file) {
        try {
            return Files.size(file) <= MOST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the file seems to say that it was generated: the words of the standard's label, or
     * the two text chunks of a common generator. Only a guess; the tour then checks what the suite
     * says. Java must be able to crop it.
     */
    private static boolean declares(Path file) {
        String text = new String(bytes(file), StandardCharsets.ISO_8859_1);
        boolean label = text.contains("ContentProducer") && text.contains("AIGC");
        boolean parameters = text.contains("tEXtprompt") && text.contains("tEXtworkflow");
        return (label || parameters) && !mediaType(file).equals("image/webp");
    }

    private static boolean liesIn(Path file, String... folders) {
        return Stream.of(folders).anyMatch(folder -> file.startsWith(folder));
    }

    private static Picture read(Path folder, Path file) {
        return new Picture(folder.relativize(file).toString(), bytes(file), mediaType(file));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what is no picture. */
    private static String mediaType(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return "image/jpeg";
        }
        if (name.endsWith(".png")) {
            return "image/png";
        }
        return name.endsWith(".webp") ? "image/webp" : "";
    }
}
