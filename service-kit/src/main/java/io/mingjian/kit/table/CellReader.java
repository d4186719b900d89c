package io.mingjian.kit.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mingjian.kit.table.Cell.Broken;
import io.mingjian.kit.table.Cell.Day;
import io.mingjian.kit.table.Cell.Figure;
import io.mingjian.kit.table.Cell.Formula;
import io.mingjian.kit.time.LegalDay;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns the cell of a column into the field of the form, or says why it cannot. */
public final class CellReader {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy[-][/]M[-][/]d");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy[-][/]M[-][/]d['T'][' ']H:mm[:ss]");
    private static final int LONGEST_AMOUNT = 20;
    private static final int LONGEST_WHOLE = 15;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    /** No exponent: one of nine digits, written out, is a number of a gigabyte. */
    private static final Pattern AMOUNT =
            Pattern.compile("[-+]?(\\p{Nd}+\\.?\\p{Nd}*|\\.\\p{Nd}+)");

    private final Collection<RowFault> faults;

    public CellReader(Collection<RowFault> faults) {
        this.faults = faults;
    }

    /** The field; empty if the cell is blank or faulty. */
    public Optional<JsonNode> read(Column column, Cell cell) {
        String text = cell.text().strip();
        if (cell instanceof Formula) {
            return refuse(column, "formula", "该单元格为公式，不予计算；请粘贴为数值或者文本。");
        }
        if (cell instanceof Broken) {
            return refuse(column, "cell-error", "该单元格为错误值（" + text + "）。");
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (column.kind().form()) {
            case TEXT -> text(column, cell, text);
            case DAY -> day(column, cell, text);
            case TIME -> time(column, cell, text);
            case AMOUNT -> amount(column, text);
            case YES_NO -> code(column, text).map(code -> BooleanNode.valueOf(code.equals("true")));
            case WHOLE -> whole(column, text);
            case LIST -> Optional.of(list(split(text)));
            case LINES -> Optional.of(list(lines(text)));
            case CODES -> codes(column, text);
            case CODE -> code(column, text).map(TextNode::valueOf);
        };
    }

    private Optional<JsonNode> text(Column column, Cell cell, String text) {
        if (cell instanceof Figure figure && !figure.isExact()) {
            return refuse(column, "figure-not-exact", "超过15位的数字在表格中会失真，请将该列设为文本格式后重新填写。");
        }
        return Optional.of(TextNode.valueOf(text));
    }

    private Optional<JsonNode> day(Column column, Cell cell, String text) {
        try {
            String day = cell instanceof Day ? text.substring(0, 10) : text;
            return Optional.of(TextNode.valueOf(LocalDate.parse(day, DAY).toString()));
        } catch (DateTimeException unreadable) {
            return refuse(column, "not-a-date", "日期须写作 2026-04-15 的形式。");
        }
    }

    /** Wall-clock time of Shanghai; a day alone is its beginning. A time with offset stays. */
    private Optional<JsonNode> time(Column column, Cell cell, String text) {
        if (text.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
            return Optional.of(TextNode.valueOf(text));
        }
        try {
            LocalDateTime time =
                    cell instanceof Day
                            ? LocalDateTime.parse(text)
                            : text.contains(":")
                                    ? LocalDateTime.parse(text, TIME)
                                    : LocalDate.parse(text, DAY).atStartOfDay();
            return Optional.of(
                    TextNode.valueOf(time.atZone(LegalDay.ZONE).toOffsetDateTime().toString()));
        } catch (DateTimeException unreadable) {
            return refuse(column, "not-a-time", "时间须写作 2026-04-15 09:30 的形式。");
        }
    }

    private Optional<JsonNode> amount(Column column, String text) {
        String plain =
                text.replace(",", "").replace("，", "").replace("元", "").replace("¥", "").strip();
        if (plain.length() <= LONGEST_AMOUNT && AMOUNT.matcher(plain).matches()) {
            return Optional.of(DecimalNode.valueOf(new BigDecimal(plain)));
        }
        return refuse(column, "not-a-number", "金额须为数字（元），最多两位小数。");
    }

    private Optional<JsonNode> whole(Column column, String text) {
        String plain = text.replace(",", "").replace("，", "");
        if (plain.length() <= LONGEST_WHOLE && WHOLE.matcher(plain).matches()) {
            return Optional.of(LongNode.valueOf(Long.parseLong(plain)));
        }
        return refuse(column, "not-a-whole-number", "须为整数。");
    }

    private Optional<JsonNode> codes(Column column, String text) {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        for (String word : split(text)) {
            code(column, word).ifPresent(codes::add);
        }
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    private Optional<String> code(Column column, String text) {
        Map<String, String> codes = column.kind().codes();
        String code = column.kind().isCode(text) ? text : codes.get(text);
        if (code == null) {
            faults.add(
                    new RowFault(
                            column.heading(),
                            "unknown-word",
                            "“"
                                    + shortened(text)
                                    + "”不可用；可填："
                                    + String.join("、", codes.keySet())
                                    + "。"));
        }
        return Optional.ofNullable(code);
    }

    private static JsonNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static List<String> split(String text) {
        return List.of(text.split("[、,，;；\\s]+")).stream().filter(s -> !s.isEmpty()).toList();
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("[\\r\\n;；]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }

    private Optional<JsonNode> refuse(Column column, String code, String detail) {
        faults.add(new RowFault(column.heading(), code, detail));
        return Optional.empty();
    }
}
