package io.mingjian.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one process.
 *
 * @param marks words of its command line that prove it is this one (see {@link PidFile})
 * @param environment added to the launcher's own environment; secrets go here, never into {@code
 *     command}, which every user of the machine can read
 */
public record ChildSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Path runDirectory,
        StopSignal signal,
        List<String> marks) {}
