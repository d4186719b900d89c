package io.mingjian.monitoring.sla;

import io.mingjian.kit.time.LegalLimit;
import io.mingjian.monitoring.CodeTable;
import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Table;
import io.mingjian.monitoring.Tables;
import io.mingjian.monitoring.instruction.CommissionStep;
import io.mingjian.monitoring.lead.LeadStep;
import io.mingjian.monitoring.letter.LetterStep;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tasks of {@code sla/tasks.yaml} with the lengths of their limits. A task that is there twice
 * or whose limit is not there, a limit that no task or more than one has, a step that does not
 * exist: each stops the start.
 */
final class SlaTasks {
    private static final Map<String, Set<String>> STEPS =
            Map.of(
                    "instruction", steps(CommissionStep.class, "ISSUE"),
                    "lead", steps(LeadStep.class, "SUBMIT"),
                    "letter", steps(LetterStep.class));

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
                STEPS.keySet().stream()
                        .collect(Collectors.toMap(file -> file, file -> rows(file, tables)));
        Set<String> names = new HashSet<>();
        Set<List<String>> owned = new HashSet<>();
        for (SlaTask task : tasks) {
            require(names.add(task.task()), task, "is there twice");
            require(
                    STEPS.containsKey(task.limits()),
                    task,
                    "limits must be one of " + new TreeSet<>(STEPS.keySet()));
            require(
                    !rowsOf(task).isEmpty(),
                    task,
                    "no limit " + task.limit() + " in " + task.limits());
            require(
                    owned.add(List.of(task.limits(), task.limit())),
                    task,
                    "the limit " + task.limit() + " in " + task.limits() + " is another task's");
            requireSteps(task, "startsWith", task.startsWith());
            requireSteps(task, "endsWith", task.endsWith());
        }
        limits.forEach(
                (file, rows) ->
                        rows.forEach(
                                row -> {
                                    if (!owned.contains(List.of(file, row.limit()))) {
                                        throw new IllegalStateException(
                                                "no task has the limit %s in %s"
                                                        .formatted(row.limit(), file));
                                    }
                                }));
    }

    private static void requireSteps(SlaTask task, String field, String text) {
        for (String step : SlaTask.steps(text)) {
            require(
                    STEPS.getOrDefault(task.limits(), Set.of()).contains(step),
                    task,
                    "%s: no step %s of %s".formatted(field, step, task.limits()));
        }
    }

    private static void require(boolean holds, SlaTask task, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(task.task() + ": " + otherwise);
        }
    }

    /** Whatever can be done, and what opens it, which is no step of a table. */
    private static <T extends Enum<T>> Set<String> steps(Class<T> table, String... opening) {
        return Stream.concat(
                        Arrays.stream(table.getEnumConstants()).map(Enum::name),
                        Arrays.stream(opening))
                .collect(Collectors.toUnmodifiableSet());
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
