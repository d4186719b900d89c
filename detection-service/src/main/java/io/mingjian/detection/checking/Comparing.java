package io.mingjian.detection.checking;

import io.mingjian.detection.checking.Compared.Match;
import io.mingjian.detection.checking.Compared.Trouble;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.reuse.ReusePrint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one collection of pictures and says which of them another picture shows. */
final class Comparing implements AutoCloseable {
    private final Shelf shelf = shelf();
    private final Prints prints = new Prints(shelf);
    private final List<Path> files = new ArrayList<>();
    private final Map<String, List<Integer>> bySha256 = new HashMap<>();

    /** A print, or why there is none. */
    private record Made(Optional<ReusePrint> print, Optional<Trouble> trouble) {
        private static Made of(ReusePrint print) {
            return new Made(Optional.of(print), Optional.empty());
        }

        private static Made not(String code, String zhReason) {
            return new Made(Optional.empty(), Optional.of(new Trouble(code, zhReason)));
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
        made.print().ifPresent(print -> prints.add(number, print));
        return made.trouble();
    }

    /** How many can be found by what they show; copies are found besides. */
    int searchable() {
        return prints.size();
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
        made.print()
                .map(prints::find)
                .orElse(List.of())
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
                made.print().map(ReusePrint::pdq).orElse(""),
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
        if (!(Intake.of(view) instanceof Intake.Accepted accepted)) {
            return Made.not("NOT_A_PICTURE", "不是可以比对的图片，或超出处理限额；只按文件内容比对。");
        }
        Decoding decoding = accepted.picture().pixels();
        if (decoding instanceof Decoding.Decoded decoded) {
            return ReusePrint.of(decoded.pixels())
                    .map(Made::of)
                    .orElseGet(() -> Made.not("TOO_PLAIN", "画面过小或过于单一，无法与其他图片区分；只按文件内容比对。"));
        }
        Decoding.Undecodable undecodable = (Decoding.Undecodable) decoding;
        return Made.not(undecodable.code(), undecodable.zhReason());
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
