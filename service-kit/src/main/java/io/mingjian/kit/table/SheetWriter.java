package io.mingjian.kit.table;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes lines of text as a file that people open; nothing in it becomes a formula. */
public interface SheetWriter extends Closeable {
    void line(List<String> texts) throws IOException;

    /** Lines that follow stand on a sheet of their own, where there are sheets. */
    void sheet(String name) throws IOException;

    /** The whole file; no line comes after it. */
    byte[] bytes() throws IOException;

    /** What a file can be. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public static Optional<Format> of(String name) {
            for (Format each : values()) {
                if (each.name().equalsIgnoreCase(name)) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }

        public String mediaType() {
            return mediaType;
        }

        public String suffix() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        /** A writer; a workbook's first sheet has that name. */
        public SheetWriter writer(String sheet) throws IOException {
            return this == CSV ? new Text() : new Sheet(sheet);
        }
    }

    /** Comma-separated, in UTF-8 with a byte order mark, by which Excel knows it. */
    final class Text implements SheetWriter {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final CSVPrinter printer;

        Text() throws IOException {
            OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        }

        @Override
        public void line(List<String> texts) throws IOException {
            printer.printRecord(texts.stream().map(Neutral::write).toList());
        }

        @Override
        public void sheet(String name) throws IOException {
            printer.println();
        }

        @Override
        public byte[] bytes() throws IOException {
            printer.flush();
            return out.toByteArray();
        }

        @Override
        public void close() throws IOException {
            printer.close();
        }
    }

    /** A workbook of one sheet whose cells are all text, so that zeros in front stay. */
    final class Sheet implements SheetWriter {
        private static final int FLUSH_EVERY = 1_000;

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final Workbook workbook = new Workbook(out, "Mingjian", "1.0");
        private Worksheet sheet;
        private int row;

        Sheet(String name) {
            sheet = workbook.newWorksheet(name);
        }

        @Override
        public void sheet(String name) throws IOException {
            sheet.finish();
            sheet = workbook.newWorksheet(name);
            row = 0;
        }

        @Override
        public void line(List<String> texts) throws IOException {
            for (int i = 0; i < texts.size(); i++) {
                sheet.inlineString(row, i, Neutral.write(texts.get(i)));
                sheet.style(row, i).format("@").set();
            }
            row++;
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }

        @Override
        public byte[] bytes() throws IOException {
            workbook.finish();
            return out.toByteArray();
        }

        @Override
        public void close() throws IOException {
            workbook.close();
        }
    }
}
