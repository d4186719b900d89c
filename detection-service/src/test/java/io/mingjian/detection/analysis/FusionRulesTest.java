package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keeps the rules and the codes that analyzers can emit in step, by reading the analyzers' sources.
 */
class FusionRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/mingjian/detection");
    private static final Pattern EMITTED =
            Pattern.compile("\"([A-Z][A-Z0-9_]*)\",\\s*SignalStrength\\.");
    private static final Pattern SOURCE_TYPE = Pattern.compile("\\b([A-Z_]+)\\(SignalStrength\\.");

    @Test
    void everyCodeThatAnAnalyzerCanEmitHasARuleAndNoRuleIsLeftOver() throws IOException {
        Set<String> emitted = new TreeSet<>();
        for (String room : new String[] {"provenance", "c2pa", "forensics", "analysis"}) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    collect(EMITTED, "", Files.readString(file), emitted);
                }
            }
        }
        collect(
                SOURCE_TYPE,
                "SOURCE_TYPE_",
                Files.readString(SOURCES.resolve("provenance/SourceType.java")),
                emitted);
        Set<String> ruled =
                FusionRules.ROWS.stream()
                        .map(FusionRules.Row::code)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(emitted).hasSizeGreaterThan(20);
        assertThat(ruled).isEqualTo(emitted);
    }

    @Test
    void weightsAreRatiosAndOnlyDeclaredOrReusedReachesTheTop() {
        assertThat(FusionRules.ROWS)
                .allSatisfy(
                        row -> {
                            assertThat(row.weight()).isBetween(1.0, 200.0);
                            assertThat(row.basis()).isNotBlank();
                        });
        assertThat(FusionRules.ROWS)
                .filteredOn(row -> row.weight() >= FusionRules.DECLARES)
                .extracting(FusionRules.Row::group)
                .containsOnly(FusionRules.Group.LABEL, FusionRules.Group.REUSE);
    }

    private static void collect(Pattern pattern, String prefix, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(prefix + matcher.group(1));
        }
    }
}
