package io.mingjian.detection.visiblelabel;

import ai.onnxruntime.OrtException;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of text at the edges of a picture. The networks are opened at the first picture
 * and shared; two pictures are read at a time, so that their memory has a bound. Closing gives it
 * back; the next picture opens them again.
 */
final class TextReader implements AutoCloseable {
    private static final String DETECTOR = "/models/ch_PP-OCRv4_det_infer.onnx";
    private static final String READER = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String CHARACTERS = "/models/ppocr_keys_v1.txt";

    /** The networks were taught pictures with blue first, and these means in that order. */
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

    private static final float[] SPREAD = {0.229f, 0.224f, 0.225f};

    /** Whoever asks does the work: what else is looked at beside it has the other processors. */
    private static final int THREADS = 1;

    private static final int PICTURES_AT_ONCE = 2;

    private static final int LINE_HEIGHT = 48;
    private static final int LEAST_LINE_WIDTH = 320;
    private static final double MOST_LENGTH = 25;
    private static final double LEAST_LENGTH = 0.8;
    private static final int MOST_LINES = 16;
    private static final double SAME_LINE = 0.5;

    private final Semaphore free = new Semaphore(PICTURES_AT_ONCE, true);
    private @Nullable Network detector;
    private @Nullable Network reader;
    private @Nullable Characters characters;

    /** Lines nearest to the upper and lower edge first. */
    List<Line> read(Pixels pixels) throws OrtException {
        free.acquireUninterruptibly();
        try {
            List<Line> lines = new ArrayList<>();
            for (Box box : boxes(pixels)) {
                lines.add(line(pixels, box));
            }
            return lines;
        } finally {
            free.release();
        }
    }

    private List<Box> boxes(Pixels pixels) throws OrtException {
        List<Box> boxes = new ArrayList<>();
        for (Window window : Window.of(pixels.width(), pixels.height())) {
            for (Box box : boxes(pixels, window)) {
                if (boxes.stream().noneMatch(known -> known.sharedWith(box) > SAME_LINE)) {
                    boxes.add(box);
                }
            }
        }
        return boxes.stream()
                .filter(box -> box.width() >= box.height() * LEAST_LENGTH)
                .filter(box -> box.width() <= box.height() * MOST_LENGTH)
                .sorted(Comparator.comparingDouble(box -> fromEdge(box, pixels.height())))
                .limit(MOST_LINES)
                .toList();
    }

    private static double fromEdge(Box box, int height) {
        return Math.min(box.top(), height - box.bottom());
    }

    private List<Box> boxes(Pixels pixels, Window window) throws OrtException {
        Patch patch = Patch.of(pixels, window.part(), window.width(), window.height());
        float[] values = new float[Patch.CHANNELS * window.width() * window.height()];
        fill(values, patch, window.width(), MEAN, SPREAD);
        float[] map = detector().ask(values, 1, Patch.CHANNELS, window.height(), window.width());
        return TextBoxes.of(map, window.width(), window.height()).stream()
                .map(window::inPicture)
                .filter(window::keeps)
                .toList();
    }

    private Line line(Pixels pixels, Box box) throws OrtException {
        int width = (int) Math.ceil(LINE_HEIGHT * box.width() / box.height());
        int padded = Math.max(LEAST_LINE_WIDTH, width);
        Patch patch = Patch.of(pixels, box, width, LINE_HEIGHT);
        float[] values = new float[Patch.CHANNELS * LINE_HEIGHT * padded];
        float[] half = {0.5f, 0.5f, 0.5f};
        fill(values, patch, padded, half, half);
        float[] steps = reader().ask(values, 1, Patch.CHANNELS, LINE_HEIGHT, padded);
        return characters().line(steps, box);
    }

    /** Plane by plane, blue first; what lies right of the patch stays zero. */
    private static void fill(float[] values, Patch patch, int width, float[] mean, float[] spread) {
        for (int plane = 0; plane < Patch.CHANNELS; plane++) {
            int channel = Patch.CHANNELS - 1 - plane;
            for (int y = 0; y < patch.height(); y++) {
                int row = (plane * patch.height() + y) * width;
                for (int x = 0; x < patch.width(); x++) {
                    values[row + x] =
                            (patch.channel(x, y, channel) / 255 - mean[plane]) / spread[plane];
                }
            }
        }
    }

    private synchronized Network detector() throws OrtException {
        if (detector == null) {
            detector = Network.open(DETECTOR, THREADS);
        }
        return detector;
    }

    private synchronized Network reader() throws OrtException {
        if (reader == null) {
            reader = Network.open(READER, THREADS);
        }
        return reader;
    }

    private synchronized Characters characters() {
        if (characters == null) {
            characters = Characters.load(CHARACTERS);
        }
        return characters;
    }

    /** Waits for the pictures that are being read. */
    @Override
    public void close() {
        free.acquireUninterruptibly(PICTURES_AT_ONCE);
        try {
            closeNetworks();
        } finally {
            free.release(PICTURES_AT_ONCE);
        }
    }

    private synchronized void closeNetworks() {
        if (detector != null) {
            detector.close();
            detector = null;
        }
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
