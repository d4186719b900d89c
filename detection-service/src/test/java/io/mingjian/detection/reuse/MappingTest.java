package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTest {
    @Test
    void theWayBackLeadsBack() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            Mapping mapping =
                    new Mapping(
                            1 + random.nextDouble(),
                            random.nextDouble() * 0.4,
                            random.nextDouble() * 50,
                            random.nextDouble() * 0.4,
                            1 + random.nextDouble(),
                            random.nextDouble() * 50,
                            random.nextDouble() * 1e-4,
                            random.nextDouble() * 1e-4,
                            1);
            double x = random.nextDouble() * 480;
            double y = random.nextDouble() * 480;
            Mapping there = mapping.then(mapping.inverse());
            assertThat(there.x(x, y)).isEqualTo(x, within(1e-6));
            assertThat(there.y(x, y)).isEqualTo(y, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTurnLeadsPixelsWhereTheyAreSeen(Turn turn) {
        int width = turn.swapsSides() ? 30 : 40;
        int height = turn.swapsSides() ? 40 : 30;
        Mapping mapping = Mapping.turn(turn, 40, 30, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int seenX = turn.fromRight() ? width - 1 - x : x;
                int seenY = turn.fromBottom() ? height - 1 - y : y;
                double fromX = (turn.swapsSides() ? seenY : seenX) + 0.5;
                double fromY = (turn.swapsSides() ? seenX : seenY) + 0.5;
                assertThat(mapping.x(fromX, fromY)).isEqualTo(x + 0.5, within(1e-9));
                assertThat(mapping.y(fromX, fromY)).isEqualTo(y + 0.5, within(1e-9));
            }
        }
    }
}
