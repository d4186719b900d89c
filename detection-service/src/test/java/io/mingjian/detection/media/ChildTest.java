package io.mingjian.detection.media;

import static io.mingjian.kit.testing.Patience.await;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.detection.media.Child.Cause;
import io.mingjian.detection.media.Child.Limits;
import io.mingjian.detection.media.Child.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children that are told to misbehave; whatever they do is an outcome and nothing else. */
@EnabledOnOs(OS.LINUX)
class ChildTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Limits AMPLE = new Limits(PATIENT, Duration.ofSeconds(60), 30, 256);
    private static final Pixmaps ONE = new Pixmaps(1, 100, 1);

    @TempDir Path folder;
    private Path input;

    @BeforeEach
    void anInput() throws IOException {
        input = Files.write(folder.resolve("in"), new byte[] {'a', 'b', 'c'});
    }

    private <T> Outcome<T> run(String script, Limits limits, Child.Output<T> output) {
        return Child.run(List.of("/bin/sh", "-c", script), folder, input, limits, output);
    }

    private String said(String script) {
        Outcome<String> outcome =
                run(
                        script,
                        AMPLE,
                        out -> new String(out.readAllBytes(), StandardCharsets.UTF_8).strip());
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        return ((Outcome.Ended<String>) outcome).value();
    }

    private Cause failure(String script, Limits limits) {
        Outcome<List<Pixels>> outcome = run(script, limits, ONE);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<List<Pixels>>) outcome).cause();
    }

    @Test
    void itReadsItsInputAndWritesPictures() {
        Outcome<List<Pixels>> outcome =
                run("printf 'P6\\n1 1\\n255\\n'; cat", AMPLE, new Pixmaps(1, 100, 3));
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        Pixels pixel = ((Outcome.Ended<List<Pixels>>) outcome).value().get(0);
        assertThat(pixel.rgb(0, 0)).isEqualTo('a' << 16 | 'b' << 8 | 'c');
        assertThat(pixel.step()).isEqualTo(3);
    }

    @Test
    void ofALargePictureOnlyWhatIsKeptIsHeld() {
        String rows = "printf 'P6\\n3 3\\n255\\nabcdefghijklmnopqrstuvwxyz1'";
        Outcome<List<Pixels>> outcome = run(rows, AMPLE, new Pixmaps(1, 100, 2));
        Pixels pixels = ((Outcome.Ended<List<Pixels>>) outcome).value().get(0);
        assertThat(pixels.width()).isEqualTo(2);
        assertThat(pixels.rgb(1, 0)).isEqualTo('g' << 16 | 'h' << 8 | 'i');
        assertThat(pixels.rgb(0, 1)).isEqualTo('s' << 16 | 't' << 8 | 'u');
    }

    @Test
    void itInheritsNothing() {
        assertThat(said("env").lines())
                .isNotEmpty()
                .allMatch(
                        line ->
                                line.matches(
                                        "(LD_LIBRARY_PATH|MALLOC_ARENA_MAX|PWD|OLDPWD|SHLVL|_)=.*"));
        assertThat(said("ls /proc/self/fd | wc -l"))
                .as("in, out, err, the list itself")
                .isEqualTo("4");
    }

    @Test
    void itCannotWriteAFile() throws IOException {
        assertThat(said("(echo x >written) 2>/dev/null; echo done")).isEqualTo("done");
        Path written = folder.resolve("written");
        assertThat(Files.notExists(written) || Files.size(written) == 0).isTrue();
    }

    @Test
    void itIsTheFirstToGoWhenMemoryGetsShort() {
        assertThat(said("cat /proc/self/oom_score_adj")).isEqualTo("1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec sleep 600.25",
                "sleep 600.25 & wait",
                "while :; do sleep 600.25 & sleep 0.05; done",
                "exec >&-; exec sleep 600.25",
                "printf 'P6\\n9 9\\n255\\n'; exec sleep 600.25"
            })
    void oneThatHangsIsEndedWithAllItHasStarted(String script) {
        Limits hasty = new Limits(PATIENT, Duration.ofMillis(300), 30, 256);
        assertThat(failure(script, hasty)).isEqualTo(Cause.DECODER_TIMEOUT);
        await().until(() -> ProcessHandle.allProcesses().noneMatch(ChildTest::sleeps));
    }

    @Test
    void whatOutlivesItIsEndedWithIt() {
        assertThat(said("sleep 600.25 >&- & echo done")).isEqualTo("done");
        await().until(() -> ProcessHandle.allProcesses().noneMatch(ChildTest::sleeps));
    }

    @Test
    void whatIsNotReadInTimeIsLateThoughAllSeemsWell() {
        Limits hasty = new Limits(PATIENT, Duration.ofMillis(300), 30, 256);
        // One watch ends them all, each in its turn: the other's end comes after this one's.
        Child.Output<String> slow =
                out -> {
                    failure("exec sleep 600.25", hasty);
                    return "read at last";
                };
        assertThat(run("exit 0", hasty, slow))
                .isEqualTo(new Outcome.Failed<>(Cause.DECODER_TIMEOUT));
        Child.Output<String> garbage =
                out -> {
                    failure("exec sleep 600.25", hasty);
                    throw new Child.Garbage("what was written until then");
                };
        assertThat(run("exit 0", hasty, garbage))
                .isEqualTo(new Outcome.Failed<>(Cause.DECODER_TIMEOUT));
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().arguments().filter(a -> List.of(a).contains("600.25")).isPresent();
    }

    @Test
    void oneThatOnlyComputesIsEnded() {
        Limits brief = new Limits(PATIENT, Duration.ofSeconds(60), 1, 256);
        assertThat(failure("while :; do :; done", brief)).isEqualTo(Cause.DECODER_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEGV", "ABRT", "BUS", "ILL"})
    void oneThatCrashesIsAFinding(String signal) {
        assertThat(failure("kill -" + signal + " $$", AMPLE)).isEqualTo(Cause.DECODER_CRASHED);
    }

    @Test
    void oneThatIsKilledForItsMemoryIsAFinding() {
        assertThat(failure("kill -KILL $$", AMPLE)).isEqualTo(Cause.DECODER_MEMORY);
        assertThat(failure("exit 244", AMPLE)).isEqualTo(Cause.DECODER_MEMORY);
    }

    @Test
    void oneThatEatsMemoryEndsAtItsLimit() {
        Limits small = new Limits(PATIENT, Duration.ofSeconds(60), 30, 64);
        // Reads a line without an end into memory; how the program says so is its own affair.
        assertThat(failure("tail -n 1 /dev/zero", small))
                .isIn(Cause.DAMAGED, Cause.DECODER_MEMORY, Cause.DECODER_CRASHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hello",
                "cat /dev/urandom",
                "yes P6",
                "printf 'P6\\n0 1\\n255\\n'",
                "printf 'P6\\n11 10\\n255\\n'; cat /dev/zero",
                "printf 'P6\\n99999999999 1\\n255\\n'",
                "printf 'P6\\n1 1\\n65535\\n'; cat /dev/zero",
                "printf 'P6\\n1 1\\n255\\nabcP6\\n1 1\\n255\\nabc'",
                "printf 'P6\\n1 1\\n255\\nabcd'",
                "printf 'P6\\n4 4\\n255\\nabc'",
                "printf 'P6\\n4'"
            })
    void garbageIsAFinding(String script) {
        assertThat(failure(script, AMPLE)).isEqualTo(Cause.DECODER_GARBAGE);
    }

    @Test
    void oneThatGivesUpSaysThatTheFileIsBroken() {
        assertThat(failure("exit 1", AMPLE)).isEqualTo(Cause.DAMAGED);
        assertThat(failure("exit 183", AMPLE)).isEqualTo(Cause.DAMAGED);
    }

    @Test
    void oneThatIsNotThereIsAFinding() {
        Outcome<List<Pixels>> outcome =
                Child.run(List.of("/no/such/program"), folder, input, AMPLE, ONE);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Path nowhere = folder.resolve("nowhere");
        assertThat(Child.run(List.of("true"), nowhere, input, AMPLE, ONE))
                .isEqualTo(new Outcome.Failed<>(Cause.NO_DECODER));
    }

    @Test
    void manyAtATimeComeOneAfterTheOther() {
        Child.Output<String> text = out -> new String(out.readAllBytes(), StandardCharsets.UTF_8);
        List<CompletableFuture<Outcome<String>>> all =
                IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> run("cat", AMPLE, text)))
                        .toList();
        assertThat(all).allSatisfy(o -> assertThat(o.join()).isEqualTo(new Outcome.Ended<>("abc")));
    }

    @Test
    void oneThatDoesNotGetItsTurnInTimeIsNotRun() {
        CountDownLatch bothAreAtWork = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        Child.Output<String> held =
                out -> {
                    bothAreAtWork.countDown();
                    awaited(end);
                    return new String(out.readAllBytes(), StandardCharsets.UTF_8);
                };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<Outcome<String>>> others =
                    Stream.generate(() -> supplyAsync(() -> run("cat", AMPLE, held), threads))
                            .limit(2)
                            .toList();
            awaited(bothAreAtWork);
            Limits hasty = new Limits(Duration.ofMillis(1), Duration.ofSeconds(60), 30, 256);
            assertThatThrownBy(() -> run("cat", hasty, ONE)).isInstanceOf(DecoderBusy.class);
            end.countDown();
            assertThat(others)
                    .allSatisfy(o -> assertThat(o.join()).isEqualTo(new Outcome.Ended<>("abc")));
        } finally {
            end.countDown();
            threads.shutdown();
        }
        assertThat(said("cat")).as("its turn comes later").isEqualTo("abc");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneThatHasEndedIsNoLongerWatched() {
        assertThat(said("cat")).isEqualTo("abc");
        assertThat(failure("exit 1", AMPLE)).isEqualTo(Cause.DAMAGED);
        assertThat(Child.underWatch()).isZero();
    }

    @Test
    void theNumberOfOneThatHasEndedMayBeAnothers() throws IOException {
        Process another =
                new ProcessBuilder("setsid", "/bin/sh", "-c", "echo leads; exec sleep 600.5")
                        .start();
        try {
            assertThat(another.inputReader().readLine()).isEqualTo("leads");
            Child.kill(
                    new Dead() {
                        @Override
                        public long pid() {
                            return another.pid();
                        }
                    });
            assertThat(another.isAlive()).isTrue();
        } finally {
            another.destroyForcibly();
        }
    }

    /** A process that has ended. */
    private static class Dead extends Process {
        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return 0;
        }

        @Override
        public int exitValue() {
            return 0;
        }

        @Override
        public void destroy() {}
    }

    @Test
    void everyCauseIsToldInChineseAndAccusesNobody() {
        for (Cause cause : Cause.values()) {
            assertThat(cause.zhReason()).matches("[\\p{IsHan}，。]+").doesNotContain("伪造", "欺诈");
        }
    }
}
