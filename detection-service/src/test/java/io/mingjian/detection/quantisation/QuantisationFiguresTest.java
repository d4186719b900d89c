package io.mingjian.detection.quantisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.Share;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.SampleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Which tables public files of each source bear, and how often they were said to contradict the
 * camera data. Prints what {@code docs/provenance.md} quotes.
 */
class QuantisationFiguresTest {
    private static final List<String> SOURCES =
            List.of(
                    "real/cameras",
                    "real/trashnet",
                    "real/ecust",
                    "real/messenger",
                    "recapture/screen",
                    "ai/original");

    /** What was read in one source. */
    private static final class Tally {
        private final Map<String, Integer> families = new TreeMap<>();
        private final List<String> contradictions = new ArrayList<>();
        private int files;
        private int withMake;

        private void add(Path path, MediaFile file) {
            files++;
            Optional<String> make =
                    file.exif().flatMap(exif -> exif.text(ExifFields.MAKE, file.bytes()));
            withMake += make.isPresent() ? 1 : 0;
            new QuantisationTables()
                    .read(file)
                    .forEach(
                            finding -> {
                                Found found = (Found) finding;
                                if (found.code().equals("TABLES_CONTRADICT_CAMERA")) {
                                    contradictions.add(
                                            path.getFileName()
                                                    + " "
                                                    + found.facts().get("family")
                                                    + " "
                                                    + make.orElse("")
                                                    + (namesPhotoshop(file)
                                                            ? ", names Photoshop elsewhere"
                                                            : ""));
                                } else {
                                    String family = (String) found.facts().get("family");
                                    families.merge(family, 1, Integer::sum);
                                }
                            });
        }
    }

    private static boolean namesPhotoshop(MediaFile file) {
        return file.container()
                .blocks("APP13")
                .anyMatch(block -> file.bytes().has(block.dataOffset(), "Photoshop 3.0\0"));
    }

    @Test
    void whatPublicFilesBear() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        SampleFiles.folder("images")
                .ifPresent(
                        images -> SOURCES.forEach(s -> tallies.put(s, tally(images.resolve(s)))));
        SampleFiles.folder("labels")
                .ifPresent(labels -> tallies.put("labels/real", tally(labels.resolve("real"))));
        tallies.forEach(QuantisationFiguresTest::print);
        if (tallies.isEmpty()) {
            return;
        }
        assertThat(tallies.values()).allMatch(tally -> tally.files > 0);
        assertThat(tallies.values())
                .flatExtracting(tally -> tally.contradictions)
                .allMatch(line -> line.endsWith("names Photoshop elsewhere"));
    }

    private static Tally tally(Path folder) {
        Tally tally = new Tally();
        for (Path path : SampleFiles.pictures(folder)) {
            MediaFile.open(ByteView.of(SampleFiles.bytes(path)))
                    .filter(file -> file.kind() == MediaKind.JPEG)
                    .ifPresent(file -> tally.add(path, file));
        }
        return tally;
    }

    private static void print(String source, Tally tally) {
        System.out.printf("tables of %s, %d JPEG files: %s%n", source, tally.files, tally.families);
        if (tally.withMake > 0) {
            System.out.printf(
                    "  contradict the camera data: %s%n",
                    new Share(tally.contradictions.size(), tally.withMake));
            tally.contradictions.forEach(line -> System.out.println("    " + line));
        }
    }
}
