package io.mingjian.detection.visiblelabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mingjian.detection.media.Pixels;
import org.junit.jupiter.api.Test;

class PatchTest {
    private static Pixels ramp(int width, int height) {
        int[] rgb = new int[width * height];
        for (int i = 0; i < rgb.length; i++) {
            int grey = i % width;
            rgb[i] = grey << 16 | grey << 8 | grey;
        }
        return Pixels.of(width, height, rgb);
    }

    @Test
    void shrinkingTakesTheMean() {
        Patch patch = Patch.of(ramp(200, 40), new Box(0, 0, 200, 40), 20, 4);
        assertThat(patch.luma(10, 2)).isEqualTo(104.5f, within(0.5f));
        assertThat(patch.luma(5, 0)).isEqualTo(54.5f, within(0.5f));
    }

    @Test
    void enlargingLiesBetweenTheNeighbours() {
        Patch patch = Patch.of(ramp(100, 10), new Box(40, 2, 50, 6), 40, 16);
        assertThat(patch.luma(20, 8)).isEqualTo(44.6f, within(0.5f));
        for (int x = 1; x < 40; x++) {
            assertThat(patch.luma(x, 5)).isGreaterThan(patch.luma(x - 1, 5) - 0.01f);
        }
    }

    @Test
    void aPartAtTheEdgeNeedsNothingBeyondIt() {
        Patch patch = Patch.of(ramp(64, 64), new Box(32, 32, 64, 64), 96, 48);
        assertThat(patch.luma(95, 47)).isEqualTo(63f, within(0.5f));
    }

    @Test
    void onePixelFillsEverything() {
        Patch patch = Patch.of(Pixels.of(1, 1, new int[] {0x204080}), new Box(0, 0, 1, 1), 32, 32);
        assertThat(patch.channel(31, 31, 0)).isEqualTo(32f, within(0.01f));
        assertThat(patch.channel(0, 0, 2)).isEqualTo(128f, within(0.01f));
    }
}
