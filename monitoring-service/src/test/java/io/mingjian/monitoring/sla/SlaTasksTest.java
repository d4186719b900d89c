package io.mingjian.monitoring.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.kit.time.LimitStatus;
import io.mingjian.monitoring.RuleFile;
import io.mingjian.monitoring.Tables;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlaTasksTest {
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
