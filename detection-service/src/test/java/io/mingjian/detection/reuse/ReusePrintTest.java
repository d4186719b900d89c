package io.mingjian.detection.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.mingjian.detection.media.PictureDrawer;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReusePrintTest {
    private static ReusePrint print(BufferedImage image) {
        return ReusePrint.of(PictureDrawer.pixels(image)).orElseThrow();
    }

    @Test
    void theStoredFormComesBackWhole() {
        ReusePrint print = print(PictureDrawer.goods(640, 480, 5));
        byte[] bytes = print.toBytes();
        assertThat(bytes.length).isLessThan(78_000);
        ReusePrint back = ReusePrint.fromBytes(bytes);
        assertThat(back).isEqualTo(print);
        assertThat(back.gist()).isEqualTo(print.gist());
        assertThat(back.hash()).isEqualTo(print.hash());
    }

    @Test
    void whatIsNoPrintIsRefused() {
        byte[] bytes = print(PictureDrawer.goods(300, 200, 6)).toBytes();
        for (int length : new int[] {0, 1, 5, 60, 500, bytes.length - 1}) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ReusePrint.fromBytes(cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] wrong = bytes.clone();
            wrong[random.nextInt(20)] = (byte) random.nextInt();
            Optional<RuntimeException> thrown = thrown(wrong);
            thrown.ifPresent(e -> assertThat(e).isInstanceOf(IllegalArgumentException.class));
        }
    }

    private static Optional<RuntimeException> thrown(byte[] bytes) {
        try {
            ReusePrint.fromBytes(bytes).gist();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** As version 1 wrote it: size, 94 hashes of 33 bytes, grey values. */
    private static byte[] firstVersion(BufferedImage image) {
        Plane thumbnail = Plane.shrunk(PictureDrawer.pixels(image), 192);
        byte[] grey = thumbnail.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(6 + 94 * 33 + grey.length);
        buffer.putShort((short) 1);
        buffer.putShort((short) thumbnail.width()).putShort((short) thumbnail.height());
        buffer.position(buffer.position() + 94 * 33);
        return buffer.put(grey).array();
    }

    @Test
    void aPrintOfTheFirstVersionStillFindsItsPicture() {
        BufferedImage image = PictureDrawer.goods(800, 600, 12);
        UUID id = new UUID(0, 12);
        ReusePrint old = ReusePrint.fromBytes(firstVersion(image));
        MemoryIndex index = new MemoryIndex();
        index.add(id, old.gist());
        Map<String, BufferedImage> changed = new LinkedHashMap<>();
        changed.put("saved again", Laundering.resaved(image, 0.6));
        changed.put("mirrored", Laundering.mirrored(image));
        changed.put("cropped", image.getSubimage(60, 40, 660, 500));
        changed.forEach(
                (what, copy) ->
                        assertThat(new ReuseSearch(index).find(print(copy), ids -> Map.of(id, old)))
                                .as(what)
                                .hasSize(1));
        byte[] cut = Arrays.copyOf(firstVersion(image), 4000);
        assertThatThrownBy(() -> ReusePrint.fromBytes(cut))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlainPictureHasNoPrint() {
        BufferedImage plain = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        assertThat(ReusePrint.of(PictureDrawer.pixels(plain))).isEmpty();
        BufferedImage tiny = PictureDrawer.goods(31, 31, 1);
        assertThat(ReusePrint.of(PictureDrawer.pixels(tiny))).isEmpty();
    }

    /** Grain, chequers and strips have more extrema or fewer pixels than any photograph. */
    @Test
    void hostilePicturesEndQuickly() {
        List<BufferedImage> hostile =
                List.of(
                        chequers(900, 900, 1),
                        chequers(900, 900, 7),
                        grain(1000, 800),
                        PictureDrawer.goods(20_000, 40, 2),
                        PictureDrawer.goods(40, 20_000, 3),
                        PictureDrawer.goods(33, 33, 4));
        assertTimeoutPreemptively(
                Duration.ofMinutes(2),
                () -> {
                    MemoryIndex index = new MemoryIndex();
                    Map<UUID, ReusePrint> prints = new LinkedHashMap<>();
                    for (int i = 0; i < hostile.size(); i++) {
                        UUID id = new UUID(0, i);
                        Optional<ReusePrint> print =
                                ReusePrint.of(PictureDrawer.pixels(hostile.get(i)));
                        print.ifPresent(
                                p -> {
                                    index.add(id, p.gist());
                                    prints.put(id, p);
                                });
                    }
                    assertThat(prints.size()).isGreaterThanOrEqualTo(2);
                    prints.forEach(
                            (id, print) ->
                                    assertThat(new ReuseSearch(index).find(print, ids -> prints))
                                            .allMatch(
                                                    hit ->
                                                            hit.match().agreement() >= 0
                                                                    && hit.match().agreement()
                                                                            <= 1));
                });
    }

    private static BufferedImage chequers(int width, int height, int side) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x / side + y / side) % 2 == 0 ? 0xFFFFFF : 0);
            }
        }
        return image;
    }

    private static BufferedImage grain(int width, int height) {
        Random random = new Random(9);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }
}
