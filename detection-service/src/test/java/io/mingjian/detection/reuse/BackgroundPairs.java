package io.mingjian.detection.reuse;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.finding.Wilson;
import io.mingjian.detection.reuse.ReuseSearch.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Asks about pairs of sample pictures as they are, the one taken for a claim and the other for a
 * shop's photograph, whether the background is told as the same. {@code same-backgrounds.txt} says
 * which pairs really show one place, as seen by eye.
 */
final class BackgroundPairs {
    private final StoredPictures stored;
    private final SeenByEye places = SeenByEye.read("same-backgrounds.txt");

    BackgroundPairs(StoredPictures stored) {
        this.stored = stored;
    }

    /** Whether people saw that two pictures were taken at one place. */
    boolean areOnePlace(UUID one, UUID other) {
        return places.areTogether(stored.name(one), stored.name(other));
    }

    /** What people saw of a pair. */
    private enum Seen {
        ONE_PICTURE("one picture"),
        ONE_PLACE("one place"),
        ELSEWHERE("taken elsewhere");

        private final String told;

        Seen(String told) {
            this.told = told;
        }
    }

    private Seen seen(UUID one, UUID other) {
        if (stored.areAlike(one, other)) {
            return Seen.ONE_PICTURE;
        }
        return areOnePlace(one, other) ? Seen.ONE_PLACE : Seen.ELSEWHERE;
    }

    private record Told(UUID claim, Hit hit, Seen seen) {
        boolean isBackground() {
            return !hit.match().kind().isSamePicture();
        }
    }

    void print(String split) {
        printProposed(split);
        printFolders(split);
    }

    /** Each stored picture asked against all others that the index proposes. */
    private void printProposed(String split) {
        List<Told> told = stored.all().parallelStream().flatMap(id -> told(id).stream()).toList();
        printProposed("photographs of " + split, told, id -> isOf(split, id) && photo(id));
        printProposed("all pictures of " + split, told, id -> isOf(split, id));
        printProposed("photographs of both splits", told, this::photo);
        printProposed("all pictures of both splits", told, id -> true);
        told.stream()
                .filter(Told::isBackground)
                .filter(each -> each.seen() == Seen.ELSEWHERE)
                .map(each -> stored.told("taken elsewhere", each.claim(), each.hit()))
                .sorted()
                .forEach(line -> System.out.println("  " + line));
        System.out.println();
        places.groups().forEach(place -> printPlace(place, told));
    }

    private boolean isPlace(UUID one, UUID other) {
        return !one.equals(other) && seen(one, other) == Seen.ONE_PLACE;
    }

    private boolean isOf(String split, UUID id) {
        return stored.split(id).equals(split);
    }

    private boolean photo(UUID id) {
        return stored.isPhotograph(id);
    }

    private List<Told> told(UUID claim) {
        ReusePrint query = stored.print(claim);
        return stored.confirmed(query, stored.proposed(query)).stream()
                .filter(hit -> !hit.picture().equals(claim))
                .map(hit -> new Told(claim, hit, seen(claim, hit.picture())))
                .toList();
    }

    private void printProposed(String which, List<Told> told, Predicate<UUID> asked) {
        int claims = (int) stored.all().stream().filter(asked).count();
        List<Told> backgrounds =
                told.stream()
                        .filter(Told::isBackground)
                        .filter(t -> asked.test(t.claim()))
                        .toList();
        Map<Seen, Long> pairs =
                backgrounds.stream()
                        .collect(Collectors.groupingBy(Told::seen, Collectors.counting()));
        Map<Seen, Set<UUID>> claimsTold =
                backgrounds.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Told::seen,
                                        Collectors.mapping(Told::claim, Collectors.toSet())));
        long wrong = pairs.getOrDefault(Seen.ELSEWHERE, 0L);
        long all = (long) claims * (stored.size() - 1);
        Wilson interval = Wilson.of(wrong, all);
        List<Long> places =
                stored.all().stream()
                        .filter(asked)
                        .map(one -> stored.all().stream().filter(at -> isPlace(one, at)).count())
                        .filter(count -> count > 0)
                        .toList();
        System.out.printf(
                "%n%s, %d, each asked against the other %d stored; told as the same background:%n"
                        + "  of pairs seen to be one picture: %d%n"
                        + "  of pairs seen to be one place: %s; of pictures with another of their"
                        + " place, one or more told: %s%n"
                        + "  of pairs taken elsewhere: %d of %d (%.2f to %.2f in a million); of"
                        + " pictures, one or more told: %s%n",
                which,
                claims,
                stored.size() - 1,
                pairs.getOrDefault(Seen.ONE_PICTURE, 0L),
                new Share(
                        pairs.getOrDefault(Seen.ONE_PLACE, 0L).intValue(),
                        (int) places.stream().mapToLong(Long::longValue).sum()),
                new Share(claimsTold.getOrDefault(Seen.ONE_PLACE, Set.of()).size(), places.size()),
                wrong,
                all,
                1e6 * interval.low(),
                1e6 * interval.high(),
                new Share(claimsTold.getOrDefault(Seen.ELSEWHERE, Set.of()).size(), claims));
    }

    /** What the photographs of one place, of both splits, come to among each other. */
    private void printPlace(Set<String> place, List<Told> told) {
        List<Told> here =
                told.stream()
                        .filter(Told::isBackground)
                        .filter(each -> each.seen() == Seen.ONE_PLACE)
                        .filter(each -> place.contains(stored.name(each.claim())))
                        .toList();
        int size = place.size();
        System.out.printf(
                "one place, %s and %d more, both splits: same background told of pairs %s; of"
                        + " pictures, one or more told: %s%n",
                place.stream().sorted().findFirst().orElseThrow(),
                size - 1,
                new Share(here.size(), size * (size - 1)),
                new Share((int) here.stream().map(Told::claim).distinct().count(), size));
    }

    /** What every pair of one folder and what was seen of it came to. */
    private static final class Row {
        private int asked;
        private int background;
        private int samePicture;
        private final List<String> told = new ArrayList<>();
    }

    /** All pairs of one folder in both directions, whether an index proposes them or not. */
    private void printFolders(String split) {
        System.out.printf(
                "%n%-24s %-16s %-32s %s%n",
                "every pair of (" + split + ")",
                "seen by eye",
                "told: same background",
                "told: same picture");
        stored.folders(split)
                .forEach(
                        (folder, ids) -> {
                            Map<Seen, Row> rows = new ConcurrentHashMap<>();
                            ids.parallelStream().forEach(one -> ask(one, ids, rows));
                            new TreeMap<>(rows).forEach((seen, row) -> print(folder, seen, row));
                        });
    }

    private void ask(UUID claim, List<UUID> ids, Map<Seen, Row> rows) {
        for (UUID other : ids) {
            if (other.equals(claim)) {
                continue;
            }
            Seen seen = seen(claim, other);
            List<ReuseMatch> matches = matches(claim, other);
            Optional<ReuseMatch> same =
                    matches.stream().filter(match -> match.kind().isSamePicture()).findFirst();
            Row row = rows.computeIfAbsent(seen, s -> new Row());
            synchronized (row) {
                row.asked++;
                row.samePicture += same.isPresent() ? 1 : 0;
                if (same.isEmpty() && !matches.isEmpty()) {
                    row.background++;
                    row.told.add(stored.told(seen.told, claim, new Hit(other, matches.get(0))));
                }
            }
        }
    }

    private List<ReuseMatch> matches(UUID claim, UUID other) {
        List<ReuseMatch> matches = new ArrayList<>();
        for (boolean mirrored : new boolean[] {false, true}) {
            Candidate candidate = new Candidate(other, null, 1, mirrored);
            Confirmation.confirm(stored.print(claim), stored.print(other), candidate)
                    .ifPresent(matches::add);
        }
        return matches;
    }

    private static void print(String folder, Seen seen, Row row) {
        System.out.printf(
                "%-24s %-16s %-32s %s%n",
                folder,
                seen.told,
                new Share(row.background, row.asked),
                new Share(row.samePicture, row.asked));
        if (seen == Seen.ELSEWHERE) {
            row.told.stream().sorted().forEach(line -> System.out.println("  " + line));
        }
    }
}
