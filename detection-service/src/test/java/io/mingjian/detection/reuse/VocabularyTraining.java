package io.mingjian.detection.reuse;

import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes the vocabulary: {@code benchmarks/run reuse-vocabulary FILE}. Takes the pictures of the
 * sample folder whose split is {@code train} and whose licence is stated and lets the examples be
 * shipped (MIT, Apache-2.0, CC BY, ISC). Seeded: the same pictures give the same file.
 */
public final class VocabularyTraining {
    private static final int ROUNDS = 25;
    private static final int MOST_HALVES = 60_000;

    private VocabularyTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path images = SampleFiles.folder("images").orElseThrow();
        List<byte[]> descriptions = descriptions(images);
        Random random = new Random(8);
        Collections.shuffle(descriptions, random);
        byte[][] examples = new byte[2][];
        byte[][] middles = new byte[2][];
        for (int half = 0; half < 2; half++) {
            List<int[]> halves = halves(descriptions, half);
            examples[half] = examples(halves, random);
            middles[half] = middles(halves, examples[half]);
        }
        Files.write(Path.of(arguments[0]), new Vocabulary(examples, middles).bytes());
    }

    private static boolean maybeShipped(List<String> row) {
        String licence = row.get(5);
        return row.get(6).equals("train")
                && licence.matches(".*(MIT|Apache-2\\.0|CC BY|ISC).*")
                && !row.get(0).startsWith("edited");
    }

    private static List<byte[]> descriptions(Path images) {
        List<byte[]> all = new ArrayList<>();
        int pictures = 0;
        for (List<String> row : SampleFiles.table(images.resolve("manifest.csv"))) {
            if (maybeShipped(row)
                    && EvidencePicture.open(SampleFiles.bytes(images.resolve(row.get(0))))
                            instanceof Intake.Accepted accepted
                    && accepted.picture().pixels() instanceof Decoding.Decoded decoded) {
                KeyPoints points = PointFinder.find(Plane.shrunk(decoded.pixels(), 480));
                for (int i = 0; i < points.count(); i++) {
                    int at = i * KeyPoints.LENGTH;
                    all.add(Arrays.copyOfRange(points.descriptions(), at, at + KeyPoints.LENGTH));
                }
                pictures++;
            }
        }
        System.out.printf("%d pictures, %d descriptions%n", pictures, all.size());
        return all;
    }

    private static List<int[]> halves(List<byte[]> descriptions, int half) {
        return descriptions.stream()
                .limit(MOST_HALVES)
                .map(
                        description -> {
                            int[] values = new int[Vocabulary.HALF];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = description[half * Vocabulary.HALF + i] & 0xFF;
                            }
                            return values;
                        })
                .toList();
    }

    /** Lloyd's rounds; an example that nothing goes to starts again at a drawn place. */
    private static byte[] examples(List<int[]> halves, Random random) {
        double[][] centres = new double[Vocabulary.EXAMPLES][];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = Arrays.stream(halves.get(i)).asDoubleStream().toArray();
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[centres.length][Vocabulary.HALF];
            int[] counts = new int[centres.length];
            for (int[] half : halves) {
                int nearest = nearest(half, centres);
                counts[nearest]++;
                for (int i = 0; i < half.length; i++) {
                    sums[nearest][i] += half[i];
                }
            }
            for (int k = 0; k < centres.length; k++) {
                int[] drawn = halves.get(random.nextInt(halves.size()));
                for (int i = 0; i < Vocabulary.HALF; i++) {
                    centres[k][i] = counts[k] == 0 ? drawn[i] : sums[k][i] / counts[k];
                }
            }
        }
        byte[] bytes = new byte[Vocabulary.EXAMPLES * Vocabulary.HALF];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(centres[i / Vocabulary.HALF][i % Vocabulary.HALF]);
        }
        return bytes;
    }

    private static int nearest(int[] half, double[][] centres) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int k = 0; k < centres.length; k++) {
            double distance = 0;
            double[] centre = centres[k];
            for (int i = 0; i < half.length; i++) {
                double step = half[i] - centre[i];
                distance += step * step;
            }
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    private static byte[] middles(List<int[]> halves, byte[] examples) {
        double[][] centres = new double[Vocabulary.EXAMPLES][Vocabulary.HALF];
        for (int i = 0; i < examples.length; i++) {
            centres[i / Vocabulary.HALF][i % Vocabulary.HALF] = examples[i] & 0xFF;
        }
        List<List<int[]>> members = new ArrayList<>();
        for (int k = 0; k < Vocabulary.EXAMPLES; k++) {
            members.add(new ArrayList<>());
        }
        halves.forEach(half -> members.get(nearest(half, centres)).add(half));
        byte[] middles = new byte[Vocabulary.EXAMPLES * Vocabulary.SIGNS];
        for (int k = 0; k < Vocabulary.EXAMPLES; k++) {
            for (int i = 0; i < Vocabulary.SIGNS; i++) {
                int place = i;
                int[] pairs =
                        members.get(k).stream()
                                .mapToInt(half -> half[2 * place] + half[2 * place + 1] >> 1)
                                .sorted()
                                .toArray();
                middles[k * Vocabulary.SIGNS + i] =
                        (byte) (pairs.length == 0 ? 0 : pairs[pairs.length / 2]);
            }
        }
        return middles;
    }
}
