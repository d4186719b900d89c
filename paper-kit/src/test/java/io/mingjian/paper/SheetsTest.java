package io.mingjian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SheetsTest {
    @Test
    void aTableGoesOverPagesWithItsHeadOnEach() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(Path.of(LetterFilesTest.FONT)),
                "skipped: apt-get install fonts-wqy-microhei");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TrueTypeFont font = new PdfFont(LetterFilesTest.FONT).open();
                PDDocument pdf = new PDDocument()) {
            try (Sheets sheets = new Sheets(pdf, new Ink(pdf, font))) {
                Grid grid =
                        sheets.grid(
                                List.of(new Grid.Column("序号", 1), new Grid.Column("摘要内容", 3)), 2);
                for (int i = 1; i <= 100; i++) {
                    grid.row(List.of("第" + i + "行", "很长的摘要，".repeat(i)));
                }
                sheets.foot("脚");
            }
            pdf.save(out);
        }
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                assertThat(words.getText(pdf)).contains("摘要内容", "共 " + pdf.getNumberOfPages());
            }
            assertThat(new PDFTextStripper().getText(pdf)).contains("第100行", "…");
        }
    }
}
