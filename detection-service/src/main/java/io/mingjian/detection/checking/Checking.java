package io.mingjian.detection.checking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.detection.analysis.Checkup;
import io.mingjian.detection.analysis.Checkup.Given;
import io.mingjian.detection.analysis.Checkup.Looked;
import io.mingjian.detection.analysis.PanelReport;
import io.mingjian.detection.analysis.Shown;
import io.mingjian.detection.analysis.Sighting;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at files one after the other, remembering of each its report and print on disk; then each
 * can be explained, with what the others have in common with it.
 */
final class Checking implements AutoCloseable {
    /** Equal files that are named of one; a folder of ten thousand equal ones says no more. */
    private static final int MOST_COPIES = 50;

    private final Checkup checkup;
    private final boolean oneMatter;
    private final Shelf shelf = shelf();
    private final Prints prints = new Prints(shelf);
    private final ObjectMapper json = new ObjectMapper();
    private final List<Seen> files = new ArrayList<>();
    private final Map<String, List<Integer>> copies = new HashMap<>();

    Checking(List<Analyzer> panel, boolean oneMatter) {
        this.checkup = new Checkup(panel);
        this.oneMatter = oneMatter;
    }

    /** What stays in memory of a file. */
    private record Seen(
            Path path,
            long bytes,
            String sha256,
            String kind,
            int report,
            List<Sighting> sightings) {}

    private static Shelf shelf() {
        try {
            return new Shelf();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return files.size();
    }

    /** Looks at the next file and for what it has in common with those before. */
    void look(Path path) {
        OnDisk file = OnDisk.open(path);
        Looked looked = file.content().map(this::look).orElseGet(() -> unread(file));
        int number = files.size();
        files.add(
                new Seen(
                        path,
                        file.bytes(),
                        file.sha256(),
                        file.content().flatMap(MediaKind::of).map(Enum::name).orElse("UNKNOWN"),
                        shelf.put(write(looked.report())),
                        new ArrayList<>()));
        if (file.content().isPresent()) {
            Set<UUID> known = new HashSet<>();
            copies(number, file.sha256()).forEach(copy -> pair(number, copy, known));
            alike(looked.shown()).forEach(sighting -> pair(number, sighting, known));
            looked.shown().forEach(shown -> prints.add(number, shown));
        }
    }

    private Looked look(ByteView view) {
        try {
            return checkup.look(view);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // One hostile file must not end the others.
            return new Looked(Checkup.unread("EXAMINATION_FAILED", "分析未能完成：" + e), List.of());
        }
    }

    private static Looked unread(OnDisk file) {
        return new Looked(Checkup.unread("FILE_UNREADABLE", file.reason()), List.of());
    }

    private List<Sighting> copies(int number, String sha256) {
        List<Integer> before = copies.computeIfAbsent(sha256, same -> new ArrayList<>());
        List<Sighting> sightings = before.stream().map(n -> Sighting.copy(Prints.name(n))).toList();
        if (before.size() < MOST_COPIES) {
            before.add(number);
        }
        return sightings;
    }

    /** What any of the prints finds, the closest first, as the service tells it. */
    private List<Sighting> alike(List<Shown> shown) {
        return shown.stream()
                .flatMap(each -> prints.find(each).stream())
                .filter(hit -> hit.match().kind().isSamePicture())
                .map(hit -> Sighting.of(Prints.name(hit.number()), hit.match()).at(hit.spots()))
                .sorted(Sighting.CLOSEST_FIRST)
                .toList();
    }

    /** Both of a pair are told of each other. */
    private void pair(int number, Sighting sighting, Set<UUID> known) {
        if (known.add(sighting.evidenceId())) {
            files.get(number).sightings().add(sighting);
            files.get(Prints.number(sighting.evidenceId()))
                    .sightings()
                    .add(sighting.reversed(Prints.name(number)));
        }
    }

    /** The whole indication of the file of this number. */
    Checked explained(int number) {
        Seen seen = files.get(number);
        List<Sighting> sightings =
                seen.sightings().stream()
                        .sorted(
                                Sighting.CLOSEST_FIRST.thenComparingInt(
                                        sighting -> Prints.number(sighting.evidenceId())))
                        .toList();
        return new Checked(
                seen.path(),
                seen.bytes(),
                seen.sha256(),
                seen.kind(),
                Checkup.explain(read(shelf.get(seen.report())), sightings, given()),
                sightings.stream()
                        .map(
                                s ->
                                        new Checked.Match(
                                                files.get(Prints.number(s.evidenceId())).path(), s))
                        .toList());
    }

    private Given given() {
        if (files.size() == 1) {
            return Given.ALONE;
        }
        return oneMatter ? Given.ONE_MATTER : Given.APART;
    }

    private byte[] write(PanelReport report) {
        try {
            return json.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }

    private PanelReport read(byte[] report) {
        try {
            return json.readValue(report, PanelReport.class);
        } catch (IOException e) {
            throw new IllegalStateException("a report is readable", e);
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
