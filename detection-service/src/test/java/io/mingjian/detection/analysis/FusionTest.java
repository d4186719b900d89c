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
import io.mingjian.detection.analysis.FusionRules.Group;
import io.mingjian.detection.analysis.FusionRules.Row;
import io.mingjian.detection.analysis.PanelReport.Note;
import io.mingjian.detection.finding.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
        for (Row row : FusionRules.ROWS) {
            if (row.group() != Group.REUSE) {
                assertThat(band(row.code(), "SATURATION_MEASURED"))
                        .as(row.code())
                        .isEqualTo(band(row.code()));
            }
        }
    }

    @Test
    void pixelsAloneNeverGetAboveSomeSigns() {
        List<Row> pixels =
                FusionRules.ROWS.stream().filter(row -> row.group() == Group.PIXELS).toList();
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
        for (Row row : FusionRules.ROWS) {
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

    /** More signs never lower the band; the seed is printed with a failure. */
    @Test
    void addingASignNeverLowersTheBand() {
        List<String> codes =
                FusionRules.ROWS.stream()
                        .filter(row -> row.group() != Group.REUSE)
                        .map(Row::code)
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
