package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.SampleFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bits as the reference gives them, and how they change when a picture is laid another way. */
class PictureHashTest {

    /** Values from the PyPI package pdqhash 0.2.8 (Facebook's C++ code) over the same pixels. */
    @ParameterizedTest
    @CsvSource({
        "640, 480, 0, 64dbc9df89df23fffbf7da0006217e82e682d68a1e0a7c0af42a14a87ca8fc80, 100",
        "257, 131, 5, 9aef2500d8cf133a6fc5f02a86ff3f207047f5bac7258ad822b74cacd9b81312, 100",
        "64, 64, 2, 55a5ab5656abad555aaab5546aa9d552aaa5554aaa95552a2a55d4aa6955b2aa, 7",
        "1200, 350, 9, 1110ffffaefb8ef7145755d7ffffffffa080aa0e280e00140054055455545540, 100",
        "333, 1000, 4, ecb1cdb19d21b520eea18ce11ce171e2e1e08fe03c24fc0efc4a8de0bfe0bfe0, 100"
    })
    void bitsAndQualityAreThoseOfTheReference(
            int width, int height, int kind, String reference, int quality) {
        PictureHash hash = PictureHash.of(Samples.of(pattern(width, height, kind), Window.FULL));
        // Sums of another order may move a term that lies on the median.
        assertThat(differing(hash.hex(), reference)).as(hash.hex()).isLessThanOrEqualTo(4);
        assertThat(hash.quality()).isEqualTo(quality);
    }

    private static Pixels pattern(int width, int height, int kind) {
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = (x * x / (40 + kind) + y * 3) % 256;
                int green = (x * 2 + y * y / (50 + kind)) % 256;
                int blue = x * y / (90 + kind) % 256;
                rgb[y * width + x] = red << 16 | green << 8 | blue;
            }
        }
        return Pixels.of(width, height, rgb);
    }

    /** JPEG decoders differ by a grey value here and there, which moves a few bits. */
    @Test
    void photographsHashAsTheReferenceHashesThem() throws IOException {
        var folder = SampleFiles.folder("images");
        if (folder.isEmpty()) {
            return;
        }
        List<String> far = new ArrayList<>();
        int checked = 0;
        for (String line : reference()) {
            String[] cells = line.split(" ");
            byte[] bytes = SampleFiles.bytes(folder.get().resolve("hash/bridge/" + cells[0]));
            PictureHash hash = PictureHash.of(Samples.of(pixels(bytes), Window.FULL));
            checked++;
            if (differing(hash.hex(), cells[1]) > 8
                    || Math.abs(hash.quality() - Integer.parseInt(cells[2])) > 1) {
                far.add(cells[0] + " " + hash.hex() + " " + differing(hash.hex(), cells[1]));
            }
        }
        assertThat(far).isEmpty();
        assertThat(checked).isEqualTo(19);
    }

    private static List<String> reference() throws IOException {
        try (InputStream in = PictureHashTest.class.getResourceAsStream("pdq-reference.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Pixels pixels(byte[] bytes) {
        Intake.Accepted accepted = (Intake.Accepted) EvidencePicture.open(bytes);
        return ((Decoding.Decoded) accepted.picture().pixels()).pixels();
    }

    private static int differing(String one, String other) {
        int bits = 0;
        for (int i = 0; i < 64; i++) {
            bits +=
                    Integer.bitCount(
                            Character.digit(one.charAt(i), 16)
                                    ^ Character.digit(other.charAt(i), 16));
        }
        return bits;
    }

    @ParameterizedTest
    @EnumSource
    void layingThePictureDownAnotherWayLaysTheHash(Turn turn) {
        for (int seed = 0; seed < 6; seed++) {
            Pixels pixels = PictureDrawer.pixels(PictureDrawer.goods(960, 600 + seed, seed));
            PictureHash hash = PictureHash.of(Samples.of(pixels, Window.FULL));
            PictureHash laid = PictureHash.of(Samples.of(laid(pixels, turn), Window.FULL));
            assertThat(hash.turned(turn).distance(laid))
                    .as("picture " + seed)
                    .isLessThanOrEqualTo(31);
        }
    }

    @ParameterizedTest
    @EnumSource
    void layingTwiceTheWayBackGivesTheSameBits(Turn turn) {
        PictureHash hash = new PictureHash(0x123456789L, ~7L, 0x5555_0000_1111L, 42, 80);
        Turn back =
                switch (turn) {
                    case QUARTER_LEFT -> Turn.QUARTER_RIGHT;
                    case QUARTER_RIGHT -> Turn.QUARTER_LEFT;
                    default -> turn;
                };
        assertThat(hash.turned(turn).turned(back)).isEqualTo(hash);
    }

    static Pixels laid(Pixels pixels, Turn turn) {
        int width = turn.swapsSides() ? pixels.height() : pixels.width();
        int height = turn.swapsSides() ? pixels.width() : pixels.height();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int seenX = turn.fromRight() ? width - 1 - x : x;
                int seenY = turn.fromBottom() ? height - 1 - y : y;
                rgb[y * width + x] =
                        turn.swapsSides() ? pixels.rgb(seenY, seenX) : pixels.rgb(seenX, seenY);
            }
        }
        return Pixels.of(width, height, rgb);
    }
}
