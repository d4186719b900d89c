package io.mingjian.detection.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has held, as the system tells it. */
final class Memory {
    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** In MiB; 0 where the system does not tell, or the process is gone. */
    static long peakMebibytes(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith(PEAK)) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
