package io.mingjian.client.findings;

import io.mingjian.client.Text;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV with a line of column names, in UTF-8 or, as spreadsheets in China write it, GB18030. After a
 * quote that is never closed nothing can be read.
 */
final class CsvFindings implements FindingsFile {
    private final CSVParser parser;
    private final Bounded reader;
    private final Iterator<CSVRecord> records;
    private List<String> names = List.of();
    private int place;
    private boolean ended;

    private CsvFindings(Bounded reader) throws IOException {
        this.reader = reader;
        this.parser = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(reader);
        this.records = parser.iterator();
    }

    static CsvFindings open(Path file) throws IOException {
        Charset charset =
                isReadableAs(StandardCharsets.UTF_8, file)
                        ? StandardCharsets.UTF_8
                        : Charset.forName("GB18030");
        return new CsvFindings(new Bounded(strict(charset, Files.newInputStream(file))));
    }

    private static boolean isReadableAs(Charset charset, Path file) throws IOException {
        char[] piece = new char[16 * 1024];
        try (Reader reader = strict(charset, Files.newInputStream(file))) {
            while (reader.read(piece) >= 0) {
                // Only whether it can be read matters.
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Reader strict(Charset charset, InputStream stream) {
        return new InputStreamReader(
                stream,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public @Nullable Item next() {
        if (ended) {
            return null;
        }
        try {
            if (place == 0) {
                Item wrong = header();
                if (wrong != null) {
                    return wrong;
                }
            }
            return row();
        } catch (UncheckedIOException | IllegalStateException broken) {
            return last(
                    Text.of(
                            "CSV 无法继续读取，请检查引号和编码",
                            "the CSV cannot be read on; check quotes and encoding"));
        }
    }

    private @Nullable Item header() {
        place = 1;
        if (!records.hasNext()) {
            return last(Text.of("缺少列名行", "the line of column names is missing"));
        }
        List<String> told = new ArrayList<>();
        records.next().forEach(name -> told.add(clean(name)));
        for (String name : told) {
            if (!Columns.isName(name)) {
                return last(Text.of("列名 “%s” 无法识别", "column name \"%s\" is not known", name));
            }
        }
        if (new HashSet<>(told).size() != told.size()) {
            return last(Text.of("列名重复", "a column name stands twice"));
        }
        names = told;
        reader.begin();
        return null;
    }

    private static String clean(String name) {
        return name.startsWith("\uFEFF") ? name.substring(1).strip() : name.strip();
    }

    private @Nullable Item row() {
        if (!records.hasNext()) {
            ended = true;
            return null;
        }
        CSVRecord record = records.next();
        place++;
        reader.begin();
        if (record.size() > names.size()) {
            return Item.bad(place, Text.of("单元格多于列名", "there are more cells than column names"));
        }
        try {
            return Item.good(place, Columns.toObject(names, record.toList()));
        } catch (Columns.Unreadable wrong) {
            return Item.bad(place, wrong.why());
        }
    }

    private Item last(Text fault) {
        ended = true;
        return Item.bad(Math.max(1, place), fault);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** Ends a record that has no end before it fills the memory. */
    private static final class Bounded extends FilterReader {
        private long read;

        Bounded(Reader reader) {
            super(reader);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            if (read > Json.MOST_BYTES) {
                throw new IOException("a record is larger than 1 MB");
            }
            int got = super.read(into, from, length);
            read += Math.max(0, got);
            return got;
        }

        @Override
        public int read() throws IOException {
            read++;
            return super.read();
        }
    }
}
