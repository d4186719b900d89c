package io.mingjian.benchmarks.reading;

import io.mingjian.acceptance.picture.Mug;
import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.Container;
import io.mingjian.detection.media.MediaKind;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Files to read, made here. */
final class Drawn {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final long SEED = 45438;
    private static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191310115MA1K4ABC4H10001\","
                    + "\"ProduceID\":\"p-1\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\","
                    + "\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";
    private static final String XMP =
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                    + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                    + " xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\"><TC260:AIGC>"
                    + LABEL.replace("\"", "&quot;")
                    + "</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta>";

    private Drawn() {}

    /** A JPEG of 12 megapixels with an implicit label in its XMP. */
    static byte[] labelled() throws IOException {
        byte[] packet = latin1("http://ns.adobe.com/xap/1.0/\0" + XMP);
        ByteBuffer segment = ByteBuffer.allocate(4 + packet.length);
        segment.putShort((short) 0xFFE1).putShort((short) (packet.length + 2)).put(packet);
        return behindStart(picture(), segment.array());
    }

    /** The same with somebody else's credentials, which take as long to verify as its own would. */
    static byte[] withCredentialsOf(byte[] signed) throws IOException {
        ByteArrayOutputStream segments = new ByteArrayOutputStream();
        for (Block block : Container.of(ByteView.of(signed), MediaKind.JPEG).blocks()) {
            if (block.type().equals("APP11")) {
                segments.writeBytes(Arrays.copyOfRange(signed, block.offset(), block.dataEnd()));
            }
        }
        return behindStart(labelled(), segments.toByteArray());
    }

    private static byte[] behindStart(byte[] jpeg, byte[] part) {
        return ByteBuffer.allocate(jpeg.length + part.length)
                .put(jpeg, 0, 2)
                .put(part)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] picture() throws IOException {
        BufferedImage large = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(Mug.photographed(SEED), 0, 0, WIDTH, HEIGHT, null);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(large, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    /** A film whose pictures are zeros and whose label stands behind them. */
    static Path film(Path path, int bytes) throws IOException {
        byte[] value = box("data", number(1, 0), latin1(LABEL));
        byte[] list = box("ilst", box("\0\0\0\1", value));
        byte[] handler = box("hdlr", number(0, 0), latin1("mdta"), new byte[13]);
        byte[] keys = box("keys", number(0, 1, 12), latin1("mdtaAIGC"));
        byte[] meta = box("meta", number(0), handler, keys, list);
        byte[] start = box("ftyp", latin1("isom"), number(512), latin1("isom"));
        byte[] movie = box("moov", box("udta", meta));
        Files.deleteIfExists(path);
        try (RandomAccessFile film = new RandomAccessFile(path.toFile(), "rw")) {
            film.write(start);
            film.write(number(bytes));
            film.write(latin1("mdat"));
            film.seek(start.length + (long) bytes);
            film.write(movie);
        }
        return path;
    }

    private static byte[] box(String type, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(content::writeBytes);
        return ByteBuffer.allocate(8 + content.size())
                .putInt(8 + content.size())
                .put(latin1(type))
                .put(content.toByteArray())
                .array();
    }

    private static byte[] number(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
