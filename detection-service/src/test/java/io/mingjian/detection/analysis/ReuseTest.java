package io.mingjian.detection.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.analysis.Sighting.Kind;
import io.mingjian.detection.evidence.EvidenceRelation;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReuseTest {
    private final Sighting resaved = new Sighting(new UUID(0, 1), Kind.SAME_PICTURE, 0, 1);
    private final Sighting far = new Sighting(new UUID(0, 2), Kind.SAME_PICTURE, 9, 1);
    private final Sighting copy = Sighting.copy(new UUID(0, 3));

    @Test
    void anAnswerToALetterIsNoOtherMatter() {
        Reuse reuse =
                Reuse.of(
                        List.of(copy, resaved, far),
                        List.of(
                                new EvidenceRelation(copy.evidenceId(), true, false, true),
                                new EvidenceRelation(resaved.evidenceId(), true, true, false),
                                new EvidenceRelation(far.evidenceId(), true, false, false)),
                        List.of());
        assertThat(reuse.otherMatters()).isOne();
        assertThat(reuse.ofOthers()).isOne();
        assertThat(reuse.sameMatter()).isOne();
        assertThat(reuse.answers()).isOne();
        assertThat(ReuseLines.of(reuse).get(1).supports())
                .contains("同一件事项中另有 1 份证据", "另有 1 份证据显示同一画面", "对协助函件的答复");
    }
}
