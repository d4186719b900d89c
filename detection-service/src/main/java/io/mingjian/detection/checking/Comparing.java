package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints;
import io.mingjian.detection.checking.Compared.Match;
import io.mingjian.detection.checking.Compared.Trouble;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.reuse.ReusePrint;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one collection of pictures and says which of them another picture shows. */
final class Comparing implements AutoCloseable {
    /** The same picture before the same background, each kind with the nearest hashes first. */
    private static final Comparator<Hit> CLOSEST_FIRST =
            Comparator.comparing((Hit hit) -> !hit.match().kind().isSamePicture())
                    .thenComparing(hit -> hit.match().distance());

    private final Shelf shelf = shelf();
    private final Prints prints = new Prints(shelf);
    private final List<Path> files = new ArrayList<>();
    private final Map<String, List<Integer>> bySha256 = new HashMap<>();
    private int searchable;

    /** Prints, several of a film, or why there is none. */
    private record Made(List<ReusePrint> prints, Optional<Trouble> trouble) {
        private static Made of(List<ReusePrint> prints) {
            return prints.isEmpty()
                    ? not("TOO_PLAIN", "画面过小或过于单一，无法与其他图片区分；只按文件内容比对。")
                    : new Made(prints, Optional.empty());
        }

        private static Made not(String code, String zhReason) {
            return new Made(List.of(), Optional.of(new Trouble(code, zhReason)));
        }
    }

    private static Shelf shelf() {
        try {
            return new Shelf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a picture into the collection; empty when it can be found again. */
    Optional<Trouble> add(Path path) {
        OnDisk file = OnDisk.open(path);
        Made made = made(file);
        int number = files.size();
        files.add(path);
        if (file.content().isPresent()) {
            bySha256.computeIfAbsent(file.sha256(), sha256 -> new ArrayList<>()).add(number);
        }
        if (!made.prints().isEmpty()) {
            searchable++;
        }
        made.prints().forEach(print -> prints.add(number, print));
        return made.trouble();
    }

    /** How many can be found by what they show; copies are found besides. */
    int searchable() {
        return searchable;
    }

    /** Looks for a picture; the very same file, by its place, is not told as a match of itself. */
    Compared compare(Path path) {
        OnDisk file = OnDisk.open(path);
        Made made = made(file);
        List<Match> matches = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (int copy : bySha256.getOrDefault(file.sha256(), List.of())) {
            if (known.add(copy) && !isSame(path, files.get(copy))) {
                matches.add(new Match(files.get(copy), Optional.empty()));
            }
        }
        made.prints().stream()
                .flatMap(print -> prints.find(print).stream())
                .sorted(CLOSEST_FIRST)
                .forEach(
                        hit -> {
                            int number = Prints.number(hit.picture());
                            if (known.add(number)) {
                                matches.add(new Match(files.get(number), Optional.of(hit.match())));
                            }
                        });
        return new Compared(
                path,
                file.sha256(),
                made.prints().stream().findFirst().map(ReusePrint::pdq).orElse(""),
                made.trouble(),
                matches);
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static Made made(OnDisk file) {
        if (file.content().isEmpty()) {
            return Made.not("FILE_UNREADABLE", file.reason());
        }
        try {
            return made(file.content().get());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // One hostile file must not end the others.
            return Made.not("EXAMINATION_FAILED", "未能查看：" + e);
        }
    }

    private static Made made(ByteView view) {
        Intake intake = Intake.of(view);
        if (intake instanceof Intake.Film film) {
            return film(film.film());
        }
        if (!(intake instanceof Intake.Accepted accepted)) {
            return Made.not("NOT_A_PICTURE", "不是可以比对的图片，或超出处理限额；只按文件内容比对。");
        }
        Decoding decoding = accepted.picture().pixels();
        if (decoding instanceof Decoding.Decoded decoded) {
            return Made.of(ReusePrint.of(decoded.pixels()).stream().toList());
        }
        Decoding.Undecodable undecodable = (Decoding.Undecodable) decoding;
        return Made.not(undecodable.code(), undecodable.zhReason());
    }

    private static Made film(EvidenceFilm film) {
        return film.frames() instanceof EvidenceFilm.Frames.Unread unread
                ? Made.not(unread.code(), unread.zhReason())
                : Made.of(FilePrints.of(film));
    }

    @Override
    public void close() {
        try {
            shelf.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
