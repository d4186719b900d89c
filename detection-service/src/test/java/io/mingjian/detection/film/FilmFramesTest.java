package io.mingjian.detection.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.Pixels;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilmFramesTest {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 136;
    private static final double RATE = 25;

    /** The letters mdat. */
    private static final int MEDIA_DATA = 0x6D646174;

    private static final Pixels GOODS = PictureDrawer.pixels(PictureDrawer.goods(480, 360, 71));

    private final FilmFrames analyzer = new FilmFrames();
    private final Footage footage = new Footage(GOODS, WIDTH, HEIGHT, 72);

    @BeforeEach
    void withFfmpeg() {
        assumeTrue(FilmSmith.isHere());
    }

    private Finding watched(List<byte[]> pictures, String... coding) {
        return watched(FilmSmith.of(pictures, WIDTH, HEIGHT, RATE, "mp4", coding));
    }

    private Finding watched(byte[] film) {
        List<Finding> findings = analyzer.watch(FilmSmith.opened(film));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private Found found(List<byte[]> pictures, String code) {
        Finding finding = watched(pictures, "-c:v", "libopenh264", "-b:v", "600k");
        assertThat(finding).isInstanceOf(Found.class);
        assertThat(((Found) finding).code()).isEqualTo(code);
        return (Found) finding;
    }

    @Test
    void aFilmOfOnePictureIsStill() {
        Found found = found(footage.still(50), "FILM_STILL");
        assertThat(found.facts())
                .containsEntry("frames", 50)
                .containsEntry("seconds", 2.0)
                .containsEntry("whole", true);
        assertThat(found.zhSummary()).contains("2.0 秒", "50 帧");
        assertThat(found.zhDoesNotProve()).contains("支架");
    }

    @Test
    void aHandThatHoldsTheCameraIsSeen() {
        assertThat(watched(footage.handheld(40, RATE, 3), "-c:v", "libopenh264", "-b:v", "600k"))
                .isInstanceOf(NothingFound.class);
    }

    @Test
    void aPassageShownThriceIsALoop() {
        Found found = found(Footage.looped(footage.handheld(30, RATE, 3), 3), "FILM_LOOPED");
        assertThat(found.facts())
                .containsEntry("roundFrames", 30)
                .containsEntry("roundSeconds", 1.2);
    }

    @Test
    void aPauseIsToldWithItsTime() {
        Found found =
                found(
                        Footage.frozen(footage.handheld(40, RATE, 3), 20, 30),
                        "FILM_FRAMES_REPEATED");
        List<?> passages = (List<?>) found.facts().get("frozenPassages");
        assertThat(passages).hasSize(1);
        double from = (double) ((Map<?, ?>) passages.get(0)).get("fromSecond");
        double to = (double) ((Map<?, ?>) passages.get(0)).get("toSecond");
        assertThat(from).isBetween(0.7, 0.9);
        assertThat(to).isBetween(1.95, 2.15);
    }

    @Test
    void picturesShownTwiceAreTold() {
        Finding finding =
                watched(
                        Footage.doubled(footage.handheld(25, RATE / 2, 0)),
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "600k");
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.code()).isEqualTo("FILM_FRAMES_REPEATED");
                            assertThat((double) found.facts().get("repeatedShare"))
                                    .isBetween(0.3, 0.6);
                        });
    }

    @Test
    void lessThanASecondSaysNothing() {
        assertThat(watched(footage.still(15), "-c:v", "mpeg4"))
                .isInstanceOfSatisfying(
                        NotApplicable.class, not -> assertThat(not.code()).isEqualTo("TOO_SHORT"));
    }

    @Test
    void aFilmThatCannotBeDecodedIsUnread() {
        byte[] film = FilmSmith.redThenBlue("mp4", "-c:v", "mpeg4");
        ByteBuffer bytes = ByteBuffer.wrap(film);
        int box = 0;
        while (bytes.getInt(box + 4) != MEDIA_DATA) {
            box += bytes.getInt(box);
        }
        Arrays.fill(film, box + 8, box + bytes.getInt(box), (byte) 0);
        assertThat(watched(film))
                .isInstanceOfSatisfying(
                        CouldNotRead.class,
                        unread -> assertThat(unread.code()).isEqualTo("DAMAGED"));
    }

    @Test
    void ofAPictureItSaysThatItLooksAtFilmsOnly() {
        Intake intake = EvidencePicture.open(PictureDrawer.png(PictureDrawer.goods(160, 120, 3)));
        EvidencePicture picture = ((Intake.Accepted) intake).picture();
        assertThat(analyzer.reads()).doesNotContain(picture.kind());
        assertThat(analyzer.analyze(picture)).singleElement().isInstanceOf(NotApplicable.class);
    }
}
