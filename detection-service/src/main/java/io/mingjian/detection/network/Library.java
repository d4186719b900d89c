package io.mingjian.detection.network;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The library that runs networks, loaded once.
 *
 * <p>While it loads, it matches the command line of the process by calling itself for every byte
 * (ONNX Runtime 1.29, some 200 bytes of stack each); a class path or a list of files of a few
 * kilobytes exhausts the stack of an ordinary thread and ends the process without a word. So it is
 * loaded on a thread whose stack fits.
 */
final class Library {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final long STACK = 16L << 20;
    private static final long STACK_PER_BYTE = 512;

    private Library() {}

    private static final class Loaded {
        private static final OrtEnvironment ENVIRONMENT = load();
    }

    /**
     * Loads at the first call.
     *
     * @throws LinkageError if there is none for this machine
     */
    static OrtEnvironment environment() {
        return Loaded.ENVIRONMENT;
    }

    private static OrtEnvironment load() {
        FutureTask<OrtEnvironment> loading = new FutureTask<>(OrtEnvironment::getEnvironment);
        new Thread(null, loading, "network-library", STACK + STACK_PER_BYTE * commandLine())
                .start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return loading.get();
                } catch (InterruptedException e) {
                    // Whoever waits is told afterwards; the library is loaded for all.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new LinkageError("no library that runs networks", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Its length in bytes; nothing where the system does not tell it. */
    private static long commandLine() {
        try {
            return Files.exists(COMMAND_LINE) ? Files.readAllBytes(COMMAND_LINE).length : 0;
        } catch (IOException e) {
            throw new LinkageError("the command line cannot be measured", e);
        }
    }
}
