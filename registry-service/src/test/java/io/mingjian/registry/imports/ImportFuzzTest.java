package io.mingjian.registry.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mingjian.kit.table.Cell;
import io.mingjian.kit.table.CellReader;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Columns;
import io.mingjian.kit.table.Headings;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.table.Table;
import io.mingjian.kit.table.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of filings: whatever the bytes, either every line is read or people are told why not, cell
 * by cell or of the file as a whole. See docs/fuzzing.md.
 */
class ImportFuzzTest {
    private static final Columns COLUMNS = Columns.of(FilingColumn.values());

    @MethodSource
    @FuzzTest
    void csv(byte[] file) {
        read(file);
    }

    static Stream<byte[]> csv() {
        Sheet sheet = Sheet.of(2);
        return Stream.of(
                sheet.csv(),
                sheet.csv(Charset.forName("GB18030")),
                Sheet.of(1).with(FilingColumn.AMOUNT, "1E999999999").csv());
    }

    @MethodSource
    @FuzzTest
    void xlsx(byte[] file) {
        read(file);
    }

    static Stream<byte[]> xlsx() {
        try {
            return Stream.of(
                    Sheet.of(2).xlsx(),
                    Sheet.of(1).xlsx(sheet -> sheet.value(1, 28, 1e300)),
                    Sheet.of(1).xlsx(sheet -> sheet.formula(1, 28, "1/0")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One cell in every column. */
    @MethodSource
    @FuzzTest
    void cell(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (Cell cell : List.of(new Cell.Text(text), new Cell.Figure(text))) {
            cells(List.of(FilingColumn.values()), cell);
        }
    }

    static Stream<byte[]> cell() {
        return Stream.of("1E999999999", "2026-04-15 09:30", "退还货款、赔偿损失", "89.50 元", "是")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static void read(byte[] bytes) {
        try {
            Path file = Files.createTempFile("import", ".bin");
            try {
                Files.write(file, bytes);
                lines(file);
            } finally {
                Files.delete(file);
            }
        } catch (Unreadable told) {
            assertThat(told.getMessage()).isNotBlank();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lines(Path file) throws IOException {
        try (Table table = Table.open(file)) {
            List<Column> columns =
                    table.next()
                            .map(l -> Headings.of(l.cells(), COLUMNS).columns())
                            .orElseThrow(() -> new Unreadable("空文件"));
            for (Table.Line line = table.next().orElse(null);
                    line != null;
                    line = table.next().orElse(null)) {
                for (Cell cell : line.cells()) {
                    cells(columns, cell);
                }
            }
        }
    }

    private static void cells(List<? extends Column> columns, Cell cell) {
        for (Column column : columns) {
            List<RowFault> faults = new ArrayList<>();
            boolean read = new CellReader(faults).read(column, cell).isPresent();
            assertThat(read && column.kind() == CellKind.AMOUNT && !faults.isEmpty()).isFalse();
        }
    }
}
