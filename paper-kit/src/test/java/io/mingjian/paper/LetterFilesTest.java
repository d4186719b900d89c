package io.mingjian.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.refusal.Conflict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a letter becomes, read back. */
class LetterFilesTest {
    static final String FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void aPdfSaysLineByLineWhatTheLetterSays() throws IOException {
        Letter letter = letter(List.of("本局于2026年11月20日收到您对某某公司的投诉。", "现告知您。"));
        try (PDDocument pdf = Loader.loadPDF(pdf(letter))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(squeezed(new PDFTextStripper().getText(pdf)))
                    .isEqualTo(squeezed(String.join("", letter.lines())));
            assertThat(pdf.getDocumentInformation().getTitle()).contains("沪黄市监投受〔2026〕000001号");
            PDResources used = pdf.getPage(0).getResources();
            for (COSName name : used.getFontNames()) {
                assertThat(used.getFont(name).isEmbedded()).isTrue();
                assertThat(used.getFont(name).getName()).matches("[A-Z]{6}\\+.*");
            }
        }
    }

    @Test
    void aLongLetterGoesOverSeveralNumberedPagesWithoutLosingAWord() throws IOException {
        List<String> paragraphs =
                new ArrayList<>(Collections.nCopies(40, "经查，" + "该商品标签与实物不符，".repeat(8)));
        Letter letter = letter(paragraphs);
        try (PDDocument pdf = Loader.loadPDF(pdf(letter))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            String text = squeezed(new PDFTextStripper().getText(pdf));
            assertThat(text).contains("第1页共" + pages + "页", "第" + pages + "页共" + pages + "页");
            assertThat(text.replaceAll("第\\d+页共\\d+页", ""))
                    .isEqualTo(squeezed(String.join("", letter.lines())));
            PDFTextStripper last = new PDFTextStripper();
            last.setStartPage(pages);
            assertThat(squeezed(last.getText(pdf))).contains("监督管理局（印章）2026年11月24日");
        }
    }

    @Test
    void aDocxSaysLineByLineWhatTheLetterSays() throws IOException {
        Letter letter = letter(List.of("第一段。", "第二段。"));
        try (XWPFDocument docx =
                        new XWPFDocument(new ByteArrayInputStream(DocxLetter.of(letter, DAY)));
                XWPFWordExtractor words = new XWPFWordExtractor(docx)) {
            assertThat(docx.getParagraphs())
                    .extracting(each -> each.getText())
                    .isEqualTo(letter.lines());
            assertThat(words.getText()).contains("第").contains("页　共");
        }
    }

    @Test
    void theSameLetterIsTheSameBytes() {
        Letter letter = letter(List.of("第一段。"));
        assertThat(pdf(letter)).isEqualTo(pdf(letter));
        assertThat(DocxLetter.of(letter, DAY)).isEqualTo(DocxLetter.of(letter, DAY));
        assertThat(pdf(letter(List.of("第二段。")))).isNotEqualTo(pdf(letter));
    }

    @Test
    void withoutAFontThereIsNoPdfAndTheProblemSaysWhatToDo(@TempDir Path folder)
            throws IOException {
        assertThatThrownBy(() -> new PdfFont(folder.resolve("none.ttc").toString()).open())
                .isInstanceOfSatisfying(
                        FontMissing.class,
                        missing -> {
                            assertThat(missing.type().status()).isEqualTo(503);
                            assertThat(missing.detail(false)).contains("DOCX");
                            assertThat(missing.errors())
                                    .extracting(each -> each.code())
                                    .containsExactly("font-missing");
                        });
        Path nonsense = Files.writeString(folder.resolve("nonsense.ttf"), "no font at all");
        assertThatThrownBy(() -> new PdfFont(nonsense.toString()).open())
                .isInstanceOf(FontMissing.class);
    }

    @Test
    void aCharacterThatTheFontLacksIsNamedRatherThanLeftOut() {
        Letter letter = letter(List.of("店名含有\uD869\uDEA5字。"));
        assertThatThrownBy(() -> pdf(letter))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        lacking -> assertThat(lacking.detail(false)).contains("\uD869\uDEA5"));
        assertThat(DocxLetter.of(letter, DAY)).isNotEmpty();
    }

    @Test
    void aFormIsATableInBothFilesAndGoesOverPagesWithoutLosingAWord() throws IOException {
        Letter form = form();
        try (PDDocument pdf = Loader.loadPDF(pdf(form))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            String text =
                    squeezed(new PDFTextStripper().getText(pdf)).replaceAll("第\\d+页共\\d+页", "");
            assertThat(text)
                    .contains("网页地址", "处置情况", "终")
                    .contains("https://shop.example/item")
                    .contains("以上请于收到后核查。");
            assertThat(text.chars().filter(each -> each == '核').count()).isEqualTo(601);
        }
        try (XWPFDocument docx =
                new XWPFDocument(new ByteArrayInputStream(DocxLetter.of(form, DAY)))) {
            assertThat(docx.getTables()).hasSize(1);
            assertThat(docx.getTables().get(0).getRow(0).getCell(1).getText())
                    .startsWith("https://shop.example/item");
        }
        assertThat(pdf(form)).isEqualTo(pdf(form));
        assertThat(DocxLetter.of(form, DAY)).isEqualTo(DocxLetter.of(form, DAY));
    }

    @Test
    void remarksAreSetAlsoWhereThereIsNoForm() throws IOException {
        Letter form = form();
        Letter letter =
                new Letter(
                        form.letterhead(),
                        form.title(),
                        form.number(),
                        form.addressee(),
                        null,
                        form.paragraphs(),
                        List.of(),
                        List.of("请于期限内答复。"),
                        form.closing(),
                        form.date());
        try (PDDocument pdf = Loader.loadPDF(pdf(letter))) {
            assertThat(squeezed(new PDFTextStripper().getText(pdf)))
                    .isEqualTo(squeezed(String.join("", letter.lines())));
        }
    }

    @Test
    void aLetterThatQuotesStrangersShowsABoxForWhatTheFontLacks() throws IOException {
        Letter letter = letter(List.of("店名含有\uD83D\uDE00\u0007字。"));
        try (TrueTypeFont font = new PdfFont(FONT).open();
                PDDocument pdf = Loader.loadPDF(PdfLetter.quoting(font).of(letter, DAY))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("店名含有□□字。");
        }
    }

    private static Letter form() {
        return new Letter(
                "上海市市场监督管理局",
                "处置反馈表",
                "CZ2026-00001",
                "上海市市场监督管理局：",
                null,
                List.of("现将下列线索的处置情况反馈如下。"),
                List.of(
                        new Letter.Row("网页地址", "https://shop.example/item?id=" + "4".repeat(200)),
                        new Letter.Row("处置情况", "经核查属实。".repeat(600) + "终")),
                List.of("以上请于收到后核查。"),
                "上海市市场监督管理局" + Letter.SEAL,
                "2026年11月24日");
    }

    private static Letter letter(List<String> paragraphs) {
        return new Letter(
                "上海市黄浦区市场监督管理局",
                "投诉受理通知书",
                "沪黄市监投受〔2026〕000001号",
                "王小明：",
                "住址：上海市黄浦区人民大道200号",
                paragraphs,
                "上海市黄浦区市场监督管理局" + Letter.SEAL,
                "2026年11月24日");
    }

    private static byte[] pdf(Letter letter) {
        Assumptions.assumeTrue(
                Files.exists(Path.of(FONT)), "skipped: apt-get install fonts-wqy-microhei");
        try (TrueTypeFont font = new PdfFont(FONT).open()) {
            return new PdfLetter(font).of(letter, DAY);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Without spaces and line ends, which the file sets as it pleases. */
    static String squeezed(String text) {
        return text.replaceAll("[\\s　]", "");
    }
}
