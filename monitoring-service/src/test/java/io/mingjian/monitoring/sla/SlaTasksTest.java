package io.mingjian.monitoring.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.lifecycle.ClockAction;
import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.Row;
import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Tables;
import io.mingjian.monitoring.instruction.InstructionLaw;
import io.mingjian.monitoring.lead.LeadLaw;
import io.mingjian.monitoring.letter.LetterLaw;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaTasksTest {
    /** From its day the extended time runs, though another step begins it. */
    private static final String COUNTED_FROM = "RECEIVE";

    /** The files come from the folder, so that a new one is not forgotten. */
    @Test
    void noLimitIsWithoutATask() throws IOException, URISyntaxException {
        Path folder =
                Path.of(
                                Objects.requireNonNull(
                                                SlaTasks.class.getResource("/limits/lead.yaml"))
                                        .toURI())
                        .getParent();
        List<String> limits = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".yaml", "");
                RuleFile.read("/limits/" + name + ".yaml", LimitRow.class)
                        .forEach(row -> limits.add(name + "/" + row.limit()));
            }
        }
        assertThat(limits).isNotEmpty();
        assertThat(SlaTasks.SHIPPED.all())
                .extracting(task -> task.limits() + "/" + task.limit())
                .containsAll(limits);
    }

    @Test
    void eachTaskStandsInTheTableOnce() {
        assertThat(SlaTasks.SHIPPED.all()).extracting(SlaTask::task).doesNotHaveDuplicates();
        assertThat(SlaTasks.SHIPPED.all())
                .allSatisfy(
                        task -> {
                            assertThat(task.zh()).containsPattern("\\p{IsHan}");
                            assertThat(task.basis()).isNotBlank();
                        });
    }

    @Test
    void theVerificationIsTheDistrictsFifteenWorkingDaysFromTheReceipt() {
        SlaTask task = SlaTasks.SHIPPED.find("VERIFICATION").orElseThrow();
        assertThat(task.who()).isEqualTo(SlaTask.Party.DISTRICT);
        assertThat(task.startsWith()).startsWith("RECEIVE");
        assertThat(SlaTasks.SHIPPED.limitOf(task, LocalDate.of(2026, 4, 15)).orElseThrow().term())
                .isEqualTo("15WD");
    }

    @Test
    void aTaskWithoutItsLimitStopsTheStart() {
        SlaTask wrong =
                new SlaTask(
                        "SLEEP",
                        "睡",
                        SlaTask.Party.CITY,
                        "lead",
                        "SLEEP",
                        "A",
                        "B",
                        "x",
                        LimitStatus.ASSUMPTION);
        assertThatThrownBy(() -> new SlaTasks(List.of(wrong))).hasMessageContaining("SLEEP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{task: CHECK,; {task: REWORK,; REWORK: is there twice",
                "limit: CHECK,; limit: REWORK,; REWORK: the limit REWORK in lead is another task's",
                "limits: letter,; limits: letters,; must be one of [instruction, lead, letter]",
                "limit: CHECK,; limit: CHECKS,; CHECK: no limit CHECKS in lead",
                "startsWith: FEED_BACK,; startsWith: FEEDBACK,; CHECK: startsWith: no step FEEDBACK of lead",
                "CLOSE | RETURN_FOR_REWORK; CLOSE |; CHECK: endsWith: no step  of lead",
                "counted from RECEIVE; counted from RECEIPT; startsWith: no step RECEIPT of lead",
                "- {task: LETTER_ANSWER,; '# {task: LETTER_ANSWER,'; no task has the limit ANSWER in letter"
            })
    void aTableThatDoesNotHoldStopsTheStartAndSaysWhatIsWrong(
            String is, String wrong, String told, @TempDir Path folder)
            throws IOException, URISyntaxException {
        String shipped =
                Files.readString(
                        Path.of(
                                Objects.requireNonNull(
                                                SlaTasks.class.getResource("/sla/tasks.yaml"))
                                        .toURI()));
        assertThat(shipped).contains(is);
        Files.writeString(folder.resolve("sla-tasks.yaml"), shipped.replace(is, wrong));
        assertThatThrownBy(() -> SlaTasks.of(Tables.in(folder)))
                .hasMessageContainingAll("sla-tasks.yaml", "cannot be used", told);
    }

    /** A step that stops a clock and starts it anew may be told as a beginning alone. */
    @Test
    void timesBeginAndEndWithTheStepsThatStartAndStopTheirClocks() {
        Map<String, List<Lifecycle<?, ?>>> procedures =
                Map.of(
                        "instruction", InstructionLaw.PROCEDURES,
                        "lead", List.of(LeadLaw.PROCEDURE),
                        "letter", List.of(LetterLaw.PROCEDURE));
        assertThat(SlaTasks.SHIPPED.all())
                .allSatisfy(
                        task -> {
                            Set<String> starts = new TreeSet<>();
                            Set<String> stops = new TreeSet<>();
                            Objects.requireNonNull(procedures.get(task.limits()))
                                    .forEach(table -> collect(table, task.limit(), starts, stops));
                            assertThat(SlaTask.steps(task.startsWith()))
                                    .as(task.task())
                                    .containsAll(starts)
                                    .isSubsetOf(with(starts, COUNTED_FROM));
                            assertThat(SlaTask.steps(task.endsWith())).isSubsetOf(stops);
                            stops.removeAll(starts);
                            assertThat(SlaTask.steps(task.endsWith()))
                                    .as(task.task())
                                    .containsAll(stops);
                        });
    }

    private static Set<String> with(Set<String> steps, String another) {
        Set<String> all = new TreeSet<>(steps);
        all.add(another);
        return all;
    }

    private static void collect(
            Lifecycle<?, ?> table, String limit, Set<String> starts, Set<String> stops) {
        if (acts(table.opening(), limit, ClockAction.Kind.START)) {
            starts.add(table.name().equals("lead") ? "SUBMIT" : "ISSUE");
        }
        for (Row<?, ?> row : table.rows()) {
            if (acts(row.clocks().list(), limit, ClockAction.Kind.START)) {
                starts.add(row.step().name());
            }
            if (acts(row.clocks().list(), limit, ClockAction.Kind.STOP)) {
                stops.add(row.step().name());
            }
        }
    }

    private static boolean acts(List<ClockAction> actions, String limit, ClockAction.Kind kind) {
        return actions.stream()
                .anyMatch(each -> each.kind() == kind && each.limit().name().equals(limit));
    }

    /** A limit of another length, from a day on; whose time it is stays as shipped. */
    @Test
    void anAdministratorsLimitIsTheLengthOfItsTask(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("letter-limits.yaml");
        Files.writeString(
                table,
                """
                - {limit: ANSWER, amount: 15, unit: WORKING_DAY, basis: Order 2 Art 45, status: ORDER, validFrom: 2020-01-01}
                - {limit: ANSWER, amount: 10, unit: WORKING_DAY, basis: 本市规定, status: ASSUMPTION, validFrom: 2027-01-01}
                """);
        SlaTasks tasks = SlaTasks.of(Tables.in(folder));
        SlaTask answer = tasks.find("LETTER_ANSWER").orElseThrow();
        assertThat(tasks.limitOf(answer, LocalDate.of(2026, 12, 31)).orElseThrow().term())
                .isEqualTo("15WD");
        assertThat(tasks.limitOf(answer, LocalDate.of(2027, 1, 1)).orElseThrow().term())
                .isEqualTo("10WD");
        Files.writeString(table, "- {limit: ANSWER, amount: soon}");
        assertThatThrownBy(() -> SlaTasks.of(Tables.in(folder)))
                .hasMessageContainingAll("letter-limits.yaml", "soon");
    }
}
