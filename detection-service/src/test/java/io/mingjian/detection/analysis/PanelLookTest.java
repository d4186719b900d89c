package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.ExifSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelLookTest {
    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191310115MA1K4ABC4H10001\","
                    + "\"ProduceID\":\"p-1\"}";
    private static final byte[] PLAIN = PictureDrawer.png(PictureDrawer.goods(80, 70, 1));
    private static final PanelLook LOOK =
            new PanelLook(AnalyzerPanel.ALL, (analyzer, question) -> question.get());

    private static byte[] labelled() {
        return FileSmith.withChunk(PLAIN, "tEXt", FileSmith.latin1("AIGC\0" + LABEL));
    }

    private static List<Finding> findings(byte[] document) {
        return LOOK.at(((Intake.Document) Intake.of(ByteView.of(document))).document());
    }

    private static <T extends Finding> List<T> only(Class<T> kind, List<Finding> findings) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void aLabelOfAPictureInADocumentIsToldWithItsPlace() {
        byte[] document = DocumentSmith.docx("word/media/image1.png", labelled());
        Found label =
                only(Found.class, findings(document)).stream()
                        .filter(found -> found.code().equals("GB_LABEL_CONFIRMED"))
                        .findFirst()
                        .orElseThrow();
        assertThat(label.zhSummary()).startsWith("【嵌入图片 word/media/image1.png】");
        assertThat(label.facts()).containsEntry("member", "word/media/image1.png");
        assertThat(label.zhDoesNotProve()).isNotBlank();
    }

    /** Nobody is shown that picture, so nothing can be marked on it. */
    @Test
    void whereInAPictureOfADocumentSomethingWasSeenStandsInTheFactsAlone() {
        BufferedImage goods = PictureDrawer.goods(640, 480, 5);
        BufferedImage small = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        drawn(small, goods.getScaledInstance(160, 120, Image.SCALE_AREA_AVERAGING), 0, 0);
        Image patch = PictureDrawer.goods(640, 480, 9).getSubimage(100, 100, 200, 160);
        drawn(goods, patch, 380, 60);
        byte[] exif = new ExifSmith().thumbnail(PictureDrawer.jpeg(small, 0.85)).tiff();
        byte[] picture = FileSmith.withExif(PictureDrawer.jpeg(goods, 0.85), exif);
        Found alone =
                differs(LOOK.at(((Intake.Accepted) Intake.of(ByteView.of(picture))).picture()));
        assertThat(alone.regions()).isNotEmpty();
        assertThat(alone.facts()).doesNotContainKey("inMember");
        Found inside = differs(findings(DocumentSmith.pdf(picture)));
        assertThat(inside.regions()).isEmpty();
        assertThat(inside.facts()).containsEntry("relation", "PART_DIFFERS");
        assertThat(inside.facts().keySet())
                .as("what comes last may be cut off in print")
                .startsWith("member", "inMember");
        List<?> places = (List<?>) inside.facts().get("inMember");
        assertThat(places).hasSameSizeAs(alone.regions());
        assertThat((double) ((Map<?, ?>) places.get(0)).get("x"))
                .isEqualTo(alone.regions().get(0).x(), within(0.001));
        assertThat((double) ((Map<?, ?>) places.get(0)).get("height"))
                .isEqualTo(alone.regions().get(0).height(), within(0.001));
    }

    private static void drawn(BufferedImage on, Image what, int x, int y) {
        Graphics2D g = on.createGraphics();
        g.drawImage(what, x, y, null);
        g.dispose();
    }

    private static Found differs(List<Finding> findings) {
        return only(Found.class, findings).stream()
                .filter(found -> found.code().equals("THUMBNAIL_DIFFERS"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasNotFoundInManyPicturesIsToldOnce() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("word/media/image1.png", PLAIN);
        files.put("word/media/image2.png", PLAIN);
        files.put("word/media/image3.wmf", new byte[] {1, 2, 3, 4});
        List<Finding> findings = findings(DocumentSmith.docx(files));
        assertThat(only(NothingFound.class, findings))
                .extracting(NothingFound::zhSummary)
                .anyMatch(summary -> summary.contains("3 幅嵌入图片"))
                .noneMatch(summary -> summary.startsWith("【"));
        assertThat(only(CouldNotRead.class, findings))
                .anySatisfy(
                        unread -> {
                            assertThat(unread.zhReason())
                                    .startsWith("【嵌入图片 word/media/image3.wmf】");
                            assertThat(unread.facts()).containsKey("member");
                        });
    }

    @Test
    void ofAPictureThatMovesIsSaidThatOnlyTheFirstWasLookedAt() {
        byte[] frames = ByteBuffer.allocate(8).putInt(7).putInt(0).array();
        Intake intake = Intake.of(ByteView.of(FileSmith.withChunk(PLAIN, "acTL", frames)));
        List<Finding> findings = LOOK.at(((Intake.Accepted) intake).picture());
        assertThat(only(NotApplicable.class, findings))
                .anySatisfy(
                        note -> {
                            assertThat(note.code()).isEqualTo("ONLY_FIRST_FRAME");
                            assertThat(note.zhReason()).contains("7 帧");
                        });
    }
}
