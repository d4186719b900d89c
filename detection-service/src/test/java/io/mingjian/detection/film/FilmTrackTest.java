package io.mingjian.detection.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.FilmSmith;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilmTrackTest {
    private final FilmTrack analyzer = new FilmTrack();

    @BeforeEach
    void withFfmpeg() {
        assumeTrue(FilmSmith.isHere());
    }

    private static byte[] film(String extension, int seconds, String sound, String... coding) {
        List<String> out = new ArrayList<>();
        out.addAll(List.of("-c:v", "mpeg4", "-t", String.valueOf(seconds)));
        out.addAll(List.of(coding));
        if (sound.isEmpty()) {
            out.add("-an");
        } else {
            out.addAll(List.of("-c:a", "aac"));
        }
        List<String> before =
                sound.isEmpty() ? List.of() : List.of("-f", "lavfi", "-i", sound + "=d=12");
        List<String> arguments = new ArrayList<>(before);
        arguments.addAll(List.of("-stream_loop", "-1"));
        byte[] two = FilmSmith.redThenBlue("mp4", "-c:v", "mpeg4");
        return FilmSmith.remade(two, arguments, extension, out.toArray(String[]::new));
    }

    private Found found(byte[] film) {
        List<Finding> findings = analyzer.watch(FilmSmith.opened(film));
        assertThat(findings).singleElement().isInstanceOf(Found.class);
        return (Found) findings.get(0);
    }

    @Test
    void evenIntervalsALengthOnOfferAndNoSoundAreFactsWithoutDirection() {
        Found found = found(film("mp4", 5, ""));
        assertThat(found.code()).isEqualTo("FILM_TRACK");
        assertThat(found.zhSummary()).contains("间隔完全相等", "正好 5 秒", "没有声音");
        assertThat(found.zhDoesNotProve()).contains("不计入判断");
        assertThat(found.facts())
                .containsEntry("evenInterval", true)
                .containsEntry("sound", "NONE")
                .containsEntry("codec", "mpeg4");
    }

    @Test
    void silenceIsToldFromSound() {
        assertThat(found(film("mp4", 3, "anullsrc")).facts()).containsEntry("sound", "SILENT");
        assertThat(found(film("mp4", 3, "sine")).facts()).containsEntry("sound", "HEARD");
    }

    @Test
    void whereTheContainerIsNotReadForItNothingIsSaidOfSound() {
        assertThat(analyzer.watch(FilmSmith.opened(film("mkv", 3, ""))))
                .singleElement()
                .isInstanceOf(NothingFound.class);
    }
}
