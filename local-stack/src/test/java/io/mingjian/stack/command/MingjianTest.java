package io.mingjian.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MingjianTest {
    @TempDir Path root;
    private final PrintStream normalOut = System.out;
    private final PrintStream normalErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(normalOut);
        System.setErr(normalErr);
    }

    @Test
    void dueAnswersWithTheDateFirst() {
        assertThat(run("due", "2026-04-15", "7WD")).isZero();
        assertThat(said()).startsWith("2026-04-24").contains("第四十五条");
    }

    @Test
    void pausesMoveTheDueDate() {
        assertThat(run("due", "2026-04-15", "60ND", "--pause", "2026-05-01..2026-05-10")).isZero();
        assertThat(said()).doesNotStartWith("2026-06-15").startsWith("2026-06-2");
    }

    @Test
    void aDateThatCannotBeReadIsRefusedInOneLine() {
        assertThat(run("due", "15.4.2026", "7WD")).isEqualTo(1);
        assertThat(complained()).startsWith("mingjian: ").contains("15.4.2026").hasLineCount(1);
    }

    @Test
    void anUnknownCommandIsNotUnderstood() {
        assertThat(run("upp")).isEqualTo(2);
        assertThat(complained()).contains("upp");
    }

    @Test
    void noCommandListsThemAll() {
        assertThat(run()).isZero();
        assertThat(said())
                .contains(
                        "up ",
                        "down ",
                        "status ",
                        "tour ",
                        "due ",
                        "logs ",
                        "mingjian read",
                        "mingjian check",
                        "mingjian reuse",
                        "mingjian verify");
    }

    @Test
    void downWhereNothingRunsSaysSo() {
        assertThat(run("down")).isZero();
        assertThat(said()).contains("nothing was running");
    }

    @Test
    void statusWhereNothingRunsFails() {
        assertThat(run("status")).isEqualTo(1);
        assertThat(said()).contains("nothing is running");
    }

    @Test
    void upWithoutABuildSaysWhatIsMissingAndLeavesTheHomeFree() {
        assertThat(run("up")).isEqualTo(1);
        assertThat(complained()).contains("quarkus-run.jar is missing").hasLineCount(1);
        assertThat(run("up")).as("the lock was given back").isEqualTo(1);
        assertThat(complained()).doesNotContain("already running");
    }

    @Test
    void theTourNeedsAStack() {
        assertThat(run("tour")).isEqualTo(1);
        assertThat(complained()).contains("no stack was ever started");
    }

    @Test
    void theEndOfALogIsShown() throws Exception {
        Path logs = Files.createDirectories(root.resolve(".mingjian/logs"));
        Files.writeString(logs.resolve("kafka.log"), "one\ntwo\nthree\n");

        assertThat(run("logs", "kafka", "-n", "2")).isZero();
        assertThat(said()).isEqualTo("two\nthree\n");
    }

    @Test
    void onlyLogsAreShown() throws Exception {
        Files.createDirectories(root.resolve(".mingjian/logs"));
        Files.writeString(root.resolve(".mingjian/secret.log"), "secret");

        assertThat(run("logs", "../secret")).isEqualTo(1);
        assertThat(said()).isEmpty();
    }

    private int run(String... arguments) {
        Map<String, String> environment = Map.of("MINGJIAN_PORT_BASE", "61000");
        return Mingjian.commandLine(new Mingjian(root, environment)).execute(arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
