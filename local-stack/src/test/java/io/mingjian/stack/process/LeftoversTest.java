package io.mingjian.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir Path home;
    private Path run;
    private Child child;

    @BeforeEach
    void start() {
        run = home.resolve("run");
        child = Child.start(SleepingChild.spec(home, "sleeper", "3601"));
    }

    @AfterEach
    void clean() {
        child.kill();
    }

    @Test
    void aProcessOfAnEarlierStartIsStoppedAndNamed() {
        assertThat(Leftovers.reap(run)).containsExactly("sleeper");

        assertThat(isRunning(child)).isFalse();
        assertThat(run.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void aForeignProcessThatGotTheSamePidIsLeftAlone() throws IOException {
        Files.writeString(
                run.resolve("sleeper.pid"), child.pid() + "\nTERM\n-Dmingjian.process=registry\n");

        assertThat(Leftovers.reap(run)).isEmpty();

        assertThat(child.isAlive()).isTrue();
        assertThat(run.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void aMarkMustMatchWholeWords() throws IOException {
        Files.writeString(run.resolve("sleeper.pid"), child.pid() + "\nTERM\nsleep 360\n");

        assertThat(Leftovers.reap(run)).isEmpty();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aFileWithoutMarksProvesNothing() throws IOException {
        Files.writeString(run.resolve("sleeper.pid"), child.pid() + "\nTERM\n");

        assertThat(Leftovers.reap(run)).isEmpty();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void aTornPidFileIsIgnored() throws IOException {
        Files.writeString(run.resolve("torn.pid"), "12");

        assertThat(Leftovers.reap(run)).containsExactly("sleeper");
    }

    @Test
    void thoseWhoLeanOnTheDatabaseAreStoppedBeforeIt() {
        Path ready = home.resolve("ready");
        String waits =
                "trap 'exit 0' INT; touch '%s'; while :; do sleep 0.1; done".formatted(ready);
        Child database =
                Child.start(
                        new ChildSpec(
                                "database",
                                // A parent may ignore the signal, and a shell cannot trap what
                                // it was born to ignore.
                                List.of("env", "--default-signal=INT", "sh", "-c", waits),
                                java.util.Map.of(),
                                home,
                                home.resolve("database.log"),
                                run,
                                StopSignal.INT,
                                List.of(waits)));
        await().atMost(SleepingChild.PATIENCE).until(() -> Files.exists(ready));

        assertThat(Leftovers.reap(run)).containsExactly("sleeper", "database");
        assertThat(isRunning(database)).isFalse();
        await().atMost(SleepingChild.PATIENCE).until(() -> !database.isAlive());
        assertThat(database.exitStatus()).isZero();
    }

    @Test
    void nothingIsLeftWhereNothingWasStarted(@TempDir Path other) {
        assertThat(Leftovers.reap(other.resolve("run"))).isEmpty();
    }

    /** Asks the system: Java's own view of a child may lag a moment behind its end. */
    private static boolean isRunning(Child child) {
        return ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive).isPresent();
    }
}
