package io.mingjian.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A letter as DOCX, which the bureau's own system can stamp. The same letter is the same bytes. It
 * names fonts and embeds none, so it needs none here.
 */
public final class DocxLetter {
    public static final String MAKER = "docx layout 1, POI 5.5.1";

    private static final String BODY_FONT = "仿宋";
    private static final String HEAD_FONT = "宋体";
    private static final String RED = "CC0000";
    private static final int TWIPS_TO_POINT = 20;

    private DocxLetter() {}

    public static byte[] of(Letter given, LocalDate issuedOn) {
        Letter letter = given.spelt(Plain::text);
        try (XWPFDocument docx = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(docx);
            head(docx, letter);
            body(docx, letter);
            describe(docx, letter, issuedOn);
            docx.write(out);
            return StillZip.repacked(out.toByteArray());
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
        paragraphs(docx, letter.paragraphs());
        if (!letter.table().isEmpty()) {
            table(docx, letter.table());
        }
        paragraphs(docx, letter.remarks());
        XWPFParagraph closing = paragraph(docx, ParagraphAlignment.RIGHT);
        closing.setSpacingBefore(40 * TWIPS_TO_POINT);
        closing.setKeepNext(true);
        write(closing, letter.closing(), BODY_FONT, 16);
        write(paragraph(docx, ParagraphAlignment.RIGHT), letter.date(), BODY_FONT, 16);
    }

    private static void paragraphs(XWPFDocument docx, List<String> paragraphs) {
        for (String each : paragraphs) {
            XWPFParagraph paragraph = paragraph(docx, ParagraphAlignment.BOTH);
            paragraph.setFirstLineIndent(32 * TWIPS_TO_POINT);
            write(paragraph, each, BODY_FONT, 16);
        }
    }

    private static void table(XWPFDocument docx, List<Letter.Row> rows) {
        XWPFTable table = docx.createTable(rows.size(), 2);
        table.setWidth("100%");
        for (int i = 0; i < rows.size(); i++) {
            cell(table, i, 0, rows.get(i).name(), PageLayout.NAME_WIDTH);
            cell(table, i, 1, rows.get(i).value(), PageLayout.TEXT_WIDTH - PageLayout.NAME_WIDTH);
        }
    }

    private static void cell(XWPFTable table, int row, int column, String text, double width) {
        XWPFTableCell cell = table.getRow(row).getCell(column);
        cell.setWidth(twips(width).toString());
        write(cell.getParagraphs().get(0), text, BODY_FONT, 12);
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
}
