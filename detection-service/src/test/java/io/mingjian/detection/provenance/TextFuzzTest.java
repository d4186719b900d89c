package io.mingjian.detection.provenance;

import static io.mingjian.detection.media.FileSmith.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.contracts.LabelVerdict;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.PictureDrawer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Labelled files changed at random: an answer each time, the same one twice, never an exception.
 */
class TextFuzzTest {
    private static final int ROUNDS = 1_500;

    @Test
    void changedFilesAreAnsweredTwiceAlike() {
        long seed = Long.getLong("mingjian.seed", System.nanoTime());
        System.out.println("text fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        Random random = new Random(seed);
        List<byte[]> files = files();
        List<Analyzer> analyzers =
                List.of(
                        new ImplicitLabel(),
                        new SourceType(),
                        new ContentCredentials(),
                        new GeneratorTraces(),
                        new FileHistory());
        Map<LabelVerdict, Integer> verdicts = new EnumMap<>(LabelVerdict.class);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] file = changed(files.get(round % files.size()), random);
            if (EvidencePicture.open(file) instanceof Intake.Accepted ok) {
                for (Analyzer analyzer : analyzers) {
                    List<Finding> findings = analyzer.analyze(ok.picture());
                    assertThat(findings).isNotEmpty().isEqualTo(analyzer.analyze(ok.picture()));
                    if (analyzer instanceof ImplicitLabel) {
                        verdicts.merge(ImplicitLabel.verdict(findings), 1, Integer::sum);
                    }
                }
            }
        }
        System.out.println("verdicts on changed files: " + verdicts);
        assertThat(verdicts)
                .containsKeys(LabelVerdict.INCONCLUSIVE, LabelVerdict.CONFIRMED_BY_METADATA);
    }

    private static List<byte[]> files() {
        byte[] png = PictureDrawer.png(PictureDrawer.goods(24, 16, 1));
        byte[] jpeg = PictureDrawer.jpeg(PictureDrawer.goods(24, 16, 1), 0.5);
        String one = LabelText.label("1");
        byte[] comment = FileSmith.joined(FileSmith.latin1("ASCII\0\0\0"), utf8(one));
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
