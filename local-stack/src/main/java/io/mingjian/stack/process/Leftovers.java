package io.mingjian.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of an earlier start whose launcher was killed before it could stop them. */
public final class Leftovers {
    private Leftovers() {}

    /**
     * Stops every process that a pid file names and whose command line proves it is ours; removes
     * the pid files. The database goes last, so that nobody logs its loss.
     *
     * @return names of the processes that were still running
     */
    public static List<String> reap(Path runDirectory) {
        List<PidFile> files = PidFile.in(runDirectory);
        List<String> reaped = new ArrayList<>();
        for (StopSignal turn : StopSignal.values()) {
            reaped.addAll(stopAll(files.stream().filter(f -> f.signal() == turn).toList()));
        }
        files.forEach(PidFile::delete);
        return reaped;
    }

    /** A process and the file that names it: one that is about to end has no command line. */
    private record Owned(PidFile file, ProcessHandle process) {}

    private static List<String> stopAll(List<PidFile> files) {
        List<Owned> running =
                files.stream()
                        .flatMap(file -> file.owner().map(p -> new Owned(file, p)).stream())
                        .toList();
        running.forEach(each -> Signals.send(each.process(), each.file().signal()));
        running.forEach(each -> awaitEnd(each.process(), each.file().signal()));
        return running.stream().map(each -> each.file().name()).toList();
    }

    private static void awaitEnd(ProcessHandle handle, StopSignal asked) {
        try {
            handle.onExit().get(asked.grace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
