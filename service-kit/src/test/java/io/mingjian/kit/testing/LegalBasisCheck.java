package io.mingjian.kit.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.kit.lifecycle.Lifecycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Fails when a service's part of {@code docs/legal-basis.md} differs from its tables; writes it
 * when run with {@code -Dmingjian.update-docs=true}.
 */
public abstract class LegalBasisCheck {

    /** The service's name, which is the heading of its part. */
    protected abstract String service();

    /** Procedures whose steps stand in {@code docs/lifecycles}; a service may have none. */
    protected abstract List<Lifecycle<?, ?>> procedures();

    /** Everything else that stands on a provision. */
    protected abstract List<LegalTable> tables();

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
    void theDocumentSaysWhatTheTablesSay() throws IOException {
        Path file = root().resolve("docs/legal-basis.md");
        String expected = part();
        if (updating()) {
            Files.writeString(file, with(expected, Files.readString(file)));
        }
        assertThat(file)
                .as("stale; run the test once with -Dmingjian.update-docs=true")
                .content()
                .contains(expected);
    }

    @Test
    void everyRuleIsNamedAndSaysHowFirmItIs() {
        assertThat(tables()).isNotEmpty();
        for (LegalTable table : tables()) {
            assertThat(table.rows()).as(table.title()).isNotEmpty();
            assertThat(table.rows())
                    .as(table.title())
                    .allSatisfy(
                            row -> {
                                assertThat(row).hasSameSizeAs(table.columns()).doesNotContain("");
                                assertThat(row.get(row.size() - 1))
                                        .isIn("LAW", "ORDER", "ASSUMPTION");
                            });
        }
    }

    private String part() {
        String steps =
                procedures().stream()
                        .map(
                                each ->
                                        "[%s](lifecycles/%s.md) (%d)"
                                                .formatted(
                                                        each.name(),
                                                        each.name(),
                                                        each.rows().size()))
                        .collect(joining(", "));
        return begin()
                + "\n## "
                + service()
                + "\n\n"
                + (steps.isEmpty() ? "" : "Steps, each with its article: " + steps + ".\n\n")
                + tables().stream().map(LegalTable::markdown).collect(joining("\n"))
                + end()
                + "\n";
    }

    /** The document with this part in place of the one before, or behind all others. */
    private String with(String part, String document) {
        int from = document.indexOf(begin());
        int to = document.indexOf(end());
        return from < 0
                ? document.stripTrailing() + "\n\n" + part
                : document.substring(0, from)
                        + part
                        + document.substring(to + end().length()).stripLeading();
    }

    private String begin() {
        return "<!-- begin " + service() + " -->";
    }

    private String end() {
        return "<!-- end " + service() + " -->";
    }
}
