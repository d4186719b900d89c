package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.DocumentSmith;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
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
