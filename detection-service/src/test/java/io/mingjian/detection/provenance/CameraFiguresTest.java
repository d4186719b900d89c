package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Share;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.provenance.CameraCheck.Answered;
import io.mingjian.detection.provenance.CameraCheck.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each check on camera data says of public camera files. Prints what {@code
 * docs/provenance.md} quotes. Files that begin with EXIF and name no editor count as untouched;
 * that is the best that can be told from outside. A size that differs is a fact and no error: such
 * files were scaled before they were published.
 */
class CameraFiguresTest {
    private final Map<String, Map<Outcome, Integer>> all = new LinkedHashMap<>();
    private final Map<String, Map<Outcome, Integer>> untouched = new LinkedHashMap<>();
    private int files;
    private int untouchedFiles;
    private int untouchedThatContradict;

    @Test
    void whatEachCheckSays() {
        List<Path> pictures =
                Stream.concat(
                                SampleFiles.folder("images").map(f -> f.resolve("real")).stream(),
                                SampleFiles.folder("labels").map(f -> f.resolve("real")).stream())
                        .flatMap(folder -> SampleFiles.pictures(folder).stream())
                        .toList();
        pictures.forEach(this::add);
        if (files == 0) {
            return;
        }
        System.out.printf(
                "files with a maker's name: %d, of them untouched as far as can be told: %d%n",
                files, untouchedFiles);
        all.forEach(
                (check, outcomes) ->
                        System.out.printf(
                                "  %s: all %s, untouched %s, contradicts %s%n",
                                check,
                                outcomes,
                                untouched.get(check),
                                new Share(
                                        untouched.get(check).getOrDefault(Outcome.CONTRADICTS, 0),
                                        untouchedFiles)));
        Share share = new Share(untouchedThatContradict, untouchedFiles);
        System.out.printf("untouched files with a contradiction beside the size: %s%n", share);
        assertThat(share.value()).isLessThan(0.05);
    }

    private void add(Path path) {
        Optional<CameraData> data =
                MediaFile.open(ByteView.of(SampleFiles.bytes(path)))
                        .flatMap(CameraData::of)
                        .filter(d -> d.text(ExifFields.MAKE).isPresent());
        if (data.isEmpty()) {
            return;
        }
        files++;
        List<Answered> answers = CameraChecks.of(data.get());
        boolean isUntouched = isUntouched(data.get(), answers);
        untouchedFiles += isUntouched ? 1 : 0;
        answers.forEach(answered -> count(all, answered, true));
        answers.forEach(answered -> count(untouched, answered, isUntouched));
        List<Answered> against = answers.stream().filter(a -> a.is(Outcome.CONTRADICTS)).toList();
        boolean besideSize =
                against.stream().anyMatch(a -> !a.check().name().equals("PICTURE_SIZE"));
        untouchedThatContradict += isUntouched && besideSize ? 1 : 0;
        against.forEach(
                a ->
                        System.out.printf(
                                "    %s%s %s %s%n",
                                isUntouched ? "untouched " : "",
                                path.getFileName(),
                                a.check().name(),
                                a.answer().zhSeen()));
    }

    private static boolean isUntouched(CameraData data, List<Answered> answers) {
        boolean exifFirst =
                answers.stream()
                        .anyMatch(
                                a -> a.check().name().equals("EXIF_FIRST") && a.is(Outcome.AGREES));
        return exifFirst
                && EditorTrace.in(Carriers.of(data.media()), new FileHistory().id()).isEmpty();
    }

    private static void count(
            Map<String, Map<Outcome, Integer>> table, Answered answered, boolean counts) {
        table.computeIfAbsent(answered.check().name(), name -> new EnumMap<>(Outcome.class))
                .merge(answered.answer().outcome(), counts ? 1 : 0, Integer::sum);
    }
}
