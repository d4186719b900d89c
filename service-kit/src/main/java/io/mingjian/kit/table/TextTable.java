package io.mingjian.kit.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated text in UTF-8 or GB18030; which one is found by reading all of it strictly. */
final class TextTable implements Table {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int WIDEST = 200;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final CSVParser parser;
    private final BoundedRecords bounded;
    private final Iterator<CSVRecord> records;

    private TextTable(CSVParser parser, BoundedRecords bounded) {
        this.bounded = bounded;
        this.parser = parser;
        this.records = parser.iterator();
    }

    /**
     * @throws Unreadable if it is text in neither encoding
     */
    static TextTable open(Path file) throws IOException {
        Charset charset = charsetOf(file);
        Reader reader = strictly(file, charset);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        BoundedRecords bounded = new BoundedRecords(reader);
        return new TextTable(CSVParser.parse(bounded, FORMAT), bounded);
    }

    @Override
    public Optional<Line> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CSVRecord line = records.next();
            bounded.next();
            if (line.size() > WIDEST) {
                throw new Unreadable("第" + line.getRecordNumber() + "行超过" + WIDEST + "列。");
            }
            List<Cell> cells = new ArrayList<>(line.size());
            for (String text : line) {
                cells.add(new Cell.Text(Neutral.read(text)));
            }
            return Optional.of(new Line(Math.toIntExact(line.getRecordNumber()), cells));
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable(
                    "第"
                            + parser.getCurrentLineNumber()
                            + "行附近的引号不成对，无法继续读取；含逗号、引号或者换行的单元格须用双引号括起。");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static Charset charsetOf(Path file) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            if (reads(file, charset)) {
                return charset;
            }
        }
        throw new Unreadable("文件既不是 UTF-8 也不是 GB18030 编码的文本，也不是 .xlsx 工作簿。");
    }

    /** Also text of a right encoding is no table if it holds what no text holds. */
    private static boolean reads(Path file, Charset charset) throws IOException {
        char[] buffer = new char[8192];
        try (Reader reader = strictly(file, charset)) {
            int read;
            while ((read = reader.read(buffer)) >= 0) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static BufferedReader strictly(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    }
}
