package io.mingjian.detection.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes changed at random never throw out of the room. */
class ContainerFuzzTest {
    private static final int ROUNDS = 600;

    @Test
    void randomlyChangedFilesOpenOrAreRefused() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("container fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        List<byte[]> files =
                List.of(
                        PictureDrawer.png(PictureDrawer.goods(60, 40, 1)),
                        FileSmith.withExif(
                                PictureDrawer.jpeg(PictureDrawer.goods(60, 40, 2), 0.7),
                                FileSmith.tiff(0x9286, 7, FileSmith.latin1("ASCII\0\0\0hello"))),
                        FileSmith.webp("XMP ", FileSmith.latin1("<x/>")));
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = changed(files.get(round % files.size()), random);
            if (EvidencePicture.open(file) instanceof Intake.Accepted ok) {
                accepted++;
                boolean small = (long) ok.picture().width() * ok.picture().height() < 1_000_000;
                if (small) {
                    assertThatCode(() -> ok.picture().pixels()).doesNotThrowAnyException();
                }
                assertThat(ok.picture().container().end()).isLessThanOrEqualTo(file.length);
            }
        }
        assertThat(accepted).as("files that still opened, of %d", ROUNDS).isBetween(1, ROUNDS - 1);
    }

    private static byte[] changed(byte[] original, Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(original.length) : original.length;
        byte[] file = java.util.Arrays.copyOf(original, length);
        for (int i = random.nextInt(6); i > 0 && length > 0; i--) {
            int at =
                    random.nextBoolean()
                            ? random.nextInt(length)
                            : random.nextInt(Math.min(length, 80));
            file[at] = (byte) random.nextInt(256);
        }
        return file;
    }
}
