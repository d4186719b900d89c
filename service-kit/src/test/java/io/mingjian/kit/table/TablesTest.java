package io.mingjian.kit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.TooLarge;
import io.mingjian.kit.table.Table.Line;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Columns COLUMNS =
            Columns.of(
                    column("编号", "/no", CellForm.TEXT),
                    column("步骤", "/steps", CellForm.LINES),
                    column("销量", "/sales", CellForm.WHOLE),
                    column("证据1编号", "/evidence/0/id", CellForm.TEXT),
                    column("证据2编号", "/evidence/1/id", CellForm.TEXT),
                    column("证据2来源", "/evidence/1/time/source", CellForm.TEXT));

    @TempDir Path folder;

    private record Shape(CellForm form) implements CellShape {
        @Override
        public Map<String, String> codes() {
            return Map.of();
        }
    }

    private static Column column(String heading, String pointer, CellForm form) {
        Column.Shape shape = new Column.Shape(heading, pointer, new Shape(form), false, "");
        return () -> shape;
    }

    private List<Line> lines(byte[] bytes) throws IOException {
        Path file = folder.resolve("table");
        Files.write(file, bytes);
        List<Line> lines = new ArrayList<>();
        try (Table table = Table.open(file)) {
            for (Optional<Line> line = table.next(); line.isPresent(); line = table.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    @Test
    void textIsReadInEachEncoding() throws IOException {
        String text = "编号,步骤\r\n1,\"校时\n截屏\"\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            assertThat(lines(text.getBytes(charset)).get(1).cells())
                    .extracting(Cell::text)
                    .containsExactly("1", "校时\n截屏");
        }
        byte[] marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        assertThat(lines(marked).get(0).cells().get(0).text()).isEqualTo("编号");
    }

    @Test
    void oneRecordHasItsBounds() throws IOException {
        assertThat(lines("x".repeat(150_000).getBytes(StandardCharsets.UTF_8))).hasSize(1);
        byte[] many = "x,y\r\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThat(lines(many)).hasSize(100_000);
        byte[] open = ("\"" + "x\n".repeat(150_000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> lines(open))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("200000");
        byte[] wide = ",".repeat(200).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> lines(wide)).hasMessageContaining("200列");
    }

    @Test
    void aLineBecomesAFormWithListsInIt() throws IOException {
        FormReader reader = new FormReader(Headings.of(headings(), COLUMNS));
        FormReader.Form form =
                reader.read(lines("1,校时；截屏,12,,b,ntp".getBytes(StandardCharsets.UTF_8)).get(0));
        assertThat(form.form())
                .hasToString(
                        "{\"no\":\"1\",\"steps\":[\"校时\",\"截屏\"],\"sales\":12,"
                                + "\"evidence\":[null,{\"id\":\"b\",\"time\":{\"source\":\"ntp\"}}]}");
        assertThat(reader.read(lines("1,,many".getBytes(StandardCharsets.UTF_8)).get(0)).faults())
                .extracting(RowFault::code)
                .containsExactly("not-a-whole-number");
    }

    private static List<Cell> headings() {
        return COLUMNS.all().stream().map(each -> (Cell) new Cell.Text(each.heading())).toList();
    }

    @Test
    void whatIsAboutAGroupIsToldAtItsFirstColumn() {
        assertThat(COLUMNS.fault(new FieldError("/evidence/1/time", "x", "x")).column())
                .isEqualTo("证据2来源");
        assertThat(COLUMNS.fault(new FieldError("/evidence", "x", "x")).column())
                .isEqualTo("证据1编号");
        assertThat(COLUMNS.fault(new FieldError("/steps/3", "x", "x")).column()).isEqualTo("步骤");
        assertThat(COLUMNS.fault(new FieldError("", "x", "x")).column()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainAndIsNoFormula() throws IOException {
        for (SheetWriter.Format format : SheetWriter.Format.values()) {
            try (SheetWriter writer = format.writer("表")) {
                writer.line(List.of("=1+1", "0012", "@x"));
                byte[] bytes = writer.bytes();
                assertThat(lines(bytes).get(0).cells())
                        .extracting(Cell::text)
                        .containsExactly("=1+1", "0012", "@x");
                if (format == SheetWriter.Format.CSV) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("'=1+1");
                }
            }
        }
    }

    @Test
    void aNumberOfAWorkbookIsReadAsItWasTypedAndALongOneAsItIsWritten() throws IOException {
        List<String> written =
                List.of(
                        "19.989999999999998",
                        "0.10000000000000001",
                        "-4.3499999999999996",
                        "9.9",
                        "2.5000000000000001E-3",
                        "120",
                        "123456789012345678");
        assertThat(lines(workbook(written)).get(0).cells())
                .hasOnlyElementsOfType(Cell.Figure.class)
                .extracting(Cell::text)
                .containsExactly(
                        "19.99", "0.1", "-4.35", "9.9", "0.0025", "120", "123456789012345678");
    }

    /** One line of numbers, each written so, as spreadsheet programs do. */
    private byte[] workbook(List<String> numbers) throws IOException {
        int placeholder = 777_000;
        Path plain = folder.resolve("plain.xlsx");
        try (OutputStream file = Files.newOutputStream(plain);
                org.dhatim.fastexcel.Workbook workbook =
                        new org.dhatim.fastexcel.Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("表");
            for (int at = 0; at < numbers.size(); at++) {
                sheet.value(0, at, placeholder + at);
            }
        }
        ByteArrayOutputStream rewritten = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(plain.toFile());
                ZipOutputStream out = new ZipOutputStream(rewritten)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                String content =
                        new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                for (int at = 0; at < numbers.size(); at++) {
                    content =
                            content.replace(
                                    "<v>" + (placeholder + at) + "</v>",
                                    "<v>" + numbers.get(at) + "</v>");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return rewritten.toByteArray();
    }

    @Test
    void aBodyIsTakenUpToItsLimitWhateverWasAnnounced() throws IOException {
        assertThatThrownBy(() -> Upload.take(body(11), 12L, 10)).isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> Upload.take(body(11), null, 10)).isInstanceOf(TooLarge.class);
        try (Upload upload = Upload.take(body(10), null, 10)) {
            assertThat(Files.size(upload.path())).isEqualTo(10);
            assertThat(upload.pieces(4)).containsExactly(0, 1, 2);
        }
    }

    private static InputStream body(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }
}
