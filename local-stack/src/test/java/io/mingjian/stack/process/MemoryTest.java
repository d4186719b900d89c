package io.mingjian.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void tooLittleMemoryIsToldInOneLine() {
        assertThatThrownBy(() -> Memory.require(OptionalLong.of(512), 1800))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("only 512 MiB")
                .hasMessageContaining("1800 MiB")
                .hasMessageNotContaining("\n");
    }

    @Test
    void enoughMemoryPassesAndSoDoesAMachineThatDoesNotTell() {
        assertThatCode(() -> Memory.require(OptionalLong.of(1800), 1800))
                .doesNotThrowAnyException();
        assertThatCode(() -> Memory.require(OptionalLong.empty(), 1800)).doesNotThrowAnyException();
    }

    @Test
    void theShareOfThisJvmIsMeasuredInMebibytes() {
        OptionalLong share = Memory.proportionalOf(ProcessHandle.current());

        assertThat(share).isPresent();
        assertThat(share.getAsLong()).isBetween(20L, 8192L);
    }

    @Test
    void theMachineTellsWhatIsAvailable() {
        assertThat(Memory.available().orElseThrow()).isPositive();
    }
}
