package io.mingjian.detection.film;

import io.mingjian.detection.media.Pixels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Films of one picture as different cameras and programs would make them: a model of a hand, of a
 * stand and of a sensor, and therefore no proof of how real films behave.
 */
public final class Footage {
    private static final int NOISE = 1 << 16;

    private final Pixels picture;
    private final int width;
    private final int height;
    private final Random random;
    private final double[] grain = new double[NOISE];

    public Footage(Pixels picture, int width, int height, long seed) {
        this.picture = picture;
        this.width = width;
        this.height = height;
        this.random = new Random(seed);
        for (int i = 0; i < NOISE; i++) {
            grain[i] = random.nextGaussian();
        }
    }

    /** Where the camera looks: middle of the view as shares of the picture, and its size. */
    private record View(double x, double y, double zoom, double light) {}

    /** A hand: sways slowly, trembles a little, and the exposure follows. */
    List<byte[]> handheld(int pictures, double rate, double noise) {
        return handheld(pictures, rate, noise, 0.55, 0.75);
    }

    /**
     * The same, as near as told.
     *
     * @param nearest least part of the picture in view
     * @param farthest largest part
     */
    public List<byte[]> handheld(
            int pictures, double rate, double noise, double nearest, double farthest) {
        double[] phases = random.doubles(8, 0, 2 * Math.PI).toArray();
        double sway = 0.02 + 0.05 * random.nextDouble();
        double tremor = 0.001 + 0.003 * random.nextDouble();
        double zoom = nearest + (farthest - nearest) * random.nextDouble();
        List<byte[]> film = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            double t = i / rate;
            double x = sway * Math.sin(1.3 * t + phases[0]) + tremor * Math.sin(38 * t + phases[1]);
            double y = sway * Math.sin(0.9 * t + phases[2]) + tremor * Math.sin(47 * t + phases[3]);
            double light = 1 + 0.01 * Math.sin(2.1 * t + phases[4]);
            double nearer = zoom * (1 + 0.03 * Math.sin(0.7 * t + phases[5]));
            film.add(shot(new View(0.5 + x, 0.5 + y, nearer, light), noise));
        }
        return film;
    }

    /** A stand, before something that does not move. */
    List<byte[]> onStand(int pictures, double noise) {
        View view = new View(0.5, 0.5, 0.7, 1);
        List<byte[]> film = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            film.add(shot(view, noise));
        }
        return film;
    }

    /** One picture over and over, as a program makes a film of it. */
    List<byte[]> still(int pictures) {
        byte[] one = shot(new View(0.5, 0.5, 0.7, 1), 0);
        List<byte[]> film = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            film.add(one);
        }
        return film;
    }

    private byte[] shot(View view, double noise) {
        byte[] rgb = new byte[3 * width * height];
        double side =
                Math.min(picture.width() / (double) width, picture.height() / (double) height);
        double scale = side * view.zoom();
        double left = view.x() * picture.width() - scale * width / 2;
        double top = view.y() * picture.height() - scale * height / 2;
        int at = random.nextInt(NOISE);
        for (int y = 0; y < height; y++) {
            double py = clamp(top + scale * y, picture.height() - 2.0);
            for (int x = 0; x < width; x++) {
                double px = clamp(left + scale * x, picture.width() - 2.0);
                at = at + 3 & NOISE - 1;
                pixel(px, py, view.light(), rgb, 3 * (y * width + x));
                for (int c = 0; noise > 0 && c < 3; c++) {
                    int place = 3 * (y * width + x) + c;
                    double value = (rgb[place] & 0xFF) + noise * grain[at + c & NOISE - 1] + 0.5;
                    rgb[place] = (byte) clamp(value, 255);
                }
            }
        }
        return rgb;
    }

    /** The colour between four pixels. */
    private void pixel(double x, double y, double light, byte[] rgb, int place) {
        int column = (int) x;
        int row = (int) y;
        double h = x - column;
        double v = y - row;
        int upperLeft = picture.rgb(column, row);
        int upperRight = picture.rgb(column + 1, row);
        int lowerLeft = picture.rgb(column, row + 1);
        int lowerRight = picture.rgb(column + 1, row + 1);
        for (int c = 0; c < 3; c++) {
            int shift = 16 - 8 * c;
            double upper = (upperLeft >> shift & 0xFF) * (1 - h) + (upperRight >> shift & 0xFF) * h;
            double lower = (lowerLeft >> shift & 0xFF) * (1 - h) + (lowerRight >> shift & 0xFF) * h;
            double value = (upper * (1 - v) + lower * v) * light + 0.5;
            rgb[place + c] = (byte) clamp(value, 255);
        }
    }

    private static double clamp(double value, double most) {
        return Math.max(0, Math.min(most, value));
    }

    /** The same once more, and once more. */
    static List<byte[]> looped(List<byte[]> film, int times) {
        List<byte[]> looped = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            looped.addAll(film);
        }
        return looped;
    }

    /** Stops at one picture for a while. */
    static List<byte[]> frozen(List<byte[]> film, int from, int pictures) {
        List<byte[]> frozen = new ArrayList<>(film.subList(0, from));
        for (int i = 0; i < pictures; i++) {
            frozen.add(film.get(from));
        }
        frozen.addAll(film.subList(from, film.size()));
        return frozen;
    }

    /** Every picture twice, as from half the rate. */
    static List<byte[]> doubled(List<byte[]> film) {
        List<byte[]> doubled = new ArrayList<>();
        film.forEach(
                picture -> {
                    doubled.add(picture);
                    doubled.add(picture);
                });
        return doubled;
    }
}
