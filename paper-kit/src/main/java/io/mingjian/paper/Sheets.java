package io.mingjian.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A4 pages that are filled from the top, with a running foot. Lengths are points. Knows nothing of
 * what they say.
 */
public final class Sheets implements AutoCloseable {
    public static final double LEFT = 62;
    public static final double WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;

    private static final double TOP = PDRectangle.A4.getHeight() - 62;
    private static final double BOTTOM = 66;
    private static final double FOOT = 40;
    private static final double SMALL = 8.5;
    private static final double LEADING = 1.55;

    private final PDDocument pdf;
    private final Ink ink;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream page;
    private double y = TOP;

    public Sheets(PDDocument pdf, Ink ink) throws IOException {
        this.pdf = pdf;
        this.ink = ink;
        this.page = fresh();
    }

    /** A tone of this document. */
    public enum Tone {
        BLACK(0.08f, 0.08f, 0.1f),
        WHITE(1, 1, 1),
        GREY(0.4f, 0.4f, 0.43f),
        BLUE(0.1f, 0.24f, 0.45f),
        PALE(0.9f, 0.92f, 0.96f);

        private final float red;
        private final float green;
        private final float blue;

        Tone(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }
    }

    /** How a text looks. */
    public record Style(double size, Tone tone, double indent) {
        public static final Style BODY = new Style(10, Tone.BLACK, 0);
        public static final Style NOTE = new Style(9, Tone.GREY, 0);

        public Style indented(double by) {
            return new Style(size, tone, indent + by);
        }
    }

    public void title(String text, double size) throws IOException {
        for (String line : ink.lines(text, size, WIDTH)) {
            y -= size * LEADING;
            put(line, LEFT + (WIDTH - ink.width(line, size)) / 2, y, size, Tone.BLACK);
        }
    }

    /** A heading stays with what follows. */
    public void heading(String text) throws IOException {
        room(70);
        y -= 26;
        fill(LEFT, y - 3.5, 3, 13, Tone.BLUE);
        put(ink.printable(text), LEFT + 9, y, 12.5, Tone.BLUE);
        y -= 5;
    }

    public void text(String text, Style style) throws IOException {
        for (String line : ink.lines(text, style.size(), WIDTH - style.indent())) {
            room(style.size() * LEADING);
            y -= style.size() * LEADING;
            put(line, LEFT + style.indent(), y, style.size(), style.tone());
        }
    }

    /** A name in its own column and what is said of it beside. */
    public void pair(String name, String value, Style style) throws IOException {
        double column = 78;
        double size = style.size();
        List<String> lines = ink.lines(value, size, WIDTH - style.indent() - column);
        room(size * LEADING);
        for (int i = 0; i < lines.size(); i++) {
            room(size * LEADING);
            y -= size * LEADING;
            if (i == 0) {
                put(ink.printable(name), LEFT + style.indent(), y, size, Tone.GREY);
            }
            put(lines.get(i), LEFT + style.indent() + column, y, size, style.tone());
        }
    }

    /** A frame around what was written since that height. */
    public void frame(double top) throws IOException {
        y -= 8;
        page.setStrokingColor(Tone.BLUE.red, Tone.BLUE.green, Tone.BLUE.blue);
        page.setLineWidth(0.8f);
        page.addRect((float) LEFT, (float) y, (float) WIDTH, (float) (top - y));
        page.stroke();
    }

    public void gap(double height) {
        y -= height;
    }

    public void rule() throws IOException {
        y -= 7;
        page.setStrokingColor(0.75f, 0.75f, 0.78f);
        page.setLineWidth(0.5f);
        page.moveTo((float) LEFT, (float) y);
        page.lineTo((float) (LEFT + WIDTH), (float) y);
        page.stroke();
    }

    /** Turns the page if less than this is left of it, and tells whether it did. */
    public boolean room(double height) throws IOException {
        if (y - height >= BOTTOM) {
            return false;
        }
        page.close();
        page = fresh();
        y = TOP;
        return true;
    }

    /**
     * Begins a table here.
     *
     * @param mostLines of a cell
     */
    public Grid grid(List<Grid.Column> columns, int mostLines) throws IOException {
        return new Grid(this, ink, columns, mostLines);
    }

    /** A thin line at the present height. */
    void hairline() throws IOException {
        page.setStrokingColor(0.75f, 0.75f, 0.78f);
        page.setLineWidth(0.4f);
        page.moveTo((float) LEFT, (float) y);
        page.lineTo((float) (LEFT + WIDTH), (float) y);
        page.stroke();
    }

    /** A text in the middle between two places. */
    public void centred(String text, double x, double width, double at, double size, Tone tone)
            throws IOException {
        String printable = ink.printable(text);
        put(printable, x + (width - ink.width(printable, size)) / 2, at, size, tone);
    }

    /**
     * Fills an area with a blue that is the deeper the larger the part is.
     *
     * @param part from 0, almost white, to 1
     */
    public void shade(double x, double at, double width, double height, double part)
            throws IOException {
        float pale = (float) (1 - Math.max(0, Math.min(1, part)));
        page.setNonStrokingColor(
                Tone.BLUE.red + (0.94f - Tone.BLUE.red) * pale,
                Tone.BLUE.green + (0.95f - Tone.BLUE.green) * pale,
                Tone.BLUE.blue + (0.98f - Tone.BLUE.blue) * pale);
        page.addRect((float) x, (float) at, (float) width, (float) height);
        page.fill();
    }

    /** Where the next thing goes; the caller draws there and tells how high it was. */
    public double y() {
        return y;
    }

    public PDPageContentStream page() {
        return page;
    }

    public void put(String line, double x, double at, double size, Tone tone) throws IOException {
        page.beginText();
        page.setNonStrokingColor(tone.red, tone.green, tone.blue);
        page.setFont(ink.font(), (float) size);
        page.newLineAtOffset((float) x, (float) at);
        page.showText(line);
        page.endText();
    }

    public void fill(double x, double at, double width, double height, Tone tone)
            throws IOException {
        page.setNonStrokingColor(tone.red, tone.green, tone.blue);
        page.addRect((float) x, (float) at, (float) width, (float) height);
        page.fill();
    }

    /** Writes the foot of every page, when all are there. */
    public void foot(String left) throws IOException {
        page.close();
        for (int i = 0; i < pages.size(); i++) {
            page = new PDPageContentStream(pdf, pages.get(i), AppendMode.APPEND, false, true);
            String number = "第 " + (i + 1) + " 页　共 " + pages.size() + " 页";
            put(ink.printable(left), LEFT, FOOT, SMALL, Tone.GREY);
            double x = LEFT + WIDTH - ink.width(number, SMALL);
            put(number, x, FOOT, SMALL, Tone.GREY);
            page.close();
        }
    }

    private PDPageContentStream fresh() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        pages.add(sheet);
        return new PDPageContentStream(pdf, sheet);
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
