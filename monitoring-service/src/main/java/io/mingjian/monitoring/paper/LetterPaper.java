package io.mingjian.monitoring.paper;

import io.mingjian.paper.DocxLetter;
import io.mingjian.paper.Letter;
import io.mingjian.paper.PdfFont;
import io.mingjian.paper.PdfLetter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
        String from = from(order, values);
        return new Letter(
                from,
                template.title(),
                order.paperNo(),
                to(order, values) + "：",
                null,
                paragraphs(template.paragraphs(values)),
                template.rows(values),
                paragraphs(template.remarks(values)),
                from + Letter.SEAL,
                Words.day(order.issuedOn()));
    }

    /** What an officer wrote in several paragraphs stays in several. */
    private static List<String> paragraphs(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Arrays.stream(text.split("\\R")))
                .map(text -> text.replace('\t', ' ').strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * Whoever fed back and whoever wrote the letter; everything else comes from the city. A form is
     * kept under the bureau that fed back.
     */
    private static String from(PaperOrder order, Map<String, String> values) {
        return switch (order.kind()) {
            case FEEDBACK_FORM -> Words.bureau(order.addressee());
            case ASSISTANCE_LETTER -> values.getOrDefault("from", "");
            case INSTRUCTION, ASSIGNMENT_NOTICE, CLOSING_REPORT -> Words.bureau(order.bureau());
        };
    }

    private static String to(PaperOrder order, Map<String, String> values) {
        return switch (order.kind()) {
            case INSTRUCTION -> values.getOrDefault("addressee", order.addressee());
            case ASSISTANCE_LETTER -> order.addressee();
            case ASSIGNMENT_NOTICE -> Words.bureau(order.addressee());
            case FEEDBACK_FORM -> values.getOrDefault("addressee", Words.bureau(order.bureau()));
            case CLOSING_REPORT -> Words.bureau(order.bureau());
        };
    }
}
