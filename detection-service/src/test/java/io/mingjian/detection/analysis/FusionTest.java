package io.mingjian.detection.analysis;

import static io.mingjian.contracts.IndicationBand.DECLARED_OR_REUSED;
import static io.mingjian.contracts.IndicationBand.INCONCLUSIVE;
import static io.mingjian.contracts.IndicationBand.NO_SIGN;
import static io.mingjian.contracts.IndicationBand.SOME_SIGNS;
import static io.mingjian.contracts.IndicationBand.STRONG_SIGNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.analysis.PanelReport.Note;
import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.finding.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Reuse REUSED =
            new Reuse(2, 1, 0, Optional.of(new Reuse.Closest(Sighting.Kind.CROPPED, 12)));

    @Nested
    class Bands {
        @Test
        void nothingSeenIsNoSign() {
            assertThat(band()).isEqualTo(NO_SIGN);
        }

        @Test
        void oneWeakSignIsSomeSigns() {
            assertThat(band("LABEL_RESIDUE")).isEqualTo(SOME_SIGNS);
        }

        @Test
        void anEditorsNameAloneIsNoSign() {
            assertThat(band("EDITOR_SAVED")).isEqualTo(NO_SIGN);
        }

        @Test
        void aStatementOfPartialGenerationIsStrongSigns() {
            assertThat(band("SOURCE_TYPE_PARTLY_GENERATED")).isEqualTo(STRONG_SIGNS);
        }

        @Test
        void aDeclarationIsTheTopBand() {
            assertThat(band("GB_LABEL_CONFIRMED")).isEqualTo(DECLARED_OR_REUSED);
            assertThat(band("GENERATOR_PARAMETERS")).isEqualTo(DECLARED_OR_REUSED);
            assertThat(band("EXPLICIT_LABEL")).isEqualTo(DECLARED_OR_REUSED);
        }

        @Test
        void theWordsOfALabelAmongOtherTextAreNoSign() {
            assertThat(band("LABEL_WORDS_IN_TEXT")).isEqualTo(NO_SIGN);
        }

        @Test
        void theSamePictureInAnotherMatterIsTheTopBand() {
            assertThat(fuse(REUSED).band()).isEqualTo(DECLARED_OR_REUSED);
        }

        @Test
        void theSamePictureInTheSameMatterIsNoSign() {
            assertThat(fuse(new Reuse(0, 0, 3, Optional.empty())).band()).isEqualTo(NO_SIGN);
        }

        @Test
        void whatCouldNotBeReadIsInconclusiveUnlessSomethingElseSpeaks() {
            assertThat(unread().band()).isEqualTo(INCONCLUSIVE);
            assertThat(unread("LABEL_RESIDUE").band()).isEqualTo(SOME_SIGNS);
            assertThat(unread("GB_LABEL_CONFIRMED").band()).isEqualTo(DECLARED_OR_REUSED);
        }
    }

    @Test
    void saturationMovesNothing() {
        for (RuleRow row : FusionRules.current().rows()) {
            if (row.group() != SignalGroup.REUSE) {
                assertThat(band(row.code(), "SATURATION_MEASURED"))
                        .as(row.code())
                        .isEqualTo(band(row.code()));
            }
        }
    }

    @Test
    void aCopiedPartIsASignToLookAtAndAHintOfAScreenAQuestion() {
        assertThat(band("COPY_MOVE")).isEqualTo(SOME_SIGNS);
        assertThat(band("RECAPTURE_HINT")).isEqualTo(NO_SIGN);
        assertThat(FusionRules.current().row("RECAPTURE_HINT").ask()).contains("补拍");
        assertThat(band("FILM_RECAPTURE_HINT")).isEqualTo(NO_SIGN);
        assertThat(FusionRules.current().row("FILM_RECAPTURE_HINT").ask()).contains("重新拍摄");
    }

    @Test
    void pixelsAloneNeverGetAboveSomeSigns() {
        List<RuleRow> pixels =
                FusionRules.current().rows().stream()
                        .filter(row -> row.group() == SignalGroup.PIXELS)
                        .toList();
        assertThat(pixels)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.ceiling()).isLessThanOrEqualTo(SOME_SIGNS));
    }

    @Test
    void signsOfOneKindCountOnce() {
        String[] weak = {
            "LABEL_RESIDUE", "GB_LABEL_CONFLICT", "GB_LABEL_MALFORMED", "APP_LABEL_FIELD"
        };
        assertThat(band(weak)).isEqualTo(SOME_SIGNS);
    }

    @Test
    void whatSpeaksForAPhotographIsShownBesideAndTakesNothingAway() {
        Indication indication =
                fuse(
                        Reuse.NONE,
                        signal("CAMERA_DATA_COHERENT", SignalStrength.COUNTER_SIGN),
                        signal("GB_LABEL_CONFIRMED", SignalStrength.STRONG));
        assertThat(indication.band()).isEqualTo(DECLARED_OR_REUSED);
        assertThat(indication.contradictions()).hasSize(1);
        assertThat(indication.contradictions().get(0)).contains("并存");
        assertThat(indication.lines()).hasSize(2);
    }

    @Test
    void noSignalGetsLostAndTheWeightiestComesFirst() {
        Indication indication =
                fuse(
                        REUSED,
                        signal("SCREENSHOT", SignalStrength.NEUTRAL),
                        signal("LABEL_RESIDUE", SignalStrength.WEAK));
        assertThat(indication.lines())
                .extracting(Indication.Line::code)
                .containsExactly("REUSED_IN_OTHER_MATTER", "LABEL_RESIDUE", "SCREENSHOT");
        assertThat(indication.lines())
                .allSatisfy(line -> assertThat(line.doesNotProve()).isNotBlank());
        assertThat(indication.labelTamperingSuspected()).isTrue();
    }

    @Test
    void reuseTellsNumbersAndNoIds() {
        Indication indication = fuse(REUSED);
        assertThat(indication.lines().get(0).supports()).contains("2 份", "其中 1 份由其他机构");
        assertThat(indication.lines().get(0).facts())
                .containsOnlyKeys("otherMatters", "ofOtherOrganisations", "closest", "distance");
    }

    @Test
    void everyIndicationSaysWhatToAskNext() {
        for (RuleRow row : FusionRules.current().rows()) {
            assertThat(fuse(Reuse.NONE, signal(row.code(), SignalStrength.WEAK)).askNext())
                    .as(row.code())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void aCodeWithoutARuleStopsLoudly() {
        assertThatThrownBy(() -> band("NEVER_HEARD_OF"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NEVER_HEARD_OF");
    }

    /**
     * Whatever pixels show, alone they end at "some signs"; and what else is there counts as if
     * they were not, as long as it says nothing itself. With invented weights, because no shipped
     * row of pixels counts yet; the seed is printed with a failure.
     */
    @Test
    void pixelsNeverLeadAboveSomeSignsByThemselves() {
        long first = Long.getLong("mingjian.seed", 20260415L);
        for (long seed = first; seed < first + 400; seed++) {
            Random random = new Random(seed);
            FusionRules rules = withPixels(random);
            Signal[] signals =
                    IntStream.range(0, 1 + random.nextInt(5))
                            .mapToObj(
                                    i ->
                                            signal(
                                                    "PIXEL_" + random.nextInt(6),
                                                    SignalStrength.STRONG))
                            .toArray(Signal[]::new);
            Signal weak = signal("EDITOR_SAVED", SignalStrength.WEAK);
            assertThat(fuse(rules, signals).band())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(SOME_SIGNS);
            assertThat(fuse(rules, with(signals, weak)).band())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(SOME_SIGNS);
        }
    }

    private static FusionRules withPixels(Random random) {
        List<List<String>> lines = new ArrayList<>(FIXED);
        for (int i = 0; i < 6; i++) {
            String ratio = String.valueOf(1.1 + 18 * random.nextDouble());
            lines.add(
                    List.of(
                            "signal",
                            "PIXEL_" + i,
                            "PIXELS",
                            ratio,
                            ratio,
                            "SOME_SIGNS",
                            "",
                            "PROPOSED",
                            "",
                            "",
                            "",
                            "",
                            "b",
                            "i"));
        }
        return FusionTable.of(99, lines);
    }

    private static final List<List<String>> FIXED =
            List.of(
                    List.of("version", "99", "2026-11-29"),
                    List.of("threshold", "SOME_SIGNS", "2"),
                    List.of("threshold", "STRONG_SIGNS", "10"),
                    List.of("threshold", "DECLARED_OR_REUSED", "20"),
                    List.of(
                            "signal",
                            "EDITOR_SAVED",
                            "FILE",
                            "1.5",
                            "2",
                            "STRONG_SIGNS",
                            "",
                            "PROPOSED",
                            "",
                            "",
                            "",
                            "",
                            "b",
                            "i"));

    private static Indication fuse(FusionRules rules, Signal... signals) {
        return Fusion.fuse(
                rules,
                FusionInput.of(
                        new PanelReport(List.of(signals), List.of(), LabelVerdict.NONE_FOUND),
                        Reuse.NONE));
    }

    private static Signal[] with(Signal[] signals, Signal more) {
        return Stream.concat(Arrays.stream(signals), Stream.of(more)).toArray(Signal[]::new);
    }

    @Test
    void ratiosOfDifferentGroupsAreMultipliedAndOfOneGroupTheWeightiestCounts() {
        Indication indication =
                Fusion.fuse(
                        FusionRules.current(),
                        new FusionInput(
                                new PanelReport(
                                        List.of(signals("LABEL_RESIDUE", "AI_MARK")),
                                        List.of(),
                                        LabelVerdict.NONE_FOUND),
                                Reuse.NONE,
                                new Company(3, 1, 0),
                                List.of(
                                        new Behaviour.Reported(
                                                Behaviour.Kind.REFUND_RATE, 9, 12, "平台"))));
        assertThat(indication.lines())
                .filteredOn(line -> Boolean.TRUE.equals(line.counted()))
                .extracting(Indication.Line::code)
                .containsExactly("AI_MARK", "SET_MEMBER_DECLARED", "BEHAVIOUR_REFUND_RATE");
        assertThat(indication.lines())
                .extracting(Indication.Line::supports)
                .contains("据“平台”提供，该账户在 12 笔订单中申请退款 9 次。");
        assertThat(indication.band()).isEqualTo(SOME_SIGNS);
    }

    @Test
    void aCapHoldsWhateverTheRatioIs() {
        List<List<String>> lines = new ArrayList<>(FIXED);
        lines.add(
                List.of(
                        "signal",
                        "PIXEL_0",
                        "PIXELS",
                        "900",
                        "1.9",
                        "SOME_SIGNS",
                        "",
                        "PROPOSED",
                        "",
                        "",
                        "",
                        "",
                        "b",
                        "i"));
        FusionRules rules = FusionTable.of(99, lines);
        assertThat(rules.row("PIXEL_0").weight()).isEqualTo(1.9);
        assertThat(fuse(rules, signal("PIXEL_0", SignalStrength.STRONG)).band()).isEqualTo(NO_SIGN);
    }

    @Test
    void copiesWithinOneSetAreNotAnotherMatter() {
        Sighting copy = new Sighting(UUID.randomUUID(), Sighting.Kind.IDENTICAL_FILE, 0, 1);
        Reuse reuse =
                Reuse.of(
                        List.of(copy),
                        List.of(new EvidenceRelation(copy.evidenceId(), false, false)),
                        List.of(copy.evidenceId()));
        assertThat(reuse.otherMatters()).isZero();
        assertThat(reuse.sameMatter()).isOne();
    }

    @Test
    void byTheRulesOfThenTheAnswerIsThatOfThen() {
        FusionRules then = FusionRules.of(4).orElseThrow();
        for (RuleRow row : then.rows()) {
            if (row.group() != SignalGroup.REUSE) {
                Indication indication = fuse(then, signal(row.code(), SignalStrength.WEAK));
                assertThat(indication.band())
                        .as(row.code())
                        .isEqualTo(row.weight() >= 2 ? row.ceiling() : NO_SIGN);
            }
        }
    }

    /** More signs never lower the band; the seed is printed with a failure. */
    @Test
    void addingASignNeverLowersTheBand() {
        List<String> codes =
                FusionRules.current().rows().stream()
                        .filter(row -> row.group() != SignalGroup.REUSE)
                        .map(RuleRow::code)
                        .toList();
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            String[] some =
                    random.ints(1 + random.nextInt(4), 0, codes.size())
                            .mapToObj(codes::get)
                            .toArray(String[]::new);
            String[] more =
                    Stream.concat(
                                    Arrays.stream(some),
                                    Stream.of(codes.get(random.nextInt(codes.size()))))
                            .toArray(String[]::new);
            assertThat(band(more)).as("seed %d", seed).isGreaterThanOrEqualTo(band(some));
        }
    }

    private static IndicationBand band(String... codes) {
        return fuse(Reuse.NONE, signals(codes)).band();
    }

    private static Signal[] signals(String... codes) {
        return Arrays.stream(codes)
                .map(code -> signal(code, SignalStrength.WEAK))
                .toArray(Signal[]::new);
    }

    private static Indication unread(String... codes) {
        Note note =
                new Note("saturation", 1, Note.Kind.COULD_NOT_READ, "DAMAGED", "图像数据损坏。", Map.of());
        return Fusion.fuse(
                new PanelReport(List.of(signals(codes)), List.of(note), LabelVerdict.INCONCLUSIVE),
                Reuse.NONE);
    }

    private static Indication fuse(Reuse reuse, Signal... signals) {
        return Fusion.fuse(
                new PanelReport(List.of(signals), List.of(), LabelVerdict.NONE_FOUND), reuse);
    }

    private static Signal signal(String code, SignalStrength strength) {
        return new Signal(
                "test", 1, code, strength, "迹象“" + code + "”", "有正常成因", List.of(), Map.of());
    }
}
