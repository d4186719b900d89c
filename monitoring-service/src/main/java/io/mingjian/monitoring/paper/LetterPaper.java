package io.mingjian.monitoring.paper;

import io.mingjian.paper.DocxLetter;
import io.mingjian.paper.Letter;
import io.mingjian.paper.PdfFont;
import io.mingjian.paper.PdfLetter;
import java.io.IOException;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Prints the papers that are letters or forms. */
final class LetterPaper {
    private LetterPaper() {}

    static KeptFile docx(PaperOrder order, PaperTemplate template) {
        byte[] content = DocxLetter.of(letter(order, template), order.issuedOn());
        return KeptFile.of(PaperFormat.DOCX, content, DocxLetter.MAKER);
    }

    static KeptFile pdf(PaperOrder order, PaperTemplate template, PdfFont font) throws IOException {
        try (TrueTypeFont outlines = font.open()) {
            byte[] content =
                    PdfLetter.quoting(outlines).of(letter(order, template), order.issuedOn());
            String made = PdfLetter.MAKER + ", " + outlines.getName();
            return KeptFile.of(PaperFormat.PDF, content, made);
        }
    }

    static Letter letter(PaperOrder order, PaperTemplate template) {
        Map<String, String> values = order.values();
        String from = from(order);
        return new Letter(
                from,
                template.title(),
                order.paperNo(),
                to(order) + "：",
                null,
                template.paragraphs(values),
                template.rows(values),
                template.remarks(values),
                from + Letter.SEAL,
                Words.day(order.issuedOn()));
    }

    /** A district feeds back, everything else comes from the city. */
    private static String from(PaperOrder order) {
        return Words.bureau(
                order.kind() == PaperKind.FEEDBACK_FORM ? order.addressee() : order.bureau());
    }

    private static String to(PaperOrder order) {
        return switch (order.kind()) {
            case INSTRUCTION ->
                    order.addressee().equals(order.bureau()) ? "各承接机构" : order.addressee();
            case ASSIGNMENT_NOTICE -> Words.bureau(order.addressee());
            case FEEDBACK_FORM, CLOSING_REPORT -> Words.bureau(order.bureau());
        };
    }
}
