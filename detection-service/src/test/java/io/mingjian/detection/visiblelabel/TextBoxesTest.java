package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBoxesTest {
    private static final int WIDTH = 200;
    private static final int HEIGHT = 60;

    private final float[] map = new float[WIDTH * HEIGHT];

    private void core(int left, int top, int width, int height, double value) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(map, y * WIDTH + left, y * WIDTH + left + width, (float) value);
        }
    }

    private List<Box> boxes() {
        return TextBoxes.of(map, WIDTH, HEIGHT);
    }

    @Test
    void aCoreGrowsByItsAreaOverItsPerimeter() {
        core(50, 20, 60, 10, 0.9);
        double by = 600 * 1.6 / 140;
        assertThat(boxes()).hasSize(1);
        Box box = boxes().get(0);
        assertThat(box.left()).isEqualTo(50 - by, within(1e-9));
        assertThat(box.top()).isEqualTo(20 - by, within(1e-9));
        assertThat(box.right()).isEqualTo(110 + by, within(1e-9));
        assertThat(box.bottom()).isEqualTo(30 + by, within(1e-9));
    }

    @Test
    void aBoxEndsAtTheEdge() {
        core(0, 0, 40, 12, 0.9);
        assertThat(boxes().get(0).left()).isZero();
        assertThat(boxes().get(0).top()).isZero();
    }

    @Test
    void faintAndTinyCoresAreNone() {
        core(10, 10, 40, 10, 0.4);
        core(100, 10, 2, 2, 0.9);
        assertThat(boxes()).isEmpty();
    }

    @Test
    void piecesOfOneLineAreJoinedAndOthersAreNot() {
        core(20, 20, 30, 8, 0.9);
        core(64, 21, 40, 8, 0.9);
        core(160, 20, 30, 8, 0.9);
        core(20, 48, 30, 8, 0.9);
        assertThat(boxes()).hasSize(3);
        assertThat(boxes()).anySatisfy(box -> assertThat(box.width()).isGreaterThan(84));
    }

    @Test
    void aMapFullOfSpecksIsAnswered() {
        for (int i = 0; i < map.length; i += 2) {
            map[i] = 0.9f;
        }
        assertThat(boxes()).hasSizeLessThanOrEqualTo(100);
    }
}
