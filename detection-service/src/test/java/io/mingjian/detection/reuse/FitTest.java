package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.finding.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Fit FIT =
            new Fit(
                    40,
                    Turn.QUARTER_RIGHT,
                    List.of(0.0, -0.8, 0.9, 0.7, 0.0, 0.1, 0.0, 0.0, 1.0),
                    new Region(0, 0, 1, 1),
                    new Region(0.1, 0.1, 0.8, 0.7));

    @Test
    void seenFromTheOtherPictureItLeadsBack() {
        Fit back = FIT.reversed();
        assertThat(back.turn()).isEqualTo(Turn.QUARTER_LEFT);
        assertThat(back.here()).isEqualTo(FIT.there());
        assertThat(back.there()).isEqualTo(FIT.here());
        double x = -0.8 * 0.4 + 0.9;
        double y = 0.7 * 0.3 + 0.1;
        List<Double> m = back.transform();
        assertThat(m.get(0) * x + m.get(1) * y + m.get(2)).isEqualTo(0.3, within(1e-9));
        assertThat(m.get(3) * x + m.get(4) * y + m.get(5)).isEqualTo(0.4, within(1e-9));
    }

    @Test
    void everyTurnIsUndoneByItsBack() {
        for (Turn turn : Turn.values()) {
            Mapping there = Mapping.turn(turn, 4, 3, 5, 7);
            Mapping back = Mapping.turn(turn.back(), 5, 7, 4, 3);
            Mapping both = there.then(back);
            assertThat(both.x(1, 2)).as(turn.name()).isEqualTo(1, within(1e-9));
            assertThat(both.y(1, 2)).as(turn.name()).isEqualTo(2, within(1e-9));
        }
    }
}
