package io.mingjian.detection.evaluation;

import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.media.Shrunk;
import java.util.Optional;

/** Numbers that hold no trace of generation at all: whoever is beaten by them has shown nothing. */
final class Probes {
    private static final int THUMBNAIL = 112;
    private static final int FIELDS = 8;
    private static final int SHADES = 4;

    private Probes() {}

    /**
     * Content only: a thumbnail of 112 pixels, blurred, as means and spreads of 8 by 8 fields and a
     * histogram of 64 colours.
     */
    static double[] content(Pixels pixels) {
        Shrunk small = Shrunk.of(pixels, THUMBNAIL);
        float[][][] blurred = blurred(small);
        double[] features = new double[FIELDS * FIELDS * 6 + SHADES * SHADES * SHADES];
        int[] counts = new int[FIELDS * FIELDS];
        int histogram = FIELDS * FIELDS * 6;
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                int field = y * FIELDS / small.height() * FIELDS + x * FIELDS / small.width();
                counts[field]++;
                int colour = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double value = blurred[channel][y][x] / 255.0;
                    features[field * 6 + channel] += value;
                    features[field * 6 + 3 + channel] += value * value;
                    colour = colour * SHADES + (int) Math.min(SHADES - 1, value * SHADES);
                }
                features[histogram + colour]++;
            }
        }
        for (int field = 0; field < counts.length; field++) {
            for (int channel = 0; channel < 3; channel++) {
                double mean = features[field * 6 + channel] / Math.max(1, counts[field]);
                double square = features[field * 6 + 3 + channel] / Math.max(1, counts[field]);
                features[field * 6 + channel] = mean;
                features[field * 6 + 3 + channel] = Math.sqrt(Math.max(0, square - mean * mean));
            }
        }
        double area = (double) small.width() * small.height();
        for (int i = histogram; i < features.length; i++) {
            features[i] = Math.sqrt(features[i] / area);
        }
        return features;
    }

    /** Means of five by five neighbours, twice: what a trace would need is gone. */
    private static float[][][] blurred(Shrunk small) {
        float[][][] planes = new float[3][small.height()][small.width()];
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < small.height(); y++) {
                for (int x = 0; x < small.width(); x++) {
                    planes[channel][y][x] = small.channel(x, y, channel);
                }
            }
            planes[channel] = meaned(meaned(planes[channel]));
        }
        return planes;
    }

    private static float[][] meaned(float[][] plane) {
        int height = plane.length;
        int width = plane[0].length;
        float[][] out = new float[height][width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                int count = 0;
                for (int v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
                    for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
                        sum += plane[v][u];
                        count++;
                    }
                }
                out[y][x] = sum / count;
            }
        }
        return out;
    }

    /** The shape of the file as it lies: no pixel is looked at. */
    static double[] fileShape(EvidencePicture picture) {
        int width = picture.width();
        int height = picture.height();
        Optional<?> exif = picture.exif();
        return new double[] {
            Math.log(width),
            Math.log(height),
            (double) Math.min(width, height) / Math.max(width, height),
            width == height ? 1 : 0,
            width % 64 == 0 && height % 64 == 0 ? 1 : 0,
            picture.kind() == MediaKind.JPEG ? 1 : 0,
            picture.kind() == MediaKind.PNG ? 1 : 0,
            exif.isPresent() ? 1 : 0,
            Math.log(picture.file().length() * 8.0 / ((double) width * height))
        };
    }
}
