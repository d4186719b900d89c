package io.mingjian.detection.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.SampleFiles;
import io.mingjian.detection.quantisation.QuantisationTables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sample file, cut and changed at random: an answer within bounds, never an exception. */
class SampleFuzzTest {
    private static final int ROUNDS = 12;
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final List<LabelReader> READERS =
            List.of(
                    new ImplicitLabel(),
                    new LabelTampering(),
                    new SourceType(),
                    new GeneratorTraces(),
                    new FileHistory(),
                    new QuantisationTables());

    @TestFactory
    Stream<DynamicTest> everySampleIsAnsweredWhateverHappensToIt() {
        Optional<Path> folder = SampleFiles.folder("labels");
        if (folder.isEmpty()) {
            return Stream.empty();
        }
        long seed = Long.getLong("mingjian.seed", 20260415L);
        System.out.println("sample fuzz seed " + seed + " (-Dmingjian.seed=" + seed + ")");
        return SampleFiles.table(folder.get().resolve("manifest.csv")).stream()
                .map(row -> row.get(0))
                .filter(name -> !name.startsWith("trust/"))
                .map(name -> DynamicTest.dynamicTest(name, () -> fuzz(folder.get(), name, seed)));
    }

    private static void fuzz(Path folder, String name, long seed) {
        byte[] whole = SampleFiles.bytes(folder.resolve(name));
        Random random = new Random(seed ^ name.hashCode());
        for (int round = 0; round <= ROUNDS; round++) {
            byte[] file = round == 0 ? whole : changed(whole, random);
            long from = System.nanoTime();
            Optional<MediaFile> opened = MediaFile.open(ByteView.of(file));
            opened.ifPresent(media -> READERS.forEach(r -> assertThat(r.read(media)).isNotEmpty()));
            Duration spent = Duration.ofNanos(System.nanoTime() - from);
            assertThat(spent).as("round %d of seed %d", round, seed).isLessThan(MOST);
            if (round == 0) {
                assertThat(opened.map(SampleFuzzTest::all))
                        .isEqualTo(MediaFile.open(ByteView.of(file)).map(SampleFuzzTest::all));
            }
        }
    }

    private static List<Finding> all(MediaFile file) {
        return READERS.stream().flatMap(reader -> reader.read(file).stream()).toList();
    }

    /** Changes fall where structure is: at both ends more often than in the middle. */
    private static byte[] changed(byte[] original, Random random) {
        int length = random.nextInt(3) == 0 ? 1 + random.nextInt(original.length) : original.length;
        byte[] file = Arrays.copyOf(original, length);
        for (int i = random.nextInt(8); i >= 0; i--) {
            int near = 1 + random.nextInt(Math.min(length, 4_096));
            int at =
                    switch (random.nextInt(3)) {
                        case 0 -> near - 1;
                        case 1 -> length - near;
                        default -> random.nextInt(length);
                    };
            file[at] = (byte) (random.nextBoolean() ? -1 : random.nextInt(256));
        }
        return file;
    }
}
