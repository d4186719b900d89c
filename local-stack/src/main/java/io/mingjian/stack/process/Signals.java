package io.mingjian.stack.process;

import java.io.IOException;

/** Sends the polite signals; Java itself knows only TERM and KILL. */
final class Signals {
    private Signals() {}

    static void send(ProcessHandle handle, StopSignal signal) {
        if (signal == StopSignal.TERM) {
            handle.destroy();
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + handle.pid())
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            handle.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
