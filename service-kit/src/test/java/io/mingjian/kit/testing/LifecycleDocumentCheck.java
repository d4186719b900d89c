package io.mingjian.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.lifecycle.LifecycleDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Fails when {@code docs/lifecycles/<name>.md} differs from the table; writes it when run with
 * {@code -Dmingjian.update-docs=true}. The repository is found by the system property {@code
 * mingjian.root}.
 */
public abstract class LifecycleDocumentCheck<S extends Enum<S>, T extends Enum<T>> {

    /** The table that is printed. */
    protected abstract Lifecycle<S, T> lifecycle();

    /** The document's heading, zh-CN. */
    protected abstract String title();

    /** What officers read for a state, a step or a limit, zh-CN. */
    protected abstract String label(Enum<?> value);

    /** The repository's root; a test of this class may put another folder in its place. */
    protected Path root() {
        return Path.of(
                Objects.requireNonNull(
                        System.getProperty("mingjian.root"),
                        "run by Maven, or set -Dmingjian.root to the repository"));
    }

    /** Whether the file is to be written instead of compared. */
    protected boolean updating() {
        return Boolean.getBoolean("mingjian.update-docs");
    }

    @Test
    void theCommittedDocumentIsWhatTheTableSays() throws IOException {
        Path file = root().resolve("docs/lifecycles").resolve(lifecycle().name() + ".md");
        String expected = LifecycleDocument.markdown(lifecycle(), title(), this::label);
        if (updating()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("stale; run the test once with -Dmingjian.update-docs=true")
                .exists()
                .content()
                .isEqualTo(expected);
    }

    @Test
    void everyLabelIsWrittenInChinese() {
        lifecycle()
                .states()
                .forEach(state -> assertThat(label(state)).matches("(?s).*\\p{IsHan}.*"));
        lifecycle().steps().forEach(step -> assertThat(label(step)).matches("(?s).*\\p{IsHan}.*"));
        Stream.concat(
                        lifecycle().opening().stream(),
                        lifecycle().rows().stream().flatMap(row -> row.clocks().list().stream()))
                .forEach(
                        clock ->
                                assertThat(label((Enum<?>) clock.limit()))
                                        .matches("(?s).*\\p{IsHan}.*"));
    }
}
