package io.mingjian.registry.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A letter as DOCX, which the bureau's own system can stamp. The same letter is the same bytes. It
 * names fonts and embeds none, so it needs none here.
 */
final class DocxLetter {
    static final String MAKER = "docx layout 1, POI 5.5.1";

    private static final String BODY_FONT = "仿宋";
    private static final String HEAD_FONT = "宋体";
    private static final String RED = "CC0000";
    private static final int TWIPS_TO_POINT = 20;

    /** The oldest time that a ZIP archive can tell. */
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DocxLetter() {}

    static byte[] of(Letter letter, LocalDate issuedOn) {
        try (XWPFDocument docx = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(docx);
            head(docx, letter);
            body(docx, letter);
            describe(docx, letter, issuedOn);
            docx.write(out);
            return repacked(out.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void head(XWPFDocument docx, Letter letter) {
        XWPFParagraph head = paragraph(docx, ParagraphAlignment.CENTER);
        head.setBorderBottom(Borders.SINGLE);
        head.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
        head.setSpacingAfter(12 * TWIPS_TO_POINT);
        write(head, letter.letterhead(), HEAD_FONT, 24).setColor(RED);
        write(paragraph(docx, ParagraphAlignment.CENTER), letter.title(), HEAD_FONT, 20);
        write(paragraph(docx, ParagraphAlignment.CENTER), letter.number(), BODY_FONT, 16);
    }

    private static void body(XWPFDocument docx, Letter letter) {
        write(paragraph(docx, ParagraphAlignment.LEFT), letter.addressee(), BODY_FONT, 16);
        if (letter.address() != null) {
            write(paragraph(docx, ParagraphAlignment.LEFT), letter.address(), BODY_FONT, 16);
        }
        for (String each : letter.paragraphs()) {
            XWPFParagraph paragraph = paragraph(docx, ParagraphAlignment.BOTH);
            paragraph.setFirstLineIndent(32 * TWIPS_TO_POINT);
            write(paragraph, each, BODY_FONT, 16);
        }
        XWPFParagraph closing = paragraph(docx, ParagraphAlignment.RIGHT);
        closing.setSpacingBefore(40 * TWIPS_TO_POINT);
        closing.setKeepNext(true);
        write(closing, letter.closing(), BODY_FONT, 16);
        write(paragraph(docx, ParagraphAlignment.RIGHT), letter.date(), BODY_FONT, 16);
    }

    private static XWPFParagraph paragraph(XWPFDocument docx, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = docx.createParagraph();
        paragraph.setAlignment(alignment);
        return paragraph;
    }

    private static XWPFRun write(XWPFParagraph to, String text, String font, int size) {
        XWPFRun run = to.createRun();
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        run.setText(text);
        return run;
    }

    /** A4 with the margins of the PDF, and page numbers at the foot. */
    private static void page(XWPFDocument docx) {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(PageLayout.WIDTH));
        size.setH(twips(PageLayout.HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(twips(PageLayout.LEFT));
        margins.setRight(twips(PageLayout.WIDTH - PageLayout.LEFT - PageLayout.TEXT_WIDTH));
        margins.setTop(twips(85));
        margins.setBottom(twips(85));
        margins.setHeader(twips(42));
        margins.setFooter(twips(42));
        margins.setGutter(twips(0));
        XWPFParagraph foot = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        foot.createRun().setText("第");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText("页　共");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
        foot.createRun().setText("页");
    }

    private static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS_TO_POINT));
    }

    private static void describe(XWPFDocument docx, Letter letter, LocalDate issuedOn) {
        CoreProperties about = docx.getProperties().getCoreProperties();
        about.setTitle(letter.title() + " " + letter.number());
        about.setCreator(letter.letterhead());
        Optional<Date> on = Optional.of(Made.on(issuedOn).getTime());
        about.setCreated(on);
        about.setModified(on);
    }

    /** The same parts in the order of their names, without the time of day. */
    private static byte[] repacked(byte[] packed) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                parts.put(part.getName(), in.readAllBytes());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(ZIP_EPOCH);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
