package io.mingjian.stack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A harmless process that does nothing for an hour. */
final class SleepingChild {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private SleepingChild() {}

    static ChildSpec spec(Path home, String name, String seconds) {
        return shell(home, name, List.of("sleep", seconds), List.of("sleep " + seconds));
    }

    static ChildSpec shell(Path home, String name, List<String> command, List<String> marks) {
        return new ChildSpec(
                name,
                command,
                Map.of(),
                home,
                home.resolve(name + ".log"),
                home.resolve("run"),
                StopSignal.TERM,
                marks);
    }
}
