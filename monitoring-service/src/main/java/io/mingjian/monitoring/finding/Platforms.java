package io.mingjian.monitoring.finding;

import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Platforms that findings may name. A double row stops the start. */
public final class Platforms {
    /** The table in force. */
    public static final Platforms SHIPPED = of(Tables.INSTALLED);

    private final Map<String, Row> rows;

    private Platforms(List<Row> rows) {
        this.rows =
                rows.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> folded(row.platform()), Function.identity()));
    }

    /** One platform. */
    public record Row(String platform, String zh, String basis, String status) {}

    public boolean knows(String platform) {
        return rows.containsKey(folded(platform));
    }

    /** All of them as they are written, in the order of their names. */
    List<String> names() {
        return rows.values().stream().map(Row::platform).sorted().toList();
    }

    /** Whether two names are of one platform. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** What all ways to write one name have in common. */
    public static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    public static Platforms of(Tables tables) {
        return tables.make(
                Table.PLATFORMS, yaml -> new Platforms(CodeTable.parse(yaml, Row.class)));
    }
}
