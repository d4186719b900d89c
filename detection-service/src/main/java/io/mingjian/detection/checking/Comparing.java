package io.mingjian.detection.checking;

import io.mingjian.detection.analysis.FilePrints;
import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.analysis.Shown;
import io.mingjian.detection.checking.Compared.Match;
import io.mingjian.detection.checking.Prints.Hit;
import io.mingjian.detection.reading.FileList;
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

/** Holds one collection of files and says which of them show what another one shows. */
final class Comparing implements AutoCloseable {
    /** The same picture before the same background, each kind with the nearest hashes first. */
    private static final Comparator<Hit> CLOSEST_FIRST =
            Comparator.comparing((Hit hit) -> !hit.match().kind().isSamePicture())
                    .thenComparing(hit -> hit.match().distance());

    private final Shelf shelf = shelf();
    private final Prints prints = new Prints(shelf);
    private final List<Path> files = new ArrayList<>();
    private final List<Path> places = new ArrayList<>();
    private final Map<String, List<Integer>> bySha256 = new HashMap<>();
    private int searchable;

    /** What a file shows, or why that is not known or not all. */
    private record Made(List<Shown> shown, Optional<Gap> gap) {
        private static Made of(FilePrints prints) {
            return new Made(prints.shown(), prints.gap().map(Made::byContentOnly));
        }

        private static Gap byContentOnly(Gap gap) {
            return gap.inPart()
                    ? gap
                    : new Gap(gap.code(), gap.zhReason() + "只按文件内容比对。", false, gap.byDesign());
        }

        private static Made not(String code, String zhReason) {
            return new Made(List.of(), Optional.of(new Gap(code, zhReason, false, false)));
        }
    }

    private static Shelf shelf() {
        try {
            return new Shelf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file into the collection; empty when it can be found by all that it shows. */
    Optional<Gap> add(Path path) {
        OnDisk file = OnDisk.open(path);
        Made made = made(file);
        int number = files.size();
        files.add(path);
        places.add(FileList.place(path));
        if (file.content().isPresent()) {
            bySha256.computeIfAbsent(file.sha256(), sha256 -> new ArrayList<>()).add(number);
        }
        if (!made.shown().isEmpty()) {
            searchable++;
        }
        made.shown().forEach(shown -> prints.add(number, shown));
        return made.gap();
    }

    /** How many can be found by what they show; copies are found besides. */
    int searchable() {
        return searchable;
    }

    /** Looks for a file; the very same file, by its place, is not told as a match of itself. */
    Compared compare(Path path) {
        OnDisk file = OnDisk.open(path);
        Made made = made(file);
        List<Match> matches = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        Path place = FileList.place(path);
        for (int copy : bySha256.getOrDefault(file.sha256(), List.of())) {
            if (known.add(copy) && !place.equals(places.get(copy))) {
                matches.add(Match.copy(files.get(copy)));
            }
        }
        made.shown().stream()
                .flatMap(shown -> prints.find(shown).stream())
                .sorted(CLOSEST_FIRST)
                .filter(hit -> known.add(hit.number()))
                .forEach(hit -> matches.add(match(hit)));
        return new Compared(
                path,
                file.sha256(),
                made.shown().stream().findFirst().map(each -> each.print().pdq()).orElse(""),
                made.gap(),
                matches);
    }

    private Match match(Hit hit) {
        return new Match(files.get(hit.number()), Optional.of(hit.match()), hit.spots());
    }

    private static Made made(OnDisk file) {
        if (file.content().isEmpty()) {
            return Made.not("FILE_UNREADABLE", file.reason());
        }
        try {
            return Made.of(FilePrints.of(file.content().get()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // One hostile file must not end the others.
            return Made.not("EXAMINATION_FAILED", "未能查看：" + e);
        }
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
