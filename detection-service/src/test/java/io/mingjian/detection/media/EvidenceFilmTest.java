package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.media.EvidenceFilm.Frames;
import io.mingjian.detection.media.Intake.Reason;
import io.mingjian.detection.media.Intake.Refused;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceFilmTest {
    @BeforeEach
    void withFfmpeg() {
        assumeTrue(FilmSmith.isHere());
    }

    private static EvidenceFilm film(byte[] bytes) {
        Intake intake = Intake.of(ByteView.of(bytes));
        assertThat(intake).isInstanceOf(Intake.Film.class);
        return ((Intake.Film) intake).film();
    }

    private static Refused refused(byte[] bytes) {
        Intake intake = Intake.of(ByteView.of(bytes));
        assertThat(intake).isInstanceOf(Refused.class);
        return (Refused) intake;
    }

    private static List<Pixels> shown(byte[] bytes) {
        Frames frames = film(bytes).frames();
        assertThat(frames).isInstanceOf(Frames.Shown.class);
        return ((Frames.Shown) frames).pictures();
    }

    private static byte[] mp4() {
        return FilmSmith.redThenBlue("mp4", "-c:v", "mpeg4", "-q:v", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "mp4,mpeg4,mpeg4,MP4",
        "mov,libopenh264,h264,MP4",
        "mkv,mjpeg,mjpeg,MATROSKA",
        "webm,libvpx-vp9,vp9,MATROSKA",
        "webm,libvpx,vp8,MATROSKA",
        "avi,mjpeg,mjpeg,AVI",
        "avi,mpeg4,mpeg4,AVI",
        "flv,flv1,h263,FLV"
    })
    void headsTellSizeLengthAndCoding(
            String extension, String coder, String codec, MediaKind kind) {
        byte[] bytes = FilmSmith.redThenBlue(extension, "-c:v", coder);
        EvidenceFilm film = film(bytes);
        MediaFacts facts = film.facts();
        assertThat(film.mediaFile().kind()).isEqualTo(kind);
        assertThat(facts.width()).contains(160);
        assertThat(facts.height()).contains(120);
        assertThat(facts.seconds().orElseThrow()).isCloseTo(2, within(0.15));
        assertThat(facts.codec()).contains(codec);
        facts.frames().ifPresent(frames -> assertThat(frames).isBetween(19, 21));
        List<Pixels> pictures = shown(bytes);
        assertThat(pictures).hasSizeBetween(2, MediaLimits.FILM_PICTURES);
        assertThat(pictures.get(0).width()).isEqualTo(160);
        assertThat(pictures.get(0).red(80, 60)).isGreaterThan(200);
        assertThat(pictures.get(pictures.size() - 1).blue(80, 60)).isGreaterThan(200);
    }

    @Test
    void aTurnedFilmIsShownUpright() {
        byte[] turned = FilmSmith.turned(mp4(), 270);
        assertThat(film(turned).facts().rotation()).isEqualTo(90);
        assertThat(film(turned).facts().width()).contains(120);
        assertThat(film(turned).facts().height()).contains(160);
        assertThat(shown(turned).get(0).width()).isEqualTo(120);
        assertThat(shown(turned).get(0).height()).isEqualTo(160);
    }

    @Test
    void aLargeFilmIsShownSmaller() {
        byte[] large = FilmSmith.plain("mp4", "gray", 1920, 1080, "-c:v", "mpeg4");
        Pixels picture = shown(large).get(0);
        assertThat(picture.width()).isEqualTo(1280);
        assertThat(picture.height()).isEqualTo(720);
    }

    @Test
    void limitsAreToldWithTheValueThatBreaksThem() {
        byte[] wide = patched(mp4(), "mp4v", 28, 60_000 << 16 | 60_000);
        assertThat(refused(wide).reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(refused(wide).zhDetail()).contains("60000×60000", "900 万像素");

        byte[] endless = patched(mp4(), "mvhd", 20, 3_600_000);
        assertThat(refused(endless).reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(refused(endless).zhDetail()).contains("3600 秒", "600 秒");

        byte[] many = patched(mp4(), "stsz", 12, 1_000_000);
        assertThat(refused(many).reason()).isEqualTo(Reason.TOO_MANY_FRAMES);

        byte[] heavy = Arrays.copyOf(mp4(), MediaLimits.MAX_FILM_BYTES + 1);
        assertThat(refused(heavy).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused(heavy).zhDetail()).contains("64.0 MB", "64 MB");
    }

    private static byte[] patched(byte[] file, String box, int offset, int value) {
        byte[] patched = file.clone();
        int at = ByteView.of(file).indexOf(box, 0, file.length);
        ByteBuffer.wrap(patched).putInt(at + offset, value);
        return patched;
    }

    @Test
    void soundAloneIsNoFilm() {
        byte[] sound = ContainerSmith.mp4("M4A ", "AIGC", "x");
        assertThat(refused(sound).reason()).isEqualTo(Reason.UNREADABLE_HEADER);
    }

    @Test
    void aFilmWithoutItsPicturesIsUnreadAndSaysWhy() {
        byte[] empty = mp4();
        ByteView view = ByteView.of(empty.clone());
        int at = view.indexOf("mdat", 0, empty.length);
        Arrays.fill(empty, at + 4, at - 4 + (int) view.u32(at - 4), (byte) 0);
        assertThat(film(empty).frames())
                .isInstanceOfSatisfying(
                        Frames.Unread.class,
                        unread -> {
                            assertThat(unread.code()).isEqualTo("DAMAGED");
                            assertThat(unread.zhReason()).isNotBlank();
                        });
    }

    @Test
    void aListOfOtherFilesIsNoFilmWhateverItsName() {
        byte[] playlist = FileSmith.utf8("#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/a.ts\n");
        assertThat(refused(playlist).reason()).isEqualTo(Reason.UNSUPPORTED_TYPE);
    }
}
