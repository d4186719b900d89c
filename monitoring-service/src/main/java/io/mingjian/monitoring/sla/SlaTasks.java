package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tasks of {@code sla/tasks.yaml} with the lengths of their limits; a task whose limit is not
 * there stops the start.
 */
final class SlaTasks {
    static final SlaTasks SHIPPED = of(Tables.INSTALLED);

    private final List<SlaTask> tasks;
    private final Map<String, List<LimitRow>> limits;

    static SlaTasks of(Tables tables) {
        return tables.make(
                Table.SLA_TASKS,
                yaml -> new SlaTasks(CodeTable.parse(yaml, SlaTask.class), tables));
    }

    SlaTasks(List<SlaTask> tasks) {
        this(tasks, Tables.INSTALLED);
    }

    private SlaTasks(List<SlaTask> tasks, Tables tables) {
        this.tasks = tasks;
        this.limits =
                tasks.stream()
                        .map(SlaTask::limits)
                        .distinct()
                        .collect(Collectors.toMap(file -> file, file -> rows(file, tables)));
        for (SlaTask task : tasks) {
            if (rowsOf(task).isEmpty()) {
                throw new IllegalStateException(
                        task.task() + ": no limit " + task.limit() + " in " + task.limits());
            }
        }
    }

    private static List<LimitRow> rows(String file, Tables tables) {
        Table limits = Table.valueOf(file.toUpperCase(Locale.ROOT) + "_LIMITS");
        return tables.make(limits, yaml -> RuleFile.parse(yaml, LimitRow.class));
    }

    List<SlaTask> all() {
        return tasks;
    }

    Optional<SlaTask> find(String task) {
        return tasks.stream().filter(each -> each.task().equals(task)).findFirst();
    }

    /** The limit of a task that is in force on that day. */
    Optional<LegalLimit> limitOf(SlaTask task, LocalDate day) {
        return rowsOf(task).stream()
                .filter(row -> row.isInForceOn(day))
                .reduce(
                        (earlier, later) ->
                                later.validFrom().isAfter(earlier.validFrom()) ? later : earlier)
                .map(LimitRow::toLimit);
    }

    private List<LimitRow> rowsOf(SlaTask task) {
        return limits.getOrDefault(task.limits(), List.of()).stream()
                .filter(row -> row.limit().equals(task.limit()))
                .toList();
    }
}
