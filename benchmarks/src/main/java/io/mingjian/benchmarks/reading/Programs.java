package io.mingjian.benchmarks.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Runs other programs to their end. */
public final class Programs {
    private Programs() {}

    /** What the program printed, each line parted at its tabs; its complaints go on to ours. */
    public static List<String[]> run(Object... command) throws IOException, InterruptedException {
        List<String> words = Arrays.stream(command).map(String::valueOf).toList();
        Process process =
                new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("%s ended with %d".formatted(words.get(0), process.exitValue()));
        }
        return said.lines().map(line -> line.split("\t")).toList();
    }
}
