package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a child may write when it is asked for grey pictures or for samples of sound. */
class SmallOutputsTest {
    private static byte[] cells(int value) {
        byte[] cells = new byte[GreyPicture.CELLS];
        Arrays.fill(cells, (byte) value);
        return cells;
    }

    private static ByteArrayInputStream joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return new ByteArrayInputStream(all);
    }

    @Test
    void greyPicturesAreReadOneAfterTheOther() throws IOException {
        var pictures = new GreyPictures(3).read(joined(cells(10), cells(200)));
        assertThat(pictures).hasSize(2);
        assertThat(pictures.get(1).at(63, 63)).isEqualTo(200);
        assertThat(pictures.get(0).to(pictures.get(1)))
                .isEqualTo(new GreyPicture.Difference(190, 190));
        assertThat(new GreyPictures(3).read(joined())).isEmpty();
    }

    @Test
    void moreThanWasAskedForAndHalfAPictureAreGarbage() {
        assertThatThrownBy(() -> new GreyPictures(1).read(joined(cells(1), cells(2))))
                .isInstanceOf(Child.Garbage.class);
        assertThatThrownBy(() -> new GreyPictures(3).read(joined(cells(1), new byte[7])))
                .isInstanceOf(Child.Garbage.class);
        assertThatThrownBy(() -> GreyPicture.of(new byte[7]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLoudestSampleCountsWhateverItsSign() throws IOException {
        byte[] samples = {5, 0, (byte) 0xF0, (byte) 0xFF, 3, 0, 9};
        assertThat(new Loudness().read(joined(samples))).containsExactly(16);
        assertThat(new Loudness().read(joined(new byte[40_000]))).containsExactly(0);
        assertThat(new Loudness().read(joined())).isEmpty();
    }
}
