package io.mingjian.detection.media;

import static io.mingjian.detection.media.FileSmith.chunk;
import static io.mingjian.detection.media.FileSmith.inserted;
import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.utf8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files made to break, to fill or to fool a reader; each lies about one thing. */
public final class HostileFiles {
    private static final int MANY = 100_000;
    private static final byte[] PNG = PictureDrawer.png(PictureDrawer.goods(60, 40, 7));
    private static final byte[] JPEG = PictureDrawer.jpeg(PictureDrawer.goods(64, 48, 7), 0.8);

    private HostileFiles() {}

    // --- two kinds at once --------------------------------------------------------------------

    public static Map<String, byte[]> polyglots() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a picture and an archive", joined(JPEG, ContainerSmith.docx("{}")));
        files.put("a picture and a script", latin1("GIF89a/*\0\0\0\0\0*/=1;alert(1)//"));
        files.put("a picture and a document", pngAndPdf());
        files.put(
                "a picture with a page in its comment",
                FileSmith.withSegment(JPEG, 0xFE, latin1("<html><script>alert(1)</script>")));
        files.put(
                "a picture whose metadata are a script",
                FileSmith.withExif(
                        JPEG, FileSmith.tiff(0x010E, 2, utf8("<script>\u001b[2J</script>\0"))));
        files.put("a drawing called a picture", latin1("<svg onload='alert(1)' xmlns='x'/>"));
        return files;
    }

    private static byte[] pngAndPdf() {
        byte[] document = ContainerSmith.pdf(ContainerSmith.literal("{}"));
        return FileSmith.withChunk(PNG, "prIv", document);
    }

    // --- more than it seems -------------------------------------------------------------------

    public static Map<String, byte[]> bombs() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pixels in the head only", pngHead(60_000, 60_000));
        files.put("pixels that are there", pixels(7_000, 7_000));
        files.put("frames in the head", FileSmith.withChunk(PNG, "acTL", number(MANY, 0)));
        files.put("frames that are there", frames());
        files.put("frames of a GIF", gifFrames());
        files.put("text", FileSmith.withCompressedText(PNG, "AIGC", new byte[64 << 20]));
        files.put("a colour profile", FileSmith.withChunk(PNG, "iCCP", profile()));
        files.put("scans", scans());
        files.put("boxes in boxes", nested());
        files.put("boxes beside boxes", beside());
        files.put("entities", FileSmith.withXmp(JPEG, entities()));
        files.put("members of an archive", archive());
        files.put("settings that never come", FileSmith.withText(PNG, "parameters", steps()));
        files.put("segments", segments());
        return files;
    }

    /** A whole PNG of these measures would be one of gigabytes. */
    private static byte[] pngHead(int width, int height) {
        byte[] head = joined(number(width, height), new byte[] {8, 2, 0, 0, 0});
        return joined(latin1(ContainerWalk.PNG_SIGNATURE), chunk("IHDR", head), tail(PNG));
    }

    private static byte[] tail(byte[] png) {
        return Arrays.copyOfRange(png, 33, png.length);
    }

    private static byte[] pixels(int width, int height) {
        byte[] head = joined(number(width, height), new byte[] {8, 2, 0, 0, 0});
        return joined(
                latin1(ContainerWalk.PNG_SIGNATURE),
                chunk("IHDR", head),
                chunk("IDAT", deflated((3L * width + 1) * height)),
                chunk("IEND", new byte[0]));
    }

    private static byte[] profile() {
        return joined(latin1("p\0\0"), deflated(256L << 20));
    }

    /** So many zeros, made without holding them. */
    private static byte[] deflated(long zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            byte[] some = new byte[1 << 20];
            for (long left = zeros; left > 0; left -= some.length) {
                deflater.write(some, 0, (int) Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] frames() {
        byte[] frame = joined(chunk("fcTL", new byte[26]), chunk("fdAT", new byte[5]));
        return inserted(PNG, PNG.length - 12, repeated(frame, MANY));
    }

    private static byte[] gifFrames() {
        byte[] frame = latin1(",\0\0\0\0\1\0\1\0\0\2\2D\1\0");
        return joined(
                latin1("GIF89a\1\0\1\0\u0080\0\0"),
                new byte[6],
                repeated(frame, MANY),
                latin1(";"));
    }

    /** A progressive picture claims to be large and to be told in ten thousand refinements. */
    private static byte[] scans() {
        byte[] jpeg = progressive();
        Container container = Container.of(ByteView.of(jpeg), MediaKind.JPEG);
        Block frame = container.first("SOF2").orElseThrow();
        ByteBuffer.wrap(jpeg).putShort(frame.dataOffset() + 1, (short) 7_700);
        ByteBuffer.wrap(jpeg).putShort(frame.dataOffset() + 3, (short) 7_700);
        Block last = container.blocks("SOS").reduce((one, other) -> other).orElseThrow();
        int tables = container.blocks().indexOf(last) - 1;
        int from = container.blocks().get(tables).offset();
        byte[] scan = Arrays.copyOfRange(jpeg, from, jpeg.length - 2);
        return inserted(jpeg, jpeg.length - 2, repeated(scan, 9_000));
    }

    private static byte[] progressive() {
        BufferedImage image = PictureDrawer.goods(16, 16, 1);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] nested() {
        ByteBuffer boxes = ByteBuffer.allocate(8 * MANY);
        for (int i = 0; i < MANY; i++) {
            boxes.putInt(8 * (MANY - i)).put(latin1("moov"));
        }
        return joined(ContainerSmith.box("ftyp", latin1("isom\0\0\0\0")), boxes.array());
    }

    private static byte[] beside() {
        return joined(
                ContainerSmith.box("ftyp", latin1("isom\0\0\0\0")),
                repeated(ContainerSmith.box("free", new byte[0]), MANY));
    }

    private static String entities() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        return laughs + "]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&a29;</x:xmpmeta>";
    }

    private static byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write(latin1("<Types/>"));
            zip.putNextEntry(new ZipEntry("docProps/custom.xml"));
            byte[] some = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(some);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String steps() {
        return "Steps: 1, ".repeat(MANY);
    }

    private static byte[] segments() {
        byte[] empty = {(byte) 0xFF, (byte) 0xE5, 0, 2};
        return inserted(JPEG, 2, repeated(empty, MANY));
    }

    // --- lengths that lie ---------------------------------------------------------------------

    public static Map<String, byte[]> lies() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] film = ContainerSmith.mp4("isom", "AIGC", "{}");
        int second = ByteBuffer.wrap(film).getInt(0);
        for (int length : new int[] {0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2, 7}) {
            byte[] box = film.clone();
            ByteBuffer.wrap(box).putInt(second, length);
            files.put("a box of %d bytes".formatted(Integer.toUnsignedLong(length)), box);
        }
        for (long length : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 1L << 40, 3}) {
            byte[] wide = joined(number(1, 0), new byte[8]);
            ByteBuffer.wrap(wide).putInt(4, 0x6D6F6F76).putLong(8, length);
            files.put("a wide box of " + length, inserted(film, second, wide));
        }
        for (int length : new int[] {0x7FFFFFFF, 0x80000000, 0xFFFFFFF3}) {
            byte[] png = FileSmith.withText(PNG, "AIGC", "{}");
            ByteBuffer.wrap(png).putInt(33, length);
            files.put("a chunk of " + length, png);
        }
        byte[] wav = ContainerSmith.wav("{}");
        Arrays.fill(wav, 16, 20, (byte) 0xFF);
        files.put("a RIFF chunk of all ones", wav);
        byte[] tiff = FileSmith.tiff(0x010E, 2, utf8("text that is long\0"));
        Arrays.fill(tiff, 14, 22, (byte) 0xFF);
        files.put("a field of all ones", tiff);
        byte[] loop = FileSmith.tiff(0x8769, 4, new byte[] {8, 0, 0, 0});
        files.put("directories in a circle", loop);
        byte[] zip = ContainerSmith.docx("{}");
        Arrays.fill(zip, zip.length - 12, zip.length - 2, (byte) 0xFF);
        files.put("a directory of 65,535 members", zip);
        byte[] flv = ContainerSmith.flv("{}");
        Arrays.fill(flv, 14, 17, (byte) 0xFF);
        files.put("a tag of all ones", flv);
        return files;
    }

    private static byte[] number(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }
}
