package io.mingjian.detection.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A program that looks at foreign bytes in a process of its own, so that whatever these bytes make
 * it do ends with it.
 *
 * <p>A native program under the limits of the operating system, and not a second Java machine that
 * loads the decoder as a library: it starts in milliseconds, its address space can be limited
 * because it reserves none in advance, and there is no heap beside the native one to be told apart.
 * The child gets one open file to read, one pipe to write, an empty environment and nothing else:
 * no file can be written (size limit zero), no core is dumped, and when memory gets short the
 * kernel takes the child before the service. Where the system lets an ordinary user make a network
 * name space, it has no network either.
 */
final class Child {
    /** Each may take its whole limit of memory. */
    private static final int MOST_AT_ONCE = 2;

    private static final System.Logger LOG = System.getLogger(Child.class.getName());
    private static final Semaphore FREE = new Semaphore(MOST_AT_ONCE, true);
    private static final ScheduledThreadPoolExecutor WATCH = watch();

    /** Kibibytes, seconds, then the command. */
    private static final String CAGE =
            """
            echo 1000 >/proc/self/oom_score_adj || :
            ulimit -c 0 && ulimit -f 0 && ulimit -n 64 && ulimit -S -s 2048 && ulimit -v "$1" \
              && ulimit -S -t "$2" && ulimit -H -t "$(($2 + 2))" || exit 1
            shift 2
            exec "$@"
            """;

    private static final int BY_SIGNAL = 128;
    private static final int LAST_SIGNAL = BY_SIGNAL + 31;
    private static final int KILLED = BY_SIGNAL + 9;
    private static final int CPU_TIME_USED_UP = BY_SIGNAL + 24;

    /** The error number of refused memory as an exit status; so ends a program that checks. */
    private static final int NO_MEMORY = 256 - 12;

    private Child() {}

    /**
     * What one child may use.
     *
     * @param patience how long it may be waited for, while too many others run
     * @param wall from start to end
     * @param cpuSeconds of all its threads together
     * @param memoryMiB address space, libraries included
     */
    record Limits(Duration patience, Duration wall, int cpuSeconds, int memoryMiB) {}

    /** How a child ended. */
    sealed interface Outcome<T> {
        record Ended<T>(T value) implements Outcome<T> {}

        record Failed<T>(Cause cause) implements Outcome<T> {}
    }

    /** Why there is no result. None of them says anything about what the file shows. */
    enum Cause {
        NO_DECODER("本机没有可用的解码程序，未解码。"),
        DECODER_TIMEOUT("解码超出时间限额，已终止。"),
        DECODER_MEMORY("解码超出内存限额，已终止。"),
        DECODER_CRASHED("解码程序异常退出，未能解码。"),
        DECODER_GARBAGE("解码程序的输出不符合约定，已丢弃。"),
        DAMAGED("图像数据损坏或其编码不受支持，无法解码。");

        private final String zhReason;

        Cause(String zhReason) {
            this.zhReason = zhReason;
        }

        String zhReason() {
            return zhReason;
        }
    }

    /** Reads what the child writes, within limits of its own. */
    interface Output<T> {
        /**
         * Reads to the end.
         *
         * @throws Garbage if it is not what the child was asked for
         * @throws EOFException if it breaks off
         */
        T read(InputStream out) throws IOException;
    }

    /** The child wrote something else than it was asked for. */
    static final class Garbage extends IOException {
        private static final long serialVersionUID = 1L;

        Garbage(String what) {
            super(what);
        }
    }

    /**
     * Runs a command with a file as its standard input; waits while too many others run.
     *
     * @throws DecoderBusy if they do not end in time
     */
    static <T> Outcome<T> run(
            List<String> command, Path libraries, Path input, Limits limits, Output<T> output) {
        await(limits.patience());
        try {
            return watched(start(command, libraries, input, limits), limits, output);
        } catch (IOException e) {
            return new Outcome.Failed<>(Cause.NO_DECODER);
        } finally {
            FREE.release();
        }
    }

    private static void await(Duration patience) {
        try {
            if (!FREE.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DecoderBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DecoderBusy();
        }
    }

    private static Process start(List<String> command, Path libraries, Path input, Limits limits)
            throws IOException {
        List<String> caged = new ArrayList<>(Fence.AROUND);
        caged.addAll(List.of("/bin/sh", "-c", CAGE, "cage"));
        caged.add(String.valueOf(limits.memoryMiB() * 1024L));
        caged.add(String.valueOf(limits.cpuSeconds()));
        caged.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(caged);
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        // Address space is limited, and each further arena would reserve 64 MiB of it in advance.
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        builder.directory(libraries.toFile());
        builder.redirectInput(input.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static <T> Outcome<T> watched(Process process, Limits limits, Output<T> output) {
        AtomicBoolean over = new AtomicBoolean();
        Runnable end =
                () -> {
                    if (!over.getAndSet(true)) {
                        kill(process);
                    }
                };
        Future<?> watch = WATCH.schedule(end, limits.wall().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return read(process, output, over);
        } finally {
            watch.cancel(false);
            kill(process);
        }
    }

    /**
     * @param over whoever sets it first decides: the reader when all is read and the child has
     *     ended, or the watch when that took too long
     */
    private static <T> Outcome<T> read(Process process, Output<T> output, AtomicBoolean over) {
        try (InputStream out = process.getInputStream()) {
            T value = output.read(out);
            int status = process.onExit().join().exitValue();
            boolean late = over.getAndSet(true);
            return status == 0 && !late
                    ? new Outcome.Ended<>(value)
                    : new Outcome.Failed<>(cause(status, late));
        } catch (Garbage e) {
            boolean late = over.getAndSet(true);
            return new Outcome.Failed<>(late ? Cause.DECODER_TIMEOUT : Cause.DECODER_GARBAGE);
        } catch (IOException e) {
            // The pipe broke off: how the child ended says why.
            int status = process.onExit().join().exitValue();
            return new Outcome.Failed<>(cause(status, over.getAndSet(true)));
        }
    }

    /** Of one that has given no result, in spite of a status that speaks of success. */
    private static Cause cause(int status, boolean late) {
        if (late || status == CPU_TIME_USED_UP) {
            return Cause.DECODER_TIMEOUT;
        }
        if (status == 0) {
            return Cause.DECODER_GARBAGE;
        }
        if (status == KILLED || status == NO_MEMORY) {
            return Cause.DECODER_MEMORY;
        }
        boolean crashed = status > BY_SIGNAL && status <= LAST_SIGNAL;
        return crashed ? Cause.DECODER_CRASHED : Cause.DAMAGED;
    }

    /**
     * Ends a child and all it has started, also what outlives it. The child goes first: it must not
     * see what it waits for end and go on, nor start anything more, nor begin a group when this one
     * has been ended.
     */
    static void kill(Process process) {
        List<ProcessHandle> started = List.of();
        if (process.isAlive()) {
            // All there is to end where the system gives it no group of its own.
            started = process.descendants().toList();
            // By its handle: the process itself would close the pipe, and wait for who reads it.
            process.toHandle().destroyForcibly();
        }
        process.onExit().join();
        // The number may by now be another's, but not while anything is left of the group.
        if (ProcessHandle.of(process.pid()).isEmpty()) {
            killGroup(process.pid());
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    /** At one stroke, so that none of it starts another meanwhile. No group is no failure. */
    private static void killGroup(long number) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s KILL -- -" + number)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "What a decoder has started could not be ended with it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what it no longer has to watch, as that keeps a process and its pipes in memory. */
    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch =
                new ScheduledThreadPoolExecutor(
                        1,
                        job -> {
                            Thread thread = new Thread(job, "decoder-watch");
                            thread.setDaemon(true);
                            return thread;
                        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** How many children are watched at this moment. */
    static int underWatch() {
        return WATCH.getQueue().size();
    }

    /**
     * Asked once whether this system lets us give a child a group of processes of its own, and take
     * the network away from it.
     */
    private static final class Fence {
        private static final List<String> OWN_GROUP = List.of("setsid");
        private static final List<String> AND_WITHOUT_NETWORK =
                List.of("setsid", "unshare", "--map-root-user", "--net", "--");
        private static final List<String> AROUND =
                Stream.of(AND_WITHOUT_NETWORK, OWN_GROUP)
                        .filter(Fence::works)
                        .findFirst()
                        .orElse(List.of());

        private static boolean works(List<String> fence) {
            List<String> probe = new ArrayList<>(fence);
            probe.add("true");
            try {
                Process process =
                        new ProcessBuilder(probe)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                boolean ended = process.waitFor(1, TimeUnit.MINUTES);
                process.destroyForcibly();
                return ended && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
