package io.mingjian.detection.media;

import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A PNG file around samples of eight bits.
 *
 * @param colours 1 for grey, 3 for red, green and blue
 */
record PlainPng(int width, int height, int colours) {

    /** Rows that are filtered and deflated already as PNG has them. */
    Unpacked ofDeflated(byte[] rows, Budget budget) {
        return Inflated.stored(around(rows), budget);
    }

    /** Bare rows, deflated or not. */
    Unpacked ofSamples(byte[] stored, boolean deflated, Budget budget) {
        Unpacked samples =
                deflated
                        ? Inflated.zlib(stored, budget, MediaLimits.SAMPLE_BYTES)
                        : Inflated.stored(stored, budget);
        if (!(samples instanceof Unpacked.Whole whole)) {
            return samples;
        }
        return whole.bytes().length < (long) width * height * colours
                ? Part.DAMAGED
                : new Unpacked.Whole(around(deflated(whole.bytes())));
    }

    /** Each row begins with the number of its filter: none. */
    private byte[] deflated(byte[] samples) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast)) {
            for (int y = 0; y < height; y++) {
                out.write(0);
                out.write(samples, y * width * colours, width * colours);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }

    private byte[] around(byte[] rows) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(rows.length + 64);
        png.writeBytes(ContainerWalk.PNG_SIGNATURE.getBytes(StandardCharsets.ISO_8859_1));
        byte colourType = (byte) (colours == 1 ? 0 : 2);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, colourType, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", rows);
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
