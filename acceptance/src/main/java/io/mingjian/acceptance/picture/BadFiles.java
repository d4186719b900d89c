package io.mingjian.acceptance.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that no door may take. */
public final class BadFiles {
    private BadFiles() {}

    /**
     * A few dozen bytes that claim 60,000 × 60,000 pixels: 3.6 thousand million, 14 GB once
     * decoded.
     */
    public static Picture bomb() {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(60_000)
                        .putInt(60_000)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        byte[] file =
                joined(
                        PngChunks.SIGNATURE,
                        PngChunks.chunk("IHDR", header),
                        PngChunks.chunk("IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1}),
                        PngChunks.chunk("IEND", new byte[0]));
        return new Picture("声称六万乘六万像素的小文件", file, "image/png");
    }

    /** A JPEG that ends before its frame header says how large it is. */
    public static Picture broken(long seed) {
        return new Picture("残缺的文件", Arrays.copyOf(Pictures.small(seed).bytes(), 40), "image/jpeg");
    }

    /** A text with a picture's name. */
    public static Picture text() {
        return new Picture(
                "文本",
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                "image/jpeg");
    }

    public static Picture empty() {
        return new Picture("空文件", new byte[0], "image/jpeg");
    }

    /** A sound picture that is padded over the limit. */
    public static Picture tooLarge(long seed, int size) {
        return new Picture(
                "过大的文件", Arrays.copyOf(Pictures.small(seed).bytes(), size), "image/jpeg");
    }

    /** The head of a film and nothing behind it but zeros. */
    public static Picture hollowFilm(int size) {
        byte[] head = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
        return new Picture("空心视频", Arrays.copyOf(head, size), "video/mp4");
    }

    /** So many bytes that nobody ever holds at once. */
    public static InputStream endless(int size) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                int count = Math.min(left, most);
                Arrays.fill(into, from, from + count, (byte) 0);
                left -= count;
                return count;
            }
        };
    }

    /** An archive that calls itself a workbook and unpacks to so many bytes. */
    public static byte[] workbookOf(int unpacked) {
        return archiveOf("[Content_Types].xml", unpacked);
    }

    /** An archive with one entry of so many bytes, all alike. */
    public static byte[] archiveOf(String name, int unpacked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                InputStream content = endless(unpacked)) {
            zip.putNextEntry(new ZipEntry(name));
            content.transferTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
