package io.mingjian.registry.imports;

import io.mingjian.registry.Filing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Builds files of rows; each is lawful by default and names another person and number. */
final class Sheet {
    private final List<Map<FilingColumn, String>> rows = new ArrayList<>();

    static Sheet of(int rows) {
        Sheet sheet = new Sheet();
        for (int i = 0; i < rows; i++) {
            sheet.row();
        }
        return sheet;
    }

    Sheet row() {
        Map<FilingColumn, String> row = new EnumMap<>(FilingColumn.class);
        Arrays.stream(FilingColumn.values()).forEach(each -> row.put(each, each.example()));
        row.put(FilingColumn.EXTERNAL_NO, "F" + UUID.randomUUID());
        row.put(FilingColumn.PHONE, Filing.phone());
        row.put(FilingColumn.ID_TYPE, "");
        rows.add(row);
        return this;
    }

    /** Changes the last row. */
    Sheet with(FilingColumn column, String text) {
        rows.get(rows.size() - 1).put(column, text);
        return this;
    }

    List<String> of(FilingColumn column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    byte[] csv(Charset charset) {
        return text().getBytes(charset);
    }

    byte[] csv() {
        return ("\uFEFF" + text()).getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Arrays.stream(FilingColumn.values()).map(FilingColumn::heading).toList());
        rows.forEach(row -> lines.add(List.copyOf(row.values())));
        return lines.stream()
                .map(line -> line.stream().map(Sheet::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
    }

    byte[] xlsx() throws IOException {
        return xlsx(
                sheet -> {
                    // as it is
                });
    }

    interface Touch {
        void on(Worksheet sheet);
    }

    /** A workbook of text cells, changed where a test wants something else. */
    byte[] xlsx(Touch touch) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("投诉");
            for (FilingColumn column : FilingColumn.values()) {
                sheet.value(0, column.ordinal(), column.heading());
                for (int i = 0; i < rows.size(); i++) {
                    sheet.value(i + 1, column.ordinal(), rows.get(i).get(column));
                }
            }
            touch.on(sheet);
        }
        return out.toByteArray();
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
