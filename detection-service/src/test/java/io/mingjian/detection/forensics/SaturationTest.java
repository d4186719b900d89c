package io.mingjian.detection.forensics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerContract;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NotApplicable;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.SampleFiles;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaturationTest extends AnalyzerContract {
    @Override
    protected Analyzer analyzer() {
        return new Saturation();
    }

    @Override
    protected byte[] positive() {
        return plainJpeg();
    }

    @Override
    protected String positiveCode() {
        return "SATURATION_MEASURED";
    }

    @Override
    protected byte[] negative() {
        return PictureDrawer.png(new BufferedImage(63, 200, BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage halves(Color left, Color right) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(left);
        g.fillRect(0, 0, 100, 100);
        g.setColor(right);
        g.fillRect(100, 0, 100, 100);
        g.dispose();
        return image;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Found found, String name) {
        return (Map<String, Object>) Objects.requireNonNull(found.facts().get(name));
    }

    @Test
    void figuresOfKnownColoursAreRight() {
        Found found =
                found(PictureDrawer.png(halves(Color.RED, Color.GRAY)), "SATURATION_MEASURED");
        assertThat(map(found, "figures"))
                .containsEntry("meanSaturation", 0.5)
                .containsEntry("fullySaturated", 0.5)
                .containsEntry("grey", 0.5)
                .containsEntry("crushedBlack", 0.0);
    }

    @Test
    void theFindingIsAMeasurementAndCarriesItsErrorRates() {
        Found found = found(plainJpeg(), "SATURATION_MEASURED");
        assertThat(found.strength()).isEqualTo(SignalStrength.MEASUREMENT);
        assertThat(found.zhDoesNotProve()).contains("0.63", "4%", "1%", "不参与综合判断");
        assertThat(found.facts())
                .containsEntry("auc", 0.63)
                .containsEntry("channel", "OTHER")
                .containsEntry("comparedWith", "OTHER");
        assertThat((int) found.facts().get("referencePictures")).isGreaterThan(300);
        assertThat(map(found, "rareAmongReal"))
                .containsKeys("part", "whole")
                .containsEntry("comparedWith", "OTHER");
        assertThat(found.zhDoesNotProve())
                .contains("同类实拍照片也会被标为少见", "另一分集的同类参考照片 277 张")
                .doesNotContain("对照不同");
    }

    @Test
    void aRateThatWasMeasuredAgainstOtherPicturesThanThePercentileSaysSo() {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        byte[] camera =
                SampleFiles.pictures(images.get().resolve("real/cameras")).stream()
                        .map(SampleFiles::bytes)
                        .filter(file -> channel(file) == Channel.CAMERA)
                        .findFirst()
                        .orElseThrow();
        Found found = found(camera, "SATURATION_MEASURED");
        assertThat(found.facts())
                .containsEntry("channel", "CAMERA")
                .containsEntry("comparedWith", "CAMERA");
        assertThat(map(found, "rareAmongReal")).containsEntry("comparedWith", "ALL");
        assertThat(found.zhDoesNotProve()).contains("全部参考照片 340 张", "与上述百分位的对照不同");
    }

    private static Channel channel(byte[] file) {
        EvidencePicture picture = opened(file);
        return Channel.of(picture.mediaFile(), Math.max(picture.width(), picture.height()));
    }

    @Test
    void aChannelWithTooFewPicturesIsComparedWithAllAndSaysSo() {
        byte[] asMessengersSend = PictureDrawer.jpeg(PictureDrawer.goods(1_280, 200, 3), 0.75);
        Found found = found(asMessengersSend, "SATURATION_MEASURED");
        assertThat(found.facts())
                .containsEntry("channel", "MESSENGER")
                .containsEntry("comparedWith", "ALL")
                .containsEntry("referencePictures", 495);
        assertThat((int) found.facts().get("referencePicturesOfChannel"))
                .isBetween(1, SaturationReference.LEAST_PICTURES - 1);
        assertThat(found.zhSummary()).contains("不足 50 张", "即时通讯");
    }

    @Test
    void aGreyPictureLiesLowAndAnOverdrawnOneHighAmongCameraPictures() {
        Found grey = found(PictureDrawer.png(halves(Color.GRAY, Color.LIGHT_GRAY)), positiveCode());
        Found loud = found(PictureDrawer.png(halves(Color.RED, Color.BLUE)), positiveCode());
        assertThat((int) map(grey, "percentiles").get("meanSaturation")).isLessThanOrEqualTo(1);
        assertThat((int) map(loud, "percentiles").get("meanSaturation")).isGreaterThanOrEqualTo(99);
        assertThat(loud.zhSummary()).contains("少见");
    }

    @Test
    void smallAndBrokenPicturesAreNotMeasured() {
        assertThat(analyze(negative())).singleElement().isInstanceOf(NotApplicable.class);
        byte[] broken = plainPng();
        Arrays.fill(broken, 60, broken.length - 16, (byte) 0x55);
        assertThat(analyze(broken)).singleElement().isInstanceOf(CouldNotRead.class);
    }

    @Test
    void theMapHasThePicturesShapeAndShowsTheLoudHalf() {
        byte[] png =
                SaturationMap.png(opened(PictureDrawer.png(halves(Color.RED, Color.GRAY))))
                        .orElseThrow();
        BufferedImage map = PictureDrawer.read(png);
        assertThat(map.getWidth()).isEqualTo(200);
        assertThat(map.getHeight()).isEqualTo(100);
        assertThat(map.getRGB(20, 50) >>> 24).isGreaterThan(150);
        assertThat(map.getRGB(180, 50) >>> 24).isZero();
        assertThat(SaturationMap.png(opened(negative()))).isEmpty();
    }

    @Test
    void theShippedReferenceIsWhatTheCommandMakes() throws IOException {
        Optional<Path> images = SampleFiles.folder("images");
        if (images.isEmpty()) {
            return;
        }
        String shipped =
                new String(
                        Objects.requireNonNull(
                                        Saturation.class.getResourceAsStream(
                                                SaturationReference.FILE))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(SaturationReferenceMaker.lines(images.get()))
                .isEqualTo(List.of(shipped.strip().split("\n")));
    }
}
