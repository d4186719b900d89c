package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.PictureDrawer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Labelled files of every kind changed at random: an answer each time, the same one twice, never an
 * exception.
 */
class TextFuzzTest {
    private static final int ROUNDS = 6_600;

    @Test
    void changedFilesAreAnsweredTwiceAlike() {
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("text fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        List<byte[]> files = files();
        List<LabelReader> readers =
                List.of(
                        new ImplicitLabel(),
                        new LabelTampering(),
                        new SourceType(),
                        new GeneratorTraces(),
                        new FileHistory());
        Map<LabelVerdict, Integer> verdicts = new EnumMap<>(LabelVerdict.class);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = changed(files.get(round % files.size()), random);
            for (LabelReader reader : readers) {
                Optional<List<Finding>> findings = read(reader, file);
                assertThat(findings).isEqualTo(read(reader, file));
                findings.ifPresent(f -> assertThat(f).isNotEmpty());
                if (reader instanceof ImplicitLabel) {
                    findings.ifPresent(
                            f -> verdicts.merge(ImplicitLabel.verdict(f), 1, Integer::sum));
                }
            }
        }
        System.out.println("verdicts on changed files: " + verdicts);
        assertThat(verdicts)
                .containsKeys(LabelVerdict.INCONCLUSIVE, LabelVerdict.CONFIRMED_BY_METADATA);
    }

    /** Opened anew each time, so that nothing is remembered. */
    private static Optional<List<Finding>> read(LabelReader reader, byte[] file) {
        return MediaFile.open(ByteView.of(file)).map(reader::read);
    }

    private static List<byte[]> files() {
        byte[] png = PictureDrawer.png(PictureDrawer.goods(24, 16, 1));
        byte[] jpeg = PictureDrawer.jpeg(PictureDrawer.goods(24, 16, 1), 0.5);
        String one = LabelText.label("1");
        byte[] comment = FileSmith.joined(FileSmith.latin1("ASCII\0\0\0"), utf8(one));
        List<byte[]> files = new ArrayList<>(ContainerLabelsTest.files().values());
        files.addAll(pictures(png, jpeg, one, comment));
        return files;
    }

    private static List<byte[]> pictures(byte[] png, byte[] jpeg, String one, byte[] comment) {
        return List.of(
                FileSmith.withInternationalText(png, "XML:com.adobe.xmp", LabelText.xmp(one)),
                FileSmith.withCompressedText(png, "AIGC", utf8(one)),
                FileSmith.withText(png, "AIGC", one),
                FileSmith.withXmp(jpeg, LabelText.attributeXmp(one)),
                FileSmith.withExif(jpeg, FileSmith.tiff(0x9286, 7, comment)),
                FileSmith.withSegment(jpeg, 0xE5, utf8("AIGC" + one)),
                FileSmith.webp("XMP ", utf8(LabelText.xmp(one))));
    }

    private static byte[] changed(byte[] original, Random random) {
        int length = random.nextInt(5) == 0 ? random.nextInt(original.length) : original.length;
        byte[] file = Arrays.copyOf(original, length);
        for (int i = random.nextInt(5); i > 0 && length > 0; i--) {
            int at = random.nextInt(length);
            file[at] =
                    (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : file[at] ^ 1 << random.nextInt(8));
        }
        return file;
    }
}
