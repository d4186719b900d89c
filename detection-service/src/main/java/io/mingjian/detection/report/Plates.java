package io.mingjian.detection.report;

import io.mingjian.detection.finding.Region;
import io.mingjian.paper.Sheets;
import io.mingjian.paper.Sheets.Tone;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** The picture with the numbered regions, and beside it the same, pale, with the map over it. */
final class Plates {
    private static final double GAP = 16;
    private static final double HIGHEST = 210;
    private static final double CAPTION = 9;
    private static final float PALE = 0.45f;

    /** What the map is; what it is not stands below both pictures. */
    static final String HEAT_MAP = "图 2　饱和度热力图：黄至红为高于参照照片的中位";

    static final String HEAT_MAP_LIMITS =
            "图 2 按各小块的平均饱和度在参照照片（全部渠道）各小块中的百分位着色：不高于中位的不着色，越高越红。"
                    + "颜色鲜艳的商品、包装和灯光本来就会着色；着色不表示该处由人工智能生成或者经过改动，不计入提示。";

    private final PDDocument pdf;
    private final Sheets sheets;

    Plates(PDDocument pdf, Sheets sheets) {
        this.pdf = pdf;
        this.sheets = sheets;
    }

    private record Frame(double x, double y, double width, double height) {}

    void draw(Report report, byte[] jpeg, Optional<byte[]> heatMap) throws IOException {
        PDImageXObject picture = JPEGFactory.createFromByteArray(pdf, jpeg);
        double wide = (Sheets.WIDTH - GAP) / 2;
        double scale = Math.min(wide / picture.getWidth(), HIGHEST / picture.getHeight());
        double width = picture.getWidth() * scale;
        double height = picture.getHeight() * scale;
        sheets.room(height + 30);
        double top = sheets.y() - 8;
        Frame left = new Frame(Sheets.LEFT, top - height, width, height);
        put(picture, left);
        mark(report, left);
        caption("图 1　查看副本（无元数据），标号与迹象编号一致", left);
        if (heatMap.isPresent()) {
            Frame right = new Frame(Sheets.LEFT + wide + GAP, top - height, width, height);
            pale(picture, right);
            put(map(heatMap.get()), right);
            caption(HEAT_MAP, right);
        }
        sheets.gap(8 + height + 18);
        if (heatMap.isPresent()) {
            sheets.text(HEAT_MAP_LIMITS, Sheets.Style.NOTE);
        }
    }

    private PDImageXObject map(byte[] png) throws IOException {
        BufferedImage map = ImageIO.read(new ByteArrayInputStream(png));
        return LosslessFactory.createFromImage(pdf, map);
    }

    private void pale(PDImageXObject picture, Frame frame) throws IOException {
        PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
        pale.setNonStrokingAlphaConstant(PALE);
        PDPageContentStream page = sheets.page();
        page.saveGraphicsState();
        page.setGraphicsStateParameters(pale);
        put(picture, frame);
        page.restoreGraphicsState();
    }

    private void put(PDImageXObject image, Frame frame) throws IOException {
        sheets.page()
                .drawImage(
                        image,
                        (float) frame.x(),
                        (float) frame.y(),
                        (float) frame.width(),
                        (float) frame.height());
    }

    private void mark(Report report, Frame frame) throws IOException {
        for (Report.Line line : report.signals()) {
            for (Region region : line.regions()) {
                mark(line.number(), region, frame);
            }
        }
    }

    /** Regions count from the upper left, pages from the lower left. */
    private void mark(int number, Region region, Frame frame) throws IOException {
        double x = frame.x() + region.x() * frame.width();
        double height = region.height() * frame.height();
        double y = frame.y() + frame.height() - region.y() * frame.height() - height;
        PDPageContentStream page = sheets.page();
        page.setStrokingColor(0.85f, 0.1f, 0.1f);
        page.setLineWidth(1.2f);
        page.addRect(
                (float) x, (float) y, (float) (region.width() * frame.width()), (float) height);
        page.stroke();
        double side = 11;
        sheets.fill(x, y + height - side, side, side, Tone.BLUE);
        sheets.put(String.valueOf(number), x + 3, y + height - side + 3, 7.5, Tone.WHITE);
    }

    private void caption(String text, Frame frame) throws IOException {
        sheets.put(text, frame.x(), frame.y() - 13, CAPTION, Tone.GREY);
    }
}
