package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.Intake;
import io.mingjian.detection.media.Pixels;
import io.mingjian.detection.thumbnail.Preview.Coding;

/** Turns the bytes of a preview into pixels, within limits that hold before anything is decoded. */
final class PreviewPixels {
    /** The one kind of picture file that these places hold; no other is handed to a decoder. */
    private static final String JPEG = "\u00ff\u00d8\u00ff";

    private final ByteView file;
    private final Preview preview;

    /** What came of it. */
    sealed interface Result {
        record Read(Pixels pixels) implements Result {}

        /** With a code such as {@code LIMIT}, {@code DAMAGED} or {@code UNSUPPORTED}. */
        record Unread(String code) implements Result {}
    }

    private PreviewPixels(ByteView file, Preview preview) {
        this.file = file;
        this.preview = preview;
    }

    static Result of(ByteView file, Preview preview) {
        if (preview.length() > Previews.BYTES) {
            return new Result.Unread("LIMIT");
        }
        if (!preview.liesIn(file)) {
            return new Result.Unread("DAMAGED");
        }
        return new PreviewPixels(file, preview).read();
    }

    private Result read() {
        Coding coding = preview.coding();
        if (coding instanceof Coding.File picture) {
            return decoded(picture.swapsRedAndBlue());
        }
        if (coding instanceof Coding.Rgb rgb) {
            long bytes = 3L * rgb.width() * rgb.height();
            return raw(rgb.width(), rgb.height(), bytes, this::rgb);
        }
        if (coding instanceof Coding.Palette palette) {
            long pixels = (long) palette.width() * palette.height();
            return raw(palette.width(), palette.height(), 768 + pixels, this::coloured);
        }
        return coding instanceof Coding.YCbCr cells
                ? cells(cells)
                : new Result.Unread("UNSUPPORTED");
    }

    /** A preview that breaks off shows less than was there and cannot be compared. */
    private Result decoded(boolean swapsRedAndBlue) {
        if (!file.has(preview.offset(), JPEG)) {
            return new Result.Unread("DAMAGED");
        }
        byte[] bytes = file.copy(preview.offset(), preview.length());
        if (!(EvidencePicture.open(bytes) instanceof Intake.Accepted accepted)) {
            return new Result.Unread("DAMAGED");
        }
        EvidencePicture picture = accepted.picture();
        if ((long) picture.width() * picture.height() > Previews.PIXELS) {
            return new Result.Unread("LIMIT");
        }
        if (!(picture.pixels() instanceof Decoding.Decoded decoded) || decoded.partial()) {
            return new Result.Unread("DAMAGED");
        }
        Pixels pixels = decoded.pixels();
        return new Result.Read(swapsRedAndBlue ? swapped(pixels) : pixels);
    }

    private static Pixels swapped(Pixels pixels) {
        int width = pixels.width();
        int[] rgb = new int[width * pixels.height()];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % width;
            int y = i / width;
            rgb[i] = pixels.blue(x, y) << 16 | pixels.green(x, y) << 8 | pixels.red(x, y);
        }
        return Pixels.of(width, pixels.height(), rgb);
    }

    /** Colour of the n-th pixel, row by row. */
    private interface Colour {
        int at(int n);
    }

    private Result raw(int width, int height, long bytes, Colour colour) {
        long pixels = (long) width * height;
        if (pixels > Previews.PIXELS) {
            return new Result.Unread("LIMIT");
        }
        if (pixels == 0 || bytes > preview.length()) {
            return new Result.Unread("DAMAGED");
        }
        int[] rgb = new int[(int) pixels];
        for (int n = 0; n < rgb.length; n++) {
            rgb[n] = colour.at(n);
        }
        return new Result.Read(Pixels.of(width, height, rgb));
    }

    private int rgb(int n) {
        return u24(preview.offset() + 3 * n);
    }

    private int coloured(int n) {
        return u24(preview.offset() + 3 * file.u8(preview.offset() + 768 + n));
    }

    private int u24(int at) {
        return file.u16(at) << 8 | file.u8(at + 2);
    }

    /** Cells lie row by row: brightness of their pixels, then blue and red difference. */
    private Result cells(Coding.YCbCr stored) {
        int across = stored.across();
        int down = stored.down();
        if (across < 1 || across > 2 || down < 1 || down > 2) {
            return new Result.Unread("UNSUPPORTED");
        }
        int columns = (stored.width() + across - 1) / across;
        int rows = (stored.height() + down - 1) / down;
        int cell = across * down + 2;
        return raw(
                stored.width(),
                stored.height(),
                (long) columns * rows * cell,
                n -> {
                    int x = n % stored.width();
                    int y = n / stored.width();
                    int at = preview.offset() + (y / down * columns + x / across) * cell;
                    int luma = file.u8(at + y % down * across + x % across);
                    return rgb(luma, file.u8(at + cell - 2) - 128, file.u8(at + cell - 1) - 128);
                });
    }

    private static int rgb(int luma, int blue, int red) {
        return shade(luma + 1.402 * red) << 16
                | shade(luma - 0.344136 * blue - 0.714136 * red) << 8
                | shade(luma + 1.772 * blue);
    }

    private static int shade(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
