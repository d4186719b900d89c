package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.FilmSmith;
import io.mingjian.detection.media.PictureDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A few pictures; how often labels are read, and how dearly, is measured by {@code benchmarks/run}.
 */
class VisibleLabelTest extends AnalyzerContract {
    private static final File FONT = new File("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    private static final VisibleLabel ANALYZER = new VisibleLabel();

    @AfterAll
    static void close() {
        ANALYZER.close();
    }

    @Override
    protected Analyzer analyzer() {
        return ANALYZER;
    }

    @Override
    protected byte[] positive() {
        return PictureDrawer.jpeg(labelled("AI生成", 0.06, 300, 220), 0.85);
    }

    @Override
    protected String positiveCode() {
        return "EXPLICIT_LABEL";
    }

    @Override
    protected byte[] negative() {
        return PictureDrawer.jpeg(labelled("AI客服", 0.06, 300, 220), 0.85);
    }

    /** White with a dark shadow, in the lower right corner. */
    private static BufferedImage labelled(String text, double share, int width, int height) {
        BufferedImage image = PictureDrawer.goods(width, height, 5);
        Graphics2D g = pen(image, share * Math.min(width, height));
        int x = width - g.getFontMetrics().stringWidth(text) - width / 40;
        int y = height - height / 40 - g.getFontMetrics().getDescent();
        write(g, text, x, y);
        g.dispose();
        return image;
    }

    private static void write(Graphics2D g, String text, int x, int y) {
        g.setColor(new Color(0, 0, 0, 160));
        g.drawString(text, x + 1, y + 1);
        g.setColor(Color.WHITE);
        g.drawString(text, x, y);
    }

    private static Graphics2D pen(BufferedImage image, double size) {
        assumeTrue(FONT.exists(), "skipped: apt-get install fonts-wqy-microhei");
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        try {
            g.setFont(Font.createFont(Font.TRUETYPE_FONT, FONT).deriveFont((float) size));
        } catch (FontFormatException | IOException e) {
            throw new AssertionError(e);
        }
        return g;
    }

    @Test
    void textPlaceHeightAndProviderAreTold() {
        byte[] file = PictureDrawer.jpeg(labelled("豆包AI生成", 0.06, 900, 720), 0.85);
        Found found = found(file, "EXPLICIT_LABEL");
        assertThat(found.facts())
                .containsEntry("text", "豆包AI生成")
                .containsEntry("edge", "BOTTOM_RIGHT")
                .containsEntry("provider", "豆包")
                .containsEntry("deviations", List.of());
        assertThat((double) found.facts().get("heightPercent")).isEqualTo(6, within(1.5));
        assertThat(found.zhSummary()).contains("右下角", "豆包AI生成");
        assertThat(found.regions()).hasSize(1);
        assertThat(found.regions().get(0).x()).isGreaterThan(0.6);
    }

    @Test
    void aSmallLabelIsOneThatDeviates() {
        byte[] file = PictureDrawer.jpeg(labelled("AI合成", 0.03, 900, 720), 0.85);
        assertThat(found(file, "EXPLICIT_LABEL").facts())
                .containsEntry("deviations", List.of("BELOW_5_PERCENT"));
    }

    @Test
    void aNameAloneAndAGuessAreToldApart() {
        assertThat(codes(PictureDrawer.png(labelled("即梦AI", 0.06, 600, 480))))
                .containsExactly("AI_MARK");
        assertThat(codes(PictureDrawer.png(labelled("疑似AI生成", 0.06, 600, 480))))
                .containsExactly("EXPLICIT_LABEL_SUSPECTED");
    }

    @Test
    void aRowOfButtonsIsShownAndNotALabel() {
        BufferedImage screen = new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = pen(screen, 30);
        String[] buttons = {"首页", "消息", "AI生成", "购物车", "我的"};
        for (int i = 0; i < buttons.length; i++) {
            write(g, buttons[i], 20 + 140 * i, 1_240);
        }
        g.dispose();
        assertThat(codes(PictureDrawer.png(screen))).containsExactly("LABEL_WORDS_IN_TEXT");
    }

    @Test
    void halfAPictureWithoutALabelIsInconclusive() {
        byte[] whole = PictureDrawer.jpeg(PictureDrawer.goods(300, 220, 5), 0.85);
        assertThat(analyze(Arrays.copyOf(whole, whole.length / 2)))
                .hasOnlyElementsOfType(CouldNotRead.class)
                .extracting(finding -> ((CouldNotRead) finding).code())
                .containsExactly("PARTLY_DECODED");
    }

    @Test
    void aLabelThatAFilmShowsLaterIsReadWithItsSecond() {
        assumeTrue(FilmSmith.isHere());
        byte[] plain = FilmSmith.rgb(PictureDrawer.goods(304, 224, 5));
        byte[] labelled = FilmSmith.rgb(labelled("AI生成", 0.08, 304, 224));
        List<byte[]> pictures = new ArrayList<>(Collections.nCopies(8, plain));
        pictures.addAll(Collections.nCopies(8, labelled));
        byte[] film = FilmSmith.of(pictures, 304, 224, 8, "avi", "-c:v", "mjpeg", "-q:v", "3");
        assertThat(ANALYZER.watch(FilmSmith.opened(film)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.code()).isEqualTo("EXPLICIT_LABEL");
                            assertThat(found.zhSummary()).startsWith("【视频约第 1.8 秒】");
                            assertThat(found.regions())
                                    .as("the first picture, which people see, has no label")
                                    .isEmpty();
                            assertThat(found.facts())
                                    .containsEntry("picturesWithText", 1)
                                    .containsEntry("picturesLookedAt", 3);
                        });
    }

    @Test
    void aLabelInTheFirstPictureOfAFilmIsMarkedOnIt() {
        assumeTrue(FilmSmith.isHere());
        byte[] labelled = FilmSmith.rgb(labelled("AI生成", 0.08, 304, 224));
        byte[] film =
                FilmSmith.of(
                        Collections.nCopies(8, labelled),
                        304,
                        224,
                        8,
                        "avi",
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "3");
        assertThat(ANALYZER.watch(FilmSmith.opened(film)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Found.class,
                        found -> {
                            assertThat(found.facts()).containsEntry("second", 0.0);
                            assertThat(found.regions()).hasSize(1);
                        });
    }

    @Test
    void afterARestItReadsAsBefore() {
        List<String> before = codes(positive());
        ANALYZER.close();
        assertThat(codes(positive())).isEqualTo(before).isNotEmpty();
    }
}
