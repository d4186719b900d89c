package io.mingjian.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A process of a stack that runs now, whoever started it. */
public record RunningProcess(String name, ProcessHandle handle) {

    /** Those whose pid file and command line agree. */
    public static List<RunningProcess> in(Path runDirectory) {
        return PidFile.in(runDirectory).stream().flatMap(RunningProcess::of).toList();
    }

    private static Stream<RunningProcess> of(PidFile file) {
        Optional<ProcessHandle> owner = file.owner();
        return owner.map(handle -> new RunningProcess(file.name(), handle)).stream();
    }
}
