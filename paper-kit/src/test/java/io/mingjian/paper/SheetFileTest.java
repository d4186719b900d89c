package io.mingjian.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.paper.SheetFile.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A workbook, read back by another library. */
class SheetFileTest {
    private static final Instant MADE = Instant.parse("2026-11-30T02:00:00.123Z");

    @Test
    void sheetsRowsTextsAndNumbersComeBack() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            XSSFSheet leads = book.getSheet("线索");
            assertThat(leads.getRow(0).getCell(0).getStringCellValue()).isEqualTo("线索编号");
            assertThat(leads.getRow(1).getCell(0).getStringCellValue()).isEqualTo("a<b>&\"c\"");
            assertThat(leads.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(42.5);
            assertThat(leads.getRow(1).getCell(2)).isNull();
            assertThat(leads.getRow(1).getCell(27).getStringCellValue()).isEqualTo("AB");
            assertThat(book.getProperties().getCoreProperties().getTitle()).isEqualTo("办结报告");
        }
    }

    @Test
    void nothingBecomesAFormulaAndNoCharacterBreaksTheFile() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            Cell cell = book.getSheet("其他").getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("'=HYPERLINK(\"http://x\")");
            assertThat(book.getSheet("其他").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("响铃半个");
            assertThat(book.getSheet("其他").getRow(1).getCell(2).getStringCellValue())
                    .hasSize(32_767);
        }
    }

    @Test
    void theSameRowsAreTheSameBytes() throws IOException {
        assertThat(workbook()).isEqualTo(workbook());
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetFile file = new SheetFile(out, "办结报告", "上海市市场监督管理局", MADE)) {
            file.sheet("线索", List.of(new Column("线索编号", 20), new Column("价格", 10)));
            Object[] cells = new Object[28];
            cells[0] = "a<b>&\"c\"";
            cells[1] = 42.5;
            cells[27] = "AB";
            file.row(Arrays.asList(cells));
            file.sheet("其他", List.of(new Column("内容", 40)));
            file.row(List.of("=HYPERLINK(\"http://x\")", "响铃\u0007半个\uD83D", "长".repeat(40_000)));
        }
        return out.toByteArray();
    }
}
