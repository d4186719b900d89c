package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.IndicationBand;
import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.analysis.Sighting.Kind;
import io.mingjian.detection.evidence.EvidenceRelation;
import io.mingjian.detection.finding.Signal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReuseTest {
    private static final PanelReport EMPTY =
            new PanelReport(List.of(), List.of(), LabelVerdict.NONE_FOUND);

    private final Sighting resaved = new Sighting(new UUID(0, 1), Kind.SAME_PICTURE, 0, 1);
    private final Sighting far = new Sighting(new UUID(0, 2), Kind.SAME_PICTURE, 9, 1);
    private final Sighting copy = Sighting.copy(new UUID(0, 3));

    @Test
    void anAnswerToALetterIsNoOtherMatter() {
        Reuse reuse =
                Reuse.of(
                        List.of(copy, resaved, far),
                        List.of(
                                new EvidenceRelation(copy.evidenceId(), true, false, true, false),
                                new EvidenceRelation(resaved.evidenceId(), true, true, false, true),
                                new EvidenceRelation(far.evidenceId(), true, false, false, true)),
                        List.of());
        assertThat(reuse.otherMatters()).isOne();
        assertThat(reuse.ofOthers()).isOne();
        assertThat(reuse.sameMatter()).isOne();
        assertThat(reuse.answers()).isOne();
        assertThat(ReuseLines.of(reuse).get(1).supports())
                .contains("同一件事项中另有 1 份证据", "另有 1 份证据显示同一画面", "对协助函件的答复");
    }

    /** An intake that uploaded twice, or a merchant that keeps what the buyer sent to it. */
    @Test
    void whatNoMatterNamesIsToldApartAndLiftsNothing() {
        Reuse reuse =
                Reuse.of(
                        List.of(copy, far),
                        List.of(
                                new EvidenceRelation(copy.evidenceId(), true, false, false, false),
                                new EvidenceRelation(far.evidenceId(), false, false, false, false)),
                        List.of());
        assertThat(reuse.otherMatters()).isZero();
        assertThat(reuse.unnamed().pieces()).isEqualTo(2);
        assertThat(reuse.unnamed().ofOthers()).isOne();
        Signal line = ReuseLines.of(reuse).get(0);
        assertThat(line.code()).isEqualTo("REUSED_UNNAMED");
        assertThat(line.supports()).contains("另有 2 份相同画面的证据尚未用于任何事项", "文件完全相同", "其中 1 份由其他机构收取");
        assertThat(line.doesNotProve()).contains("重复上传", "留存消费者的照片");
        assertThat(line.regions()).isEmpty();
        Indication indication = Fusion.fuse(EMPTY, reuse);
        assertThat(indication.band()).isEqualTo(IndicationBand.NO_SIGN);
        assertThat(indication.askNext()).anyMatch(ask -> ask.contains("由谁、为何上传"));
    }

    @Test
    void theClosestOfAnotherMatterIsExplainedAlsoBehindACloserUnusedOne() {
        Reuse reuse =
                Reuse.of(
                        List.of(copy, far),
                        List.of(
                                new EvidenceRelation(copy.evidenceId(), false, false, false, false),
                                new EvidenceRelation(far.evidenceId(), false, false)),
                        List.of());
        assertThat(reuse.otherMatters()).isOne();
        assertThat(reuse.closest().orElseThrow().kind()).isEqualTo(Kind.SAME_PICTURE);
        Indication indication = Fusion.fuse(EMPTY, reuse);
        assertThat(indication.band()).isEqualTo(IndicationBand.DECLARED_OR_REUSED);
        assertThat(indication.lines())
                .extracting(Indication.Line::code)
                .containsExactly("REUSED_IN_OTHER_MATTER", "REUSED_UNNAMED");
    }

    @Test
    void ofItsOwnUnusedCopiesAReaderIsToldNoOtherOrganisation() {
        Reuse own =
                Reuse.amongOwn(
                        List.of(copy),
                        List.of(
                                new EvidenceRelation(
                                        copy.evidenceId(), false, false, false, false)),
                        List.of());
        assertThat(own.unnamed().pieces()).isOne();
        assertThat(ReuseLines.of(own).get(0).supports()).doesNotContain("其他机构");
    }

    /**
     * Nothing links a claim at a platform with a complaint to an authority about the same order.
     */
    @Test
    void thatOnePersonGoesToThePlatformFirstAndThenToTheAuthorityIsSaidWhereverItLooksLikeReuse() {
        String sentence = "同一消费者先向平台申请售后、再向行政机关投诉，也会使用同一张照片";
        for (String code :
                List.of(
                        "REUSED_IN_OTHER_MATTER",
                        "PICTURE_IN_SEVERAL_MATTERS",
                        "SET_MEMBER_REUSED")) {
            assertThat(FusionRules.current().row(code).innocent()).as(code).contains(sentence);
        }
        Reuse reuse =
                Reuse.of(
                        List.of(copy),
                        List.of(new EvidenceRelation(copy.evidenceId(), true, false)),
                        List.of());
        assertThat(ReuseLines.of(reuse).get(0).doesNotProve()).contains(sentence);
    }

    @Test
    void whereNotAllWereLookedAtNoNumberIsToldAsTheWhole() {
        Reuse reuse =
                Reuse.of(
                                List.of(copy, far),
                                List.of(
                                        new EvidenceRelation(copy.evidenceId(), false, false),
                                        new EvidenceRelation(
                                                far.evidenceId(), false, false, false, false)),
                                List.of())
                        .andMore(true);
        assertThat(ReuseLines.of(reuse))
                .extracting(Signal::supports)
                .satisfiesExactly(
                        other -> assertThat(other).contains("另外至少 1 份"),
                        unnamed -> assertThat(unnamed).contains("另有至少 1 份"));
        assertThat(ReuseLines.of(reuse))
                .allSatisfy(line -> assertThat(line.facts()).containsEntry("atLeast", true));
    }
}
