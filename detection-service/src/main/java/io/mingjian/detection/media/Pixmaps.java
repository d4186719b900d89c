package io.mingjian.detection.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures one after the other in the portable pixmap format (P6): a head of text that tells width
 * and height, then three bytes for each pixel. Nothing is allocated before the head has been
 * compared with the limits, and of large pictures only what is kept.
 *
 * @param most pictures
 * @param pixels most of one picture
 * @param step every so many rows and columns are kept
 */
record Pixmaps(int most, long pixels, int step) implements Child.Output<List<Pixels>> {
    private static final int LONGEST_NUMBER = 6;

    @Override
    public List<Pixels> read(InputStream out) throws IOException {
        InputStream in = new BufferedInputStream(out, 1 << 16);
        List<Pixels> pictures = new ArrayList<>();
        for (int first = in.read(); first >= 0; first = in.read()) {
            if (first != 'P' || pictures.size() == most) {
                throw new Child.Garbage("no pixmap where one is due");
            }
            pictures.add(picture(in));
        }
        return pictures;
    }

    private Pixels picture(InputStream in) throws IOException {
        if (in.read() != '6' || in.read() != '\n') {
            throw new Child.Garbage("another format");
        }
        int width = number(in, ' ');
        int height = number(in, '\n');
        boolean fits = width > 0 && height > 0 && (long) width * height <= pixels;
        if (!fits || number(in, '\n') != 255) {
            throw new Child.Garbage("a head that was not asked for");
        }
        int keptWidth = (width + step - 1) / step;
        int keptHeight = (height + step - 1) / step;
        int[] rgb = new int[keptWidth * keptHeight];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            if (in.readNBytes(row, 0, row.length) < row.length) {
                throw new EOFException();
            }
            if (y % step == 0) {
                keep(row, rgb, y / step * keptWidth, keptWidth);
            }
        }
        return new Pixels(keptWidth, keptHeight, step, rgb);
    }

    private void keep(byte[] row, int[] rgb, int at, int count) {
        for (int x = 0; x < count; x++) {
            int from = 3 * step * x;
            rgb[at + x] =
                    (row[from] & 0xFF) << 16 | (row[from + 1] & 0xFF) << 8 | row[from + 2] & 0xFF;
        }
    }

    private static int number(InputStream in, char end) throws IOException {
        int value = 0;
        int digits = 0;
        int next = in.read();
        while (next >= '0' && next <= '9' && digits < LONGEST_NUMBER) {
            value = 10 * value + next - '0';
            digits++;
            next = in.read();
        }
        if (next < 0) {
            throw new EOFException();
        }
        if (next != end || digits == 0) {
            throw new Child.Garbage("no number where one is due");
        }
        return value;
    }
}
