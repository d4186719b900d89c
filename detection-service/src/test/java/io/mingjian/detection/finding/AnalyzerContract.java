package io.mingjian.detection.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every analyzer promises; each has a subclass with its own examples. */
public abstract class AnalyzerContract {
    protected abstract Analyzer analyzer();

    /** A file in which the analyzer finds {@link #positiveCode()}. */
    protected abstract byte[] positive();

    protected abstract String positiveCode();

    /** A file in which it does not. */
    protected abstract byte[] negative();

    protected static byte[] plainPng() {
        return PictureDrawer.png(PictureDrawer.goods(160, 120, 3));
    }

    protected static byte[] plainJpeg() {
        return PictureDrawer.jpeg(PictureDrawer.goods(160, 120, 3), 0.85);
    }

    protected static EvidencePicture opened(byte[] bytes) {
        Intake intake = EvidencePicture.open(bytes.clone());
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).picture();
    }

    protected List<Finding> analyze(byte[] bytes) {
        return analyzer().analyze(opened(bytes));
    }

    protected List<String> codes(byte[] bytes) {
        return analyze(bytes).stream()
                .filter(Found.class::isInstance)
                .map(finding -> ((Found) finding).code())
                .toList();
    }

    protected Found found(byte[] bytes, String code) {
        return analyze(bytes).stream()
                .filter(Found.class::isInstance)
                .map(Found.class::cast)
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " was not found"));
    }

    @Test
    void findsItsOwnExampleAndNotItsCounterExample() {
        assertThat(codes(positive())).contains(positiveCode());
        assertThat(codes(negative())).doesNotContain(positiveCode());
    }

    @Test
    void everyFindingBearsItsNameAndNeverJudgesThePerson() {
        for (byte[] file : List.of(positive(), negative())) {
            assertThat(analyze(file)).isNotEmpty();
            for (Finding finding : analyze(file)) {
                assertThat(finding.by()).isEqualTo(analyzer().id());
                assertThat(finding.toString()).doesNotContain("欺诈", "造假", "骗", "属实无疑");
            }
        }
    }

    @Test
    void theSameBytesGiveTheSameFindings() {
        assertThat(analyze(positive())).isEqualTo(analyze(positive()));
        EvidencePicture once = opened(positive());
        assertThat(analyzer().analyze(once)).isEqualTo(analyzer().analyze(once));
    }

    @Test
    void theBytesStayUntouched() {
        byte[] bytes = positive();
        byte[] before = bytes.clone();
        Intake intake = EvidencePicture.open(bytes);
        assertThat(analyzer().analyze(((Intake.Accepted) intake).picture())).isNotEmpty();
        assertThat(Arrays.equals(bytes, before)).isTrue();
    }

    @Test
    void aTruncatedFileGivesAnAnswerAtEveryLength() {
        byte[] whole = positive();
        int answered = 0;
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 97)) {
            Optional<EvidencePicture> picture = opens(Arrays.copyOf(whole, length));
            if (picture.isPresent()) {
                assertThat(analyzer().analyze(picture.get())).isNotEmpty();
                answered++;
            }
        }
        assertThat(answered).as("lengths that still opened").isPositive();
    }

    @Test
    void onePixelIsAnsweredToo() {
        byte[] dot = PictureDrawer.png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertThat(analyze(dot)).isNotEmpty();
    }

    @Test
    void readsEveryKindItClaimsToRead() {
        Set<MediaKind> kinds = analyzer().reads();
        assertThat(kinds).isNotEmpty();
        for (byte[] file : List.of(plainJpeg(), plainPng())) {
            if (kinds.contains(opened(file).kind())) {
                assertThat(analyze(file)).noneMatch(CouldNotRead.class::isInstance);
            }
        }
    }

    private static Optional<EvidencePicture> opens(byte[] bytes) {
        return EvidencePicture.open(bytes) instanceof Intake.Accepted accepted
                ? Optional.of(accepted.picture())
                : Optional.empty();
    }
}
