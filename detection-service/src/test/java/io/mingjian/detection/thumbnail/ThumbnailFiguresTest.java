package io.mingjian.detection.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.Share;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.FileSmith;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.PictureDrawer;
import io.mingjian.detection.media.SampleFiles;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How thumbnails of public files compare with their pictures as they are, and after edits that
 * leave the thumbnail behind. With {@code -Dmingjian.thumbnail.stride=1} it prints what {@code
 * docs/provenance.md} quotes; the seed is fixed, so that the figures are the same tomorrow.
 */
class ThumbnailFiguresTest {
    private static final long SEED = 20_261_129;

    /** Every how many-th picture is edited; 1 for the figures of the document. */
    private static final int STRIDE = Integer.getInteger("mingjian.thumbnail.stride", 12);

    /** Holds no pixels: a hundred decoded photographs do not fit into memory. */
    private record Sample(Path path, List<Finding> findings) {
        EvidencePicture picture() {
            return ((Intake.Accepted) EvidencePicture.open(SampleFiles.bytes(path))).picture();
        }
    }

    private interface Edit {
        BufferedImage of(BufferedImage image, BufferedImage other, Random random);
    }

    @Test
    void asPublishedAndAfterEdits() {
        List<Sample> samples =
                Stream.of("images", "labels")
                        .flatMap(name -> SampleFiles.folder(name).stream())
                        .flatMap(folder -> SampleFiles.pictures(folder).stream())
                        .flatMap(path -> sample(path).stream())
                        .toList();
        if (samples.isEmpty()) {
            return;
        }
        asPublished(samples);
        List<Sample> fitting = samples.stream().filter(ThumbnailFiguresTest::fits).toList();
        edited(
                IntStream.iterate(0, i -> i < fitting.size(), i -> i + STRIDE)
                        .mapToObj(fitting::get)
                        .toList());
    }

    private static Optional<Sample> sample(Path path) {
        if (!(EvidencePicture.open(SampleFiles.bytes(path)) instanceof Intake.Accepted accepted)
                || Previews.of(accepted.picture().mediaFile()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sample(path, new EmbeddedThumbnail().analyze(accepted.picture())));
    }

    private static void asPublished(List<Sample> samples) {
        Map<String, Integer> outcomes = new TreeMap<>();
        int compared = 0;
        int differing = 0;
        for (Sample sample : samples) {
            for (Finding finding : sample.findings()) {
                String outcome = outcome(finding);
                outcomes.merge(outcome, 1, Integer::sum);
                compared += finding instanceof Found ? 1 : 0;
                differing += outcome.equals("THUMBNAIL_DIFFERS") ? 1 : 0;
                if (!outcome.equals("THUMBNAIL_FITS")) {
                    System.out.printf("    %s %s%n", sample.path().getFileName(), finding);
                }
            }
        }
        System.out.printf(
                "thumbnails of %d public files: %s%n  differ as published: %s%n",
                samples.size(), outcomes, new Share(differing, compared));
        spread(samples);
        assertThat(differing).isLessThanOrEqualTo(compared / 50);
    }

    /** How far files as published lie from the thresholds. */
    private static void spread(List<Sample> samples) {
        for (String fact :
                List.of("likeness", "agreement", "colourShift", "saturation", "contrast")) {
            DoubleSummaryStatistics values =
                    samples.stream()
                            .flatMap(sample -> sample.findings().stream())
                            .filter(Found.class::isInstance)
                            .mapToDouble(f -> (double) ((Found) f).facts().get(fact))
                            .summaryStatistics();
            System.out.printf("  %s: %.3f to %.3f%n", fact, values.getMin(), values.getMax());
        }
    }

    private static String outcome(Finding finding) {
        return finding instanceof CouldNotRead unread ? unread.code() : ((Found) finding).code();
    }

    private static boolean fits(Sample sample) {
        return sample.picture().kind() == MediaKind.JPEG
                && sample.findings().get(0) instanceof Found found
                && found.code().equals("THUMBNAIL_FITS")
                && "EXIF_IFD1".equals(found.facts().get("place"));
    }

    private static void edited(List<Sample> samples) {
        Map<String, Edit> edits = new LinkedHashMap<>();
        edits.put("only saved anew", (image, other, random) -> image);
        edits.put(
                "half the size",
                (image, other, random) ->
                        Edits.scaled(image, image.getWidth() / 2, image.getHeight() / 2));
        edits.put(
                "cut to 90 % of each side",
                (image, other, random) -> Edits.cropped(image, 0.9, random));
        edits.put(
                "cut to 80 % of each side",
                (image, other, random) -> Edits.cropped(image, 0.8, random));
        edits.put(
                "cut to 60 % of each side",
                (image, other, random) -> Edits.cropped(image, 0.6, random));
        edits.put(
                "other content in 3 % of the area",
                (image, other, random) -> Edits.spliced(image, other, 0.03, random));
        edits.put(
                "other content in 5 % of the area",
                (image, other, random) -> Edits.spliced(image, other, 0.05, random));
        edits.put(
                "other content in 10 % of the area",
                (image, other, random) -> Edits.spliced(image, other, 0.1, random));
        edits.put(
                "other content in 20 % of the area",
                (image, other, random) -> Edits.spliced(image, other, 0.2, random));
        edits.put("other colours", (image, other, random) -> Edits.coloured(image));
        edits.put(
                "another picture",
                (image, other, random) -> Edits.scaled(other, image.getWidth(), image.getHeight()));
        Map<String, Share> hits = hits(samples, edits);
        assertThat(hits.get("only saved anew").part()).isZero();
        assertThat(hits.get("cut to 80 % of each side").value()).isGreaterThan(0.9);
        assertThat(hits.get("other content in 10 % of the area").value()).isGreaterThan(0.8);
        assertThat(hits.get("another picture").value()).isGreaterThan(0.95);
    }

    private static final class Tally {
        private final Random random = new Random(SEED);
        private final Map<String, Integer> relations = new LinkedHashMap<>();
        private int hits;

        void count(Found found) {
            relations.merge((String) found.facts().get("relation"), 1, Integer::sum);
            hits += found.code().equals("THUMBNAIL_DIFFERS") ? 1 : 0;
        }
    }

    private static Map<String, Share> hits(List<Sample> samples, Map<String, Edit> edits) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        edits.keySet().forEach(name -> tallies.put(name, new Tally()));
        for (int i = 0; i < samples.size(); i++) {
            BufferedImage image = image(samples.get(i));
            BufferedImage other = image(samples.get((i + 7) % samples.size()));
            for (Map.Entry<String, Tally> tally : tallies.entrySet()) {
                BufferedImage edited =
                        edits.get(tally.getKey()).of(image, other, tally.getValue().random);
                byte[] file = withExifOf(samples.get(i), PictureDrawer.jpeg(edited, 0.9));
                EvidencePicture picture = ((Intake.Accepted) EvidencePicture.open(file)).picture();
                tally.getValue().count((Found) new EmbeddedThumbnail().analyze(picture).get(0));
            }
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        tallies.forEach(
                (name, tally) -> {
                    shares.put(name, new Share(tally.hits, samples.size()));
                    System.out.printf(
                            "%s: differs %s %s%n", name, shares.get(name), tally.relations);
                });
        return shares;
    }

    /** Pixels as stored, so that the thumbnail's turn stays right. */
    private static BufferedImage image(Sample sample) {
        return Edits.copy(PictureDrawer.read(SampleFiles.bytes(sample.path())));
    }

    private static byte[] withExifOf(Sample sample, byte[] jpeg) {
        EvidencePicture picture = sample.picture();
        ByteView file = picture.file();
        Block exif =
                picture.container()
                        .blocks("APP1")
                        .filter(block -> file.has(block.dataOffset(), "Exif\0"))
                        .findFirst()
                        .orElseThrow();
        return FileSmith.withSegment(jpeg, 0xE1, file.copy(exif.dataOffset(), exif.dataLength()));
    }
}
