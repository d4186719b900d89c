package io.mingjian.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherLockTest {
    @TempDir Path run;

    @Test
    void onlyOneLauncherHoldsAHome() {
        try (LauncherLock lock = LauncherLock.take(run).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LauncherLock.take(run)).isEmpty();
        }
        try (LauncherLock again = LauncherLock.take(run).orElseThrow()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void theHolderIsKnownWhileItHolds() {
        try (LauncherLock lock = LauncherLock.take(run).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(LauncherLock.holder(run)).contains(ProcessHandle.current());
        }
        assertThat(LauncherLock.holder(run)).isEmpty();
    }

    @Test
    void nobodyHoldsAHomeThatWasNeverUsed() {
        assertThat(LauncherLock.holder(run.resolve("none"))).isEmpty();
    }
}
