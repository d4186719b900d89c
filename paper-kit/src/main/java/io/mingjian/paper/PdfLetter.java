package io.mingjian.paper;

import io.mingjian.kit.refusal.Conflict;
import io.mingjian.paper.PageLayout.Cell;
import io.mingjian.paper.PageLayout.Page;
import io.mingjian.paper.PageLayout.Placed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A letter as PDF, with the characters that it uses embedded. The same letter in the same font is
 * the same bytes: ids and dates come from the letter, none from the moment.
 */
public final class PdfLetter {
    /** Changes with the layout, so that a hash can be told from that of an older layout. */
    public static final String MAKER = "pdf layout 1, PDFBox 3.0.8";

    private static final float RED = 0.8f;
    private static final float SMALL = 10.5f;
    private static final float FOOT = 56;
    private static final float HAIR = 0.6f;

    private final TrueTypeFont outlines;
    private final boolean boxes;

    /** Refuses a letter that the font cannot print. */
    public PdfLetter(TrueTypeFont outlines) {
        this(outlines, false);
    }

    private PdfLetter(TrueTypeFont outlines, boolean boxes) {
        this.outlines = outlines;
        this.boxes = boxes;
    }

    /**
     * Prints a box for what the font lacks: for letters that quote strangers, none of whom may
     * prevent a letter.
     */
    public static PdfLetter quoting(TrueTypeFont outlines) {
        return new PdfLetter(outlines, true);
    }

    /**
     * @throws Conflict naming the characters that the font lacks
     */
    public byte[] of(Letter given, LocalDate issuedOn) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Ink ink = new Ink(pdf, outlines);
            Letter letter = boxes ? given.spelt(ink::printable) : given;
            refuseUnprintable(letter);
            List<Page> pages = PageLayout.of(letter, ink::width);
            for (int i = 0; i < pages.size(); i++) {
                draw(pdf, ink, pages.get(i), i + 1, pages.size());
            }
            describe(pdf, letter, issuedOn);
            pdf.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void refuseUnprintable(Letter letter) throws IOException {
        CmapLookup known = outlines.getUnicodeCmapLookup();
        String lacking =
                letter.lines().stream()
                        .flatMapToInt(String::codePoints)
                        .filter(each -> known.getGlyphId(each) == 0)
                        .distinct()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("、"));
        if (!lacking.isEmpty()) {
            throw new Conflict(
                    "font-lacks-characters",
                    "所用字体没有下列字符，不能生成 PDF，请下载 DOCX：" + lacking + "。",
                    "The font lacks " + lacking + "; take DOCX.");
        }
    }

    private static void draw(PDDocument pdf, Ink font, Page page, int number, int pages)
            throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        try (PDPageContentStream pen = new PDPageContentStream(pdf, sheet)) {
            for (Placed line : page.lines()) {
                write(pen, font, line);
            }
            Double rule = page.rule();
            if (rule != null) {
                pen.setStrokingColor(RED, 0f, 0f);
                pen.setLineWidth(1.5f);
                pen.moveTo((float) PageLayout.LEFT, rule.floatValue());
                pen.lineTo((float) (PageLayout.LEFT + PageLayout.TEXT_WIDTH), rule.floatValue());
                pen.stroke();
            }
            for (Cell cell : page.cells()) {
                pen.setStrokingColor(0f, 0f, 0f);
                pen.setLineWidth(HAIR);
                pen.addRect(
                        (float) cell.x(),
                        (float) cell.y(),
                        (float) cell.width(),
                        (float) cell.height());
                pen.stroke();
            }
            if (pages > 1) {
                String foot = "第" + number + "页　共" + pages + "页";
                double x = (PageLayout.WIDTH - font.width(foot, SMALL)) / 2;
                write(pen, font, new Placed(foot, x, FOOT, SMALL, false));
            }
        }
    }

    private static void write(PDPageContentStream pen, Ink font, Placed line) throws IOException {
        pen.beginText();
        pen.setNonStrokingColor(line.head() ? RED : 0f, 0f, 0f);
        pen.setFont(font.font(), (float) line.size());
        pen.newLineAtOffset((float) line.x(), (float) line.y());
        pen.showText(line.text());
        pen.endText();
    }

    private static void describe(PDDocument pdf, Letter letter, LocalDate issuedOn) {
        new Imprint(
                        letter.title() + " " + letter.number(),
                        letter.letterhead(),
                        MAKER,
                        Made.on(issuedOn),
                        letter.number())
                .into(pdf);
    }
}
