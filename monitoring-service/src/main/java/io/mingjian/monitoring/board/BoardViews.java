package io.mingjian.monitoring.board;

import io.mingjian.kit.time.LegalDay;
import io.mingjian.monitoring.board.BoardCounts.Cell;
import io.mingjian.monitoring.clock.LegalTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class BoardViews {
    private BoardViews() {}

    /**
     * The board as its reader may see it.
     *
     * @param groups the same columns for each district, agency, campaign or instruction
     */
    @Schema(description = "看板：各状态线索数、最久、超期、下一到期日 / counts, oldest age, late leads, next due date")
    record BoardView(
            OffsetDateTime at,
            Reader reader,
            List<ColumnView> columns,
            @Nullable List<GroupView> groups) {}

    /**
     * One group.
     *
     * @param key organisation or id; empty for leads without one
     */
    record GroupView(String key, List<ColumnView> columns) {}

    /**
     * One column.
     *
     * @param oldestAgeDays calendar days since then; absent if there is no lead, or if leads of
     *     this column do not age
     */
    record ColumnView(
            String column,
            String zh,
            long count,
            @Nullable OffsetDateTime oldestSince,
            @Nullable Long oldestAgeDays,
            @Nullable Long overdue,
            @Nullable LocalDate nextDueOn) {
        static ColumnView of(Column column, boolean due, List<Cell> cells, Instant now) {
            List<Cell> own =
                    cells.stream()
                            .filter(cell -> column.leadStates().contains(cell.state()))
                            .toList();
            Instant oldest = first(own, cell -> since(column, cell));
            return new ColumnView(
                    column.column(),
                    column.zh(),
                    own.stream().mapToLong(Cell::count).sum(),
                    oldest == null ? null : LegalTime.outside(oldest),
                    oldest == null
                            ? null
                            : ChronoUnit.DAYS.between(LegalDay.of(oldest), LegalDay.of(now)),
                    due ? own.stream().mapToLong(Cell::overdue).sum() : null,
                    due ? first(own, Cell::nextDue) : null);
        }

        private static @Nullable Instant since(Column column, Cell cell) {
            return switch (column.age()) {
                case IN_STATE -> cell.since();
                case SINCE_SUBMISSION -> cell.submitted();
                case NONE -> null;
            };
        }

        private static <T extends Comparable<? super T>> @Nullable T first(
                List<Cell> cells, Function<Cell, @Nullable T> value) {
            T first = null;
            for (Cell cell : cells) {
                T each = value.apply(cell);
                if (each != null && (first == null || each.compareTo(first) < 0)) {
                    first = each;
                }
            }
            return first;
        }
    }

    /**
     * The columns.
     *
     * @param told who is told of late leads and due dates
     */
    static List<ColumnView> columns(Reader reader, Reader told, List<Cell> cells, Instant now) {
        return Columns.SHIPPED.of(reader).stream()
                .map(column -> ColumnView.of(column, column.due().contains(told), cells, now))
                .toList();
    }

    static BoardView of(BoardFilter filter, List<Cell> cells, Instant now) {
        List<GroupView> groups =
                filter.by() == null
                        ? null
                        : cells.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Cell::group, TreeMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(
                                        each ->
                                                new GroupView(
                                                        each.getKey(),
                                                        columns(
                                                                filter.reader(),
                                                                filter.readerOf(each.getKey()),
                                                                each.getValue(),
                                                                now)))
                                .toList();
        return new BoardView(
                LegalTime.outside(now),
                filter.reader(),
                columns(filter.reader(), filter.reader(), cells, now),
                groups);
    }
}
