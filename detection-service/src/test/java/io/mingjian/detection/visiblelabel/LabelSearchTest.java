package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.visiblelabel.Phrases.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSearchTest {
    private final List<Line> lines = new ArrayList<>();

    private void line(String text, double left, double top) {
        lines.add(new Line(text, 0.95, new Box(left, top, left + 20 * text.length(), top + 20)));
    }

    private List<Sighting> sightings() {
        return LabelSearch.in(Phrases.shipped(), lines);
    }

    @Test
    void aLabelByItselfIsSighted() {
        line("AI生成", 500, 400);
        line("2026-11-20 14:03", 20, 20);
        assertThat(sightings()).hasSize(1);
        assertThat(sightings().get(0).besideText()).isFalse();
    }

    @Test
    void whatWasHardlyReadIsNoLabel() {
        lines.add(new Line("AI生成", 0.4, new Box(0, 0, 80, 20)));
        assertThat(sightings()).isEmpty();
    }

    @Test
    void aNameAboveItBelongsToIt() {
        line("元宝", 520, 375);
        line("AI生成", 500, 400);
        assertThat(sightings()).extracting(Sighting::besideText).containsExactly(false);
    }

    @Test
    void aLabelInTwoLinesIsOne() {
        line("人工智能", 500, 375);
        line("生成合成", 500, 400);
        assertThat(sightings()).hasSize(1);
        assertThat(sightings().get(0).match().kind()).isEqualTo(Kind.LABEL);
        assertThat(sightings().get(0).line().text()).isEqualTo("人工智能生成合成");
        assertThat(sightings().get(0).height()).isEqualTo(20);
    }

    @Test
    void linesFarApartAreNotJoined() {
        line("人工智能", 500, 300);
        line("生成合成", 500, 400);
        assertThat(sightings()).isEmpty();
    }

    @Test
    void aButtonInARowOfButtonsStandsBesideText() {
        line("首页", 20, 400);
        line("消息", 200, 400);
        line("AI生成", 380, 400);
        line("购物车", 560, 400);
        line("我的", 740, 400);
        assertThat(sightings()).extracting(Sighting::besideText).containsExactly(true);
    }

    @Test
    void aLineOfAParagraphStandsBesideText() {
        line("第三条 服务提供者应当", 20, 350);
        line("AI生成内容", 20, 375);
        line("添加显式标识", 20, 400);
        assertThat(sightings()).extracting(Sighting::besideText).containsExactly(true);
    }

    @Test
    void onAPageFullOfTextNoLineLabelsThePicture() {
        for (int i = 0; i < 7; i++) {
            line("订单编号第" + i + "行", 20, 60.0 * i);
        }
        line("内容由AI生成", 400, 600);
        assertThat(sightings()).extracting(Sighting::besideText).containsExactly(true);
    }
}
