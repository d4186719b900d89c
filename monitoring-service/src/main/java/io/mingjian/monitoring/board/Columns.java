package io.mingjian.monitoring.board;

import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.lead.ShownStates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of {@code board/columns.yaml}; a state that a reader would find in two stops the
 * start, and so does one that agencies are not told of their leads either.
 */
final class Columns {
    static final Columns SHIPPED = new Columns(RuleFile.read("/board/columns.yaml", Column.class));

    private final Map<Reader, List<Column>> byReader = new EnumMap<>(Reader.class);

    Columns(List<Column> rows) {
        for (Reader reader : Reader.values()) {
            List<Column> own = rows.stream().filter(row -> row.readers().contains(reader)).toList();
            long states = own.stream().mapToLong(row -> row.leadStates().size()).sum();
            if (own.stream().flatMap(row -> row.leadStates().stream()).distinct().count()
                    != states) {
                throw new IllegalStateException(reader + " would see a state in two columns");
            }
            if (reader == Reader.AGENCY) {
                own.forEach(Columns::requireTold);
            }
            byReader.put(reader, own);
        }
    }

    private static void requireTold(Column column) {
        if (!column.states().stream().allMatch(ShownStates.SHIPPED::areTold)) {
            throw new IllegalStateException(column.column() + " tells agencies too much");
        }
    }

    /** The columns of a reader, from left to right. */
    List<Column> of(Reader reader) {
        return byReader.getOrDefault(reader, List.of());
    }
}
