package io.mingjian.detection.analysis;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.analysis.FilePrints.Gap;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FilmSmith;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are compared without a service are compared by what the service would keep. */
class FilePrintsTest {
    private static final BufferedImage PLAIN =
            new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);

    @Test
    void aPictureAndADocumentHaveThePrintsOfEvidence() {
        byte[] picture = jpeg(goods(400, 300, 8150), 0.9);
        isLikeEvidence(picture, 1);
        isLikeEvidence(DocumentSmith.pdf(picture), 1);
        isLikeEvidence(DocumentSmith.docx("word/media/a.png", png(PLAIN)), 0);
        isLikeEvidence("words".getBytes(StandardCharsets.UTF_8), 0);
    }

    @Test
    void aFilmHasThePrintsOfEvidence() {
        assumeTrue(FilmSmith.isHere());
        List<byte[]> scene = Collections.nCopies(8, FilmSmith.rgb(goods(320, 240, 8151)));
        isLikeEvidence(FilmSmith.of(scene, 320, 240, 8, "mp4", "-c:v", "mpeg4", "-q:v", "3"), 1);
    }

    private static void isLikeEvidence(byte[] file, int prints) {
        List<Shown> kept = new Checkup(List.of()).look(ByteView.of(file)).shown();
        assertThat(told(FilePrints.of(ByteView.of(file)).shown()))
                .hasSize(prints)
                .isEqualTo(told(kept));
    }

    private static List<String> told(List<Shown> shown) {
        return shown.stream()
                .map(
                        each ->
                                "%s %s %d"
                                        .formatted(
                                                each.second(),
                                                each.place(),
                                                Arrays.hashCode(each.print().toBytes())))
                .toList();
    }

    @Test
    void whatCannotBeFoundAgainSaysWhy() {
        assertThat(code(png(PLAIN))).isEqualTo("TOO_PLAIN");
        assertThat(code("words".getBytes(StandardCharsets.UTF_8))).isEqualTo("NOT_A_PICTURE");
        assertThat(code(DocumentSmith.docx("word/media/a.png", png(PLAIN))))
                .isEqualTo("NOT_SEARCHED");
    }

    private static String code(byte[] file) {
        FilePrints prints = FilePrints.of(ByteView.of(file));
        assertThat(prints.shown()).isEmpty();
        return prints.gap().map(Gap::code).orElseThrow();
    }
}
