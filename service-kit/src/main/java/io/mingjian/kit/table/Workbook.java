package io.mingjian.kit.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The first visible sheet of an .xlsx workbook. */
final class Workbook implements Table {
    private static final int WIDEST = 200;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private Workbook(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    /**
     * @throws Unreadable if it is no workbook, or one that only looks small
     */
    static Workbook open(Path file) throws IOException {
        ArchiveGuard.check(file);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            Sheet sheet =
                    workbook.getSheets()
                            .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                            .findFirst()
                            .orElseThrow(() -> new Unreadable("工作簿中没有可见的工作表。"));
            return new Workbook(workbook, sheet.openStream());
        } catch (ExcelReaderException | IOException | IllegalArgumentException broken) {
            close(workbook);
            throw broken();
        } catch (Unreadable said) {
            close(workbook);
            throw said;
        }
    }

    @Override
    public Optional<Line> next() {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            Row row = rows.next();
            if (row.getCellCount() > WIDEST) {
                throw new Unreadable("第" + row.getRowNum() + "行超过" + WIDEST + "列。");
            }
            List<Cell> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(cell(row.hasCell(i) ? row.getCell(i) : null));
            }
            return Optional.of(new Line(row.getRowNum(), cells));
        } catch (ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException broken) {
            throw broken();
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.BLANK;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell.Formula("=" + cell.getFormula());
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case STRING -> new Cell.Text(Neutral.read(String.valueOf(cell.getValue())));
            case NUMBER -> number(cell);
            case BOOLEAN -> new Cell.Text(raw.equals("1") || raw.equals("TRUE") ? "是" : "否");
            case ERROR -> new Cell.Broken(raw);
            case EMPTY, FORMULA -> Cell.BLANK;
        };
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell) {
        if (isDay(cell.getDataFormatId(), cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            return new Cell.Day(time.toString());
        }
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        return Math.abs(number.precision() - (long) number.scale()) > 100
                ? new Cell.Broken(cell.getRawValue())
                : new Cell.Figure(asTyped(number).toPlainString());
    }

    /**
     * Spreadsheet programs keep binary fractions and write them with up to 17 digits: 19.99 stands
     * there as 19.989999999999998. The shortest number that is the same fraction is the one that
     * was typed. Whole numbers, such as long order numbers, stay as they are written.
     */
    private static BigDecimal asTyped(BigDecimal written) {
        return written.scale() <= 0
                ? written
                : new BigDecimal(Double.toString(written.doubleValue())).stripTrailingZeros();
    }

    /** The built-in formats of days and times, and those that spell out a year or a day. */
    private static boolean isDay(@Nullable Integer id, @Nullable String format) {
        boolean builtIn = id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47));
        if (builtIn || format == null) {
            return builtIn;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
        return bare.contains("y") || bare.contains("Y") || bare.contains("d");
    }

    private static Unreadable broken() {
        return new Unreadable("工作簿已损坏或者不是 .xlsx 文件，无法读取。");
    }

    private static void close(@Nullable ReadableWorkbook workbook) throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }
}
