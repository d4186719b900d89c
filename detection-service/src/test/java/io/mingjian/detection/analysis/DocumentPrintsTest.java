package io.mingjian.detection.analysis;

import static io.mingjian.detection.media.PictureDrawer.goods;
import static io.mingjian.detection.media.PictureDrawer.jpeg;
import static io.mingjian.detection.media.PictureDrawer.png;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.DocumentSmith;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a document can be found again, and what is said where nothing can. */
class DocumentPrintsTest {
    @Test
    void thePicturesThatLookDifferentHavePrintsWithTheirPlaces() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("word/media/image1.jpg", jpeg(goods(400, 300, 8101), 0.9));
        members.put("word/media/image2.jpg", jpeg(goods(800, 600, 8101), 0.7));
        members.put("word/media/image3.png", png(goods(400, 300, 8102)));
        FilePrints prints = of(members);
        assertThat(prints.shown())
                .as("of two that look alike the larger")
                .extracting(Shown::place)
                .containsExactly("嵌入图片 word/media/image2.jpg", "嵌入图片 word/media/image3.png");
        assertThat(prints.note()).isEmpty();
    }

    @Test
    void ofManyTheLargestAreLookedForAndTheRestIsTold() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            members.put(
                    "word/media/image%d.jpg".formatted(i),
                    jpeg(goods(400 + 20 * i, 300 + 16 * i, 8110 + i), 0.9));
        }
        members.put("word/media/logo.png", png(goods(200, 90, 8121)));
        FilePrints prints = of(members);
        assertThat(prints.shown())
                .hasSize(DocumentPrints.MOST)
                .extracting(Shown::place)
                .first()
                .isEqualTo("嵌入图片 word/media/image2.jpg");
        assertThat(prints.note())
                .hasValueSatisfying(
                        note -> {
                            assertThat(note.code()).isEqualTo("NOT_ALL_SEARCHED");
                            assertThat(note.zhReason())
                                    .contains("有 1 幅短边不足 240 像素", "另有 2 幅超出查重的幅数");
                        });
    }

    @Test
    void aNameThatNoTableHoldsIsNoName() {
        FilePrints prints =
                of(
                        Map.of(
                                "word/media/a\u0000" + "b".repeat(400) + ".png",
                                png(goods(400, 300, 8130))));
        assertThat(prints.shown())
                .singleElement()
                .satisfies(
                        shown ->
                                assertThat(shown.place())
                                        .doesNotContain("\u0000")
                                        .hasSizeLessThan(210));
    }

    @Test
    void noSummaryClaimsASearchThatWasNotMade() {
        BufferedImage plain = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        byte[] drawn = png(goods(400, 300, 8140));
        assertThat(notSearched(png(plain))).contains("未作查重：", "过于单一");
        assertThat(notSearched(DocumentSmith.docx(Map.of()))).contains("没有可读取的嵌入图片");
        assertThat(notSearched(DocumentSmith.docx("word/media/a.png", png(plain))))
                .contains("有 1 幅画面过于单一");
        assertThat(indication(drawn).summary()).contains("在本次给出的文件之间未见重复使用的迹象");
        assertThat(indication(DocumentSmith.docx("word/media/a.png", drawn)).summary())
                .contains("在本次给出的文件之间未见重复使用的迹象");
        Map<String, byte[]> some = new LinkedHashMap<>();
        some.put("word/media/a.png", drawn);
        some.put("word/media/b.png", png(plain));
        assertThat(indication(DocumentSmith.docx(some)).summary())
                .contains("已查重的画面在本次给出的文件之间未见重复使用", "其余画面未作查重");
    }

    /** What the note says; the summary says that there was no search. */
    private static String notSearched(byte[] file) {
        Indication indication = indication(file);
        assertThat(indication.band()).isEqualTo(IndicationBand.NO_SIGN);
        assertThat(indication.summary()).contains("未作查重").doesNotContain("未见重复使用", "或重复使用");
        return indication.notes().stream()
                .filter(note -> note.code().equals("NOT_SEARCHED"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static Indication indication(byte[] file) {
        Checkup.Looked looked = new Checkup(AnalyzerPanel.ALL).look(ByteView.of(file));
        return Checkup.explain(looked.report(), List.of(), Checkup.Given.APART);
    }

    private static FilePrints of(Map<String, byte[]> members) {
        return FilePrints.of(ByteView.of(DocumentSmith.docx(members)));
    }
}
