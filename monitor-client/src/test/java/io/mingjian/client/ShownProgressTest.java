package io.mingjian.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShownProgressTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void onATerminalOneLineMovesAndIsClosedAtTheEnd() {
        ShownProgress progress = progress(Language.ZH, true);
        progress.begin(200, 100);
        progress.decided(100);
        progress.end();
        assertThat(said())
                .contains("继续报送：共 200 条，已有结果 100 条", "\r[########################] 200/200 条")
                .endsWith("\n");
    }

    @Test
    void elsewhereNoLineIsWrittenOver() {
        ShownProgress progress = progress(Language.EN, false);
        progress.begin(200, 0);
        progress.decided(100);
        progress.note(Text.of("等待", "waiting"));
        progress.decided(100);
        progress.end();
        assertThat(said()).doesNotContain("\r", "\u001b");
        assertThat(said().lines())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("[########################] 200/200 findings");
    }

    private ShownProgress progress(Language language, boolean terminal) {
        return new ShownProgress(
                new PrintStream(said, true, StandardCharsets.UTF_8), language, terminal);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
