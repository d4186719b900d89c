package io.mingjian.acceptance.actor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file of complaints as an intake unit makes it; each row is lawful by default. */
public final class FilingSheet {
    public static final String NUMBER = "来源渠道编号";
    public static final String NAME = "姓名";
    public static final String ID_NUMBER = "证件号码";

    private final List<Map<String, String>> rows = new ArrayList<>();

    /**
     * So many rows, each of another person.
     *
     * @param series the rows are numbered in it from 1 on
     * @param seed another one gives other persons
     */
    public static FilingSheet of(int howMany, String series, long seed) {
        FilingSheet sheet = new FilingSheet();
        for (int i = 1; i <= howMany; i++) {
            sheet.row(Person.numbered("王小明", seed + i), series + "-" + i);
        }
        return sheet;
    }

    public FilingSheet row(Person filer, String number) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("提交类型", "投诉");
        row.put("接收渠道", "全国12315平台");
        row.put(NUMBER, number);
        row.put(NAME, filer.name());
        row.put("证件类型", "居民身份证");
        row.put(ID_NUMBER, filer.idNumber());
        row.put("联系电话", filer.phone());
        row.put("通讯地址", filer.address());
        row.put("经营者名称", "上海某某日用品商行");
        row.put("统一社会信用代码", "91310000132260250X");
        row.put("经营者地址", "上海市黄浦区南京东路1号");
        row.put("经营者所在区", "黄浦区");
        row.put("投诉请求", "退还货款和服务费用");
        row.put("争议事实", "收到的马克杯杯身有裂纹");
        row.put("争议金额", "89.50");
        row.put("是否同意委托调解", "是");
        rows.add(row);
        return this;
    }

    /** Changes a cell of the last row. */
    public FilingSheet with(String heading, String text) {
        if (rows.get(rows.size() - 1).replace(heading, text) == null) {
            throw new IllegalArgumentException("no column " + heading);
        }
        return this;
    }

    /** Under which its rows do not enter twice. */
    public List<String> numbers() {
        return rows.stream().flatMap(row -> Stream.ofNullable(row.get(NUMBER))).toList();
    }

    /** Comma-separated text; no cell of these needs quotes. */
    public byte[] csv(Charset charset) {
        return Stream.concat(Stream.of(headings()), rows.stream().map(Map::values))
                .map(line -> String.join(",", line))
                .collect(Collectors.joining("\r\n"))
                .getBytes(charset);
    }

    /** A workbook of text cells. */
    public byte[] xlsx() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "acceptance", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("投诉");
            put(sheet, 0, headings());
            for (int row = 0; row < rows.size(); row++) {
                put(sheet, row + 1, rows.get(row).values());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A text that begins with {@code =} becomes a formula. */
    private static void put(Worksheet sheet, int row, Collection<String> texts) {
        int column = 0;
        for (String text : texts) {
            if (text.startsWith("=")) {
                sheet.formula(row, column, text.substring(1));
            } else {
                sheet.value(row, column, text);
            }
            column++;
        }
    }

    private List<String> headings() {
        return List.copyOf(rows.get(0).keySet());
    }
}
