package io.mingjian.registry.document;

import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.registry.document.PageLayout.Page;
import io.mingjian.registry.document.PageLayout.Placed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A letter as PDF, with the characters that it uses embedded. The same letter in the same font is
 * the same bytes: ids and dates come from the letter, none from the moment.
 */
final class PdfLetter {
    /** Changes with the layout, so that a hash can be told from that of an older layout. */
    static final String MAKER = "pdf layout 1, PDFBox 3.0.8";

    private static final float RED = 0.8f;
    private static final float SMALL = 10.5f;
    private static final float FOOT = 56;

    private final TrueTypeFont outlines;

    PdfLetter(TrueTypeFont outlines) {
        this.outlines = outlines;
    }

    /**
     * @throws Conflict naming the characters that the font lacks
     */
    byte[] of(Letter letter, LocalDate issuedOn) {
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            refuseUnprintable(letter);
            PDType0Font font = PDType0Font.load(pdf, outlines, true);
            List<Page> pages = PageLayout.of(letter, (text, size) -> width(font, text, size));
            for (int i = 0; i < pages.size(); i++) {
                draw(pdf, font, pages.get(i), i + 1, pages.size());
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

    private static double width(PDType0Font font, String text, double size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void draw(PDDocument pdf, PDType0Font font, Page page, int number, int pages)
            throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        try (PDPageContentStream ink = new PDPageContentStream(pdf, sheet)) {
            for (Placed line : page.lines()) {
                write(ink, font, line);
            }
            Double rule = page.rule();
            if (rule != null) {
                ink.setStrokingColor(RED, 0f, 0f);
                ink.setLineWidth(1.5f);
                ink.moveTo((float) PageLayout.LEFT, rule.floatValue());
                ink.lineTo((float) (PageLayout.LEFT + PageLayout.TEXT_WIDTH), rule.floatValue());
                ink.stroke();
            }
            if (pages > 1) {
                String foot = "第" + number + "页　共" + pages + "页";
                double x = (PageLayout.WIDTH - width(font, foot, SMALL)) / 2;
                write(ink, font, new Placed(foot, x, FOOT, SMALL, false));
            }
        }
    }

    private static void write(PDPageContentStream ink, PDType0Font font, Placed line)
            throws IOException {
        ink.beginText();
        ink.setNonStrokingColor(line.head() ? RED : 0f, 0f, 0f);
        ink.setFont(font, (float) line.size());
        ink.newLineAtOffset((float) line.x(), (float) line.y());
        ink.showText(line.text());
        ink.endText();
    }

    private static void describe(PDDocument pdf, Letter letter, LocalDate issuedOn) {
        GregorianCalendar on = Made.on(issuedOn);
        PDDocumentInformation about = pdf.getDocumentInformation();
        about.setTitle(letter.title() + " " + letter.number());
        about.setAuthor(letter.letterhead());
        about.setProducer(MAKER);
        about.setCreationDate(on);
        about.setModificationDate(on);
        pdf.getDocumentCatalog().setLanguage("zh-CN");
        pdf.setDocumentId(seed(letter.number()));
    }

    /** The file's id is made of this and of the description above. */
    private static long seed(String number) {
        String sm3 = Sm3.hex(number);
        return ByteBuffer.wrap(sm3.getBytes(StandardCharsets.US_ASCII)).getLong();
    }
}
