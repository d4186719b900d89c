package io.mingjian.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir Path home;
    private final Children children = new Children();

    @AfterEach
    void clean() {
        children.stopAll();
    }

    @Test
    void itsPidFileIsThereWhileItRunsAndGoneAfterwards() {
        children.start(SleepingChild.spec(home, "sleeper", "3602"));
        assertThat(RunningProcess.in(home.resolve("run")))
                .extracting(RunningProcess::name)
                .containsExactly("sleeper");

        children.stop("sleeper");

        assertThat(RunningProcess.in(home.resolve("run"))).isEmpty();
        assertThat(home.resolve("run/sleeper.pid")).doesNotExist();
    }

    @Test
    void itIsKnownEvenWhileItLoadsAnotherProgram() throws Exception {
        Path script = Files.writeString(home.resolve("again.sh"), "exec sh \"$0\" restless\n");
        children.start(
                SleepingChild.shell(
                        home,
                        "restless",
                        List.of("sh", script.toString(), "restless"),
                        List.of("restless")));

        for (int look = 0; look < 200; look++) {
            assertThat(RunningProcess.in(home.resolve("run"))).as("look %d", look).hasSize(1);
        }
    }

    @Test
    void beingKilledLeavesNoTimeToTidyUp() {
        List<String> command =
                List.of(
                        "sh",
                        "-c",
                        "trap 'touch tidied' TERM; echo up; while :; do sleep 0.1; done");
        Child child = children.start(SleepingChild.shell(home, "tidy", command, List.of("tidy")));
        await().atMost(SleepingChild.PATIENCE)
                .until(() -> Files.readString(child.log()).contains("up"));

        children.kill("tidy");

        assertThat(child.isAlive()).isFalse();
        assertThat(child.exitStatus()).isEqualTo(128 + 9);
        assertThat(home.resolve("tidied")).doesNotExist();
    }

    @Test
    void itLivesInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws Exception {
        Child child = children.start(SleepingChild.spec(home, "sleeper", "3603"));

        await().atMost(SleepingChild.PATIENCE)
                .untilAsserted(
                        () -> assertThat(sessionOf(child.pid())).isEqualTo("" + child.pid()));
    }

    private static String sessionOf(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    }

    @Test
    void secretsReachItByItsEnvironment() {
        ChildSpec spec =
                new ChildSpec(
                        "teller",
                        List.of("sh", "-c", "echo got $PASSWORD"),
                        Map.of("PASSWORD", "swordfish"),
                        home,
                        home.resolve("teller.log"),
                        home.resolve("run"),
                        StopSignal.TERM,
                        List.of("teller"));
        Child child = children.start(spec);

        await().atMost(SleepingChild.PATIENCE).until(() -> !child.isAlive());

        assertThat(child.log()).content().isEqualTo("got swordfish\n");
    }

    @Test
    void anUnexpectedEndIsToldOnce() {
        Child child =
                children.start(
                        SleepingChild.shell(
                                home, "short", List.of("sh", "-c", "exit 3"), List.of("short")));
        await().atMost(SleepingChild.PATIENCE).until(() -> !child.isAlive());

        assertThat(children.takeUnexpectedlyEnded()).containsExactly(child);
        assertThat(children.takeUnexpectedlyEnded()).isEmpty();
    }

    @Test
    void aStoppedChildIsNoUnexpectedEnd() {
        children.start(SleepingChild.spec(home, "sleeper", "3604"));
        children.stop("sleeper");

        assertThat(children.takeUnexpectedlyEnded()).isEmpty();
    }

    @Test
    void nothingCanBeStartedOnceAllAreStopped() {
        Child child = children.start(SleepingChild.spec(home, "sleeper", "3605"));
        children.stopAll();

        assertThat(child.isAlive()).isFalse();
        assertThatThrownBy(() -> children.start(SleepingChild.spec(home, "late", "3606")))
                .hasMessageContaining("being stopped");
    }

    @Test
    void whatDoesNotRunCannotBeStopped() {
        assertThatThrownBy(() -> children.stop("kafka")).hasMessage("kafka is not running");
    }

    @Test
    void waitingEndsWithThePlaceToLookWhenTheProcessEnds() {
        Child child =
                children.start(
                        SleepingChild.shell(
                                home, "short", List.of("sh", "-c", "exit 3"), List.of("short")));

        assertThatThrownBy(
                        () ->
                                Readiness.await(
                                        child,
                                        Duration.ofSeconds(30),
                                        () -> Optional.of("not yet")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("short ended with status 3")
                .hasMessageContaining("short.log");
    }

    @Test
    void waitingEndsWithWhatIsWantingWhenTheTimeIsUp() {
        Child child = children.start(SleepingChild.spec(home, "sleeper", "3607"));

        assertThatThrownBy(
                        () ->
                                Readiness.await(
                                        child,
                                        Duration.ofMillis(10),
                                        () -> Optional.of("no database")))
                .hasMessageContaining("no database");
    }
}
