package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private static final List<String> ROOMS =
            List.of(
                    "provenance",
                    "quantisation",
                    "thumbnail",
                    "c2pa",
                    "visiblelabel",
                    "forensics",
                    "film",
                    "sets",
                    "model",
                    "analysis");
    private static final Pattern EMITTED =
            Pattern.compile("\"([A-Z][A-Z0-9_]*)\",\\s*SignalStrength\\.");
    private static final Pattern SOURCE_TYPE = Pattern.compile("\\b([A-Z_]+)\\(SignalStrength\\.");

    @Test
    void everyCodeThatAnAnalyzerCanEmitHasARuleAndNoRuleIsLeftOver() throws IOException {
        Set<String> emitted = new TreeSet<>();
        for (String room : ROOMS) {
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
                FusionRules.current().rows().stream()
                        .map(RuleRow::code)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(emitted).hasSizeGreaterThan(20);
        assertThat(ruled).isEqualTo(emitted);
    }

    @Test
    void everyVersionThatWasKeptIsStillReadAndTheLastIsInForce() {
        assertThat(FusionRules.versions().keySet()).first().isEqualTo(FusionRules.FIRST);
        assertThat(FusionRules.versions()).hasSize(FusionRules.VERSION - FusionRules.FIRST + 1);
        assertThat(FusionRules.current().version()).isEqualTo(FusionRules.VERSION);
        assertThat(FusionRules.of(FusionRules.FIRST - 1)).isEmpty();
        assertThat(List.copyOf(FusionRules.versions().values()))
                .isSortedAccordingTo(Comparator.comparing(FusionRules::since));
    }

    @Test
    void whatIsMeasuredNamesItsFiguresAndTheirPlace() {
        assertThat(FusionRules.current().rows())
                .filteredOn(row -> row.status() == RuleStatus.MEASURED)
                .hasSizeGreaterThan(3)
                .allSatisfy(
                        row -> {
                            assertThat(row.errors().orElseThrow().among()).isPositive();
                            String file = row.source().split("：")[0];
                            assertThat(Path.of("..", file)).as(row.code()).exists();
                        });
    }

    @Test
    void whatIsPrintedWithFiguresInItsTextHasThemInTheTableToo() {
        for (String code :
                List.of(
                        "SATURATION_MEASURED",
                        "RECAPTURE_HINT",
                        "FILM_RECAPTURE_HINT",
                        "PIXEL_MODEL_SCORE",
                        "COPY_MOVE")) {
            RuleRow row = FusionRules.current().row(code);
            assertThat(row.errors()).as(code).isPresent();
            assertThat(row.innocent()).as(code).hasSizeGreaterThan(10);
        }
    }

    @Test
    void falseAlarmsCountPicturesAndNotTheFormsInWhichOneWasSeen() {
        FusionRules rules = FusionRules.current();
        for (String code : List.of("EXPLICIT_LABEL", "EXPLICIT_LABEL_SUSPECTED", "AI_MARK")) {
            assertThat(rules.row(code).errors().orElseThrow().among()).as(code).isEqualTo(559);
        }
        assertThat(rules.row("COPY_MOVE").errors().orElseThrow().among()).isEqualTo(110);
    }

    @Test
    void figuresThatOnlyExplainMovedNoIndicationFromVersion6To7() {
        FusionRules before = FusionRules.of(6).orElseThrow();
        FusionRules after = FusionRules.of(7).orElseThrow();
        assertThat(after.rows().stream().map(FusionRulesTest::moving).toList())
                .isEqualTo(before.rows().stream().map(FusionRulesTest::moving).toList());
        assertThat(after.someFrom()).isEqualTo(before.someFrom());
        assertThat(after.strongFrom()).isEqualTo(before.strongFrom());
    }

    @Test
    void version8AddsAHintThatCountsNothingAndMovesNothingElse() {
        FusionRules before = FusionRules.of(7).orElseThrow();
        FusionRules after = FusionRules.of(8).orElseThrow();
        assertThat(before.find("FILM_RECAPTURE_HINT")).isEmpty();
        assertThat(after.row("FILM_RECAPTURE_HINT").counts()).isFalse();
        assertThat(after.rows())
                .filteredOn(row -> !row.code().equals("FILM_RECAPTURE_HINT"))
                .isEqualTo(before.rows());
        assertThat(after.someFrom()).isEqualTo(before.someFrom());
        assertThat(after.strongFrom()).isEqualTo(before.strongFrom());
    }

    @Test
    void version9TellsWhatNoMatterNamesApartAndTakesTheWeightOfAMerchantsCopyAndMovesNothingElse() {
        FusionRules before = FusionRules.of(8).orElseThrow();
        FusionRules after = FusionRules.of(9).orElseThrow();
        assertThat(before.find("REUSED_UNNAMED")).isEmpty();
        assertThat(after.row("REUSED_UNNAMED").counts()).isFalse();
        assertThat(after.row("MERCHANT_PICTURE_COPY").counts()).isFalse();
        assertThat(
                        after.rows().stream()
                                .filter(row -> !row.code().equals("REUSED_UNNAMED"))
                                .filter(row -> !row.code().equals("MERCHANT_PICTURE_COPY"))
                                .map(FusionRulesTest::moving))
                .containsExactlyElementsOf(
                        before.rows().stream()
                                .filter(row -> !row.code().equals("MERCHANT_PICTURE_COPY"))
                                .map(FusionRulesTest::moving)
                                .toList());
    }

    @Test
    void whatWasCountedInPairsIsNotToldInPictures() {
        FusionRules rules = FusionRules.current();
        assertThat(rules.rows())
                .allSatisfy(
                        row ->
                                assertThat(row.errors().map(each -> each.unit().isPresent()))
                                        .as(row.code())
                                        .isNotEqualTo(Optional.of(false)));
        assertThat(rules.row("REUSED_IN_OTHER_MATTER").errors().orElseThrow().unit())
                .contains(CountedIn.PAIRS);
        assertThat(rules.row("COPY_MOVE").errors().orElseThrow().unit())
                .contains(CountedIn.PICTURES);
    }

    private static List<Object> moving(RuleRow row) {
        return List.of(row.code(), row.group(), row.weight(), row.ceiling(), row.ask());
    }

    @Test
    void theTablesAccuseNobodyAndVouchForNothing() throws IOException {
        for (int version : FusionRules.versions().keySet()) {
            String table =
                    Files.readString(
                            Path.of(
                                    "src/main/resources/io/mingjian/detection/analysis/fusion-rules-"
                                            + version
                                            + ".csv"));
            assertThat(table).doesNotContainPattern("欺诈|造假|伪造|诈骗|骗|恶意|真实|(?i)fake|fraud|genuine");
        }
    }

    private static void collect(Pattern pattern, String prefix, String text, Set<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            into.add(prefix + matcher.group(1));
        }
    }
}
