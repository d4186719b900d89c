package io.mingjian.detection.media;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;
import static io.mingjian.detection.media.FileSmith.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest files of each kind that can carry a text, with nothing to see or to hear. */
public final class ContainerSmith {
    private ContainerSmith() {}

    // --- boxes ----------------------------------------------------------------------------------

    public static byte[] box(String type, byte[]... parts) {
        byte[] data = joined(parts);
        return joined(number(data.length + 8), latin1(type), data);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    }

    private static byte[] film(String brand, byte[] moov) {
        byte[] ftyp = box("ftyp", latin1(brand), new byte[4], latin1(brand));
        return joined(ftyp, box("mdat", new byte[64]), moov);
    }

    private static byte[] value(String text) {
        return box("data", number(1), new byte[4], utf8(text));
    }

    private static byte[] handler(String kind) {
        return box("hdlr", new byte[8], latin1(kind), new byte[13]);
    }

    private static byte[] keys(String... names) {
        byte[] all = joined(new byte[4], number(names.length));
        for (String name : names) {
            all = joined(all, number(name.length() + 8), latin1("mdta" + name));
        }
        return box("keys", all);
    }

    private static byte[] item(int index, String text) {
        byte[] value = value(text);
        return joined(number(value.length + 8), number(index), value);
    }

    /** As the guide for videos says: a list with names, in {@code moov/udta/meta}. */
    public static byte[] mp4(String brand, String key, String text) {
        byte[] ilst = box("ilst", item(1, "nothing"), item(2, text));
        byte[] meta = box("meta", new byte[4], handler("mdta"), keys("title", key), ilst);
        return film(brand, box("moov", box("udta", meta)));
    }

    /** In QuickTime files {@code meta} is a child of the movie and has no version. */
    public static byte[] quickTime(String text) {
        byte[] ilst = box("ilst", item(1, text));
        byte[] meta = box("meta", handler("mdta"), keys("AIGC"), ilst);
        return film("qt  ", box("moov", meta));
    }

    public static byte[] mp4KeyWithoutValue() {
        byte[] ilst = box("ilst", item(1, "nothing"));
        byte[] meta = box("meta", new byte[4], handler("mdta"), keys("title", "AIGC"), ilst);
        return film("isom", box("moov", box("udta", meta)));
    }

    public static byte[] mp4Comment(String text) {
        byte[] ilst = box("ilst", box("\u00A9cmt", value(text)));
        byte[] meta = box("meta", new byte[4], handler("mdir"), ilst);
        return film("isom", box("moov", box("udta", meta)));
    }

    public static byte[] mp4Box(String text) {
        return film("isom", box("moov", box("udta", box("AIGC", utf8(text)))));
    }

    public static byte[] mp4Xmp(String packet) {
        byte[] uuid =
                latin1(
                        "\u00BE\u007A\u00CF\u00CB\u0097\u00A9\u0042\u00E8"
                                + "\u009C\u0071\u0099\u0094\u0091\u00E3\u00AF\u00AC");
        return joined(film("isom", box("moov", new byte[0])), box("uuid", uuid, utf8(packet)));
    }

    /** Boxes in boxes, deeper than any writer makes them. */
    public static byte[] nested(int depth) {
        byte[] inner = new byte[0];
        for (int i = 0; i < depth; i++) {
            inner = box("moov", inner);
        }
        return film("isom", inner);
    }

    /** A picture with one metadata item, whose bytes lie in {@code idat}. */
    public static byte[] heif(String brand, String packet) {
        byte[] entry =
                box(
                        "infe",
                        new byte[] {2, 0, 0, 0, 0, 1, 0, 0},
                        latin1("mime\0application/rdf+xml\0"));
        byte[] iinf = box("iinf", new byte[] {0, 0, 0, 0, 0, 1}, entry);
        byte[] data = utf8(packet);
        byte[] iloc =
                box(
                        "iloc",
                        new byte[] {1, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1},
                        number(0),
                        number(data.length));
        byte[] meta = box("meta", new byte[4], handler("pict"), iinf, iloc, box("idat", data));
        return joined(box("ftyp", latin1(brand), new byte[4], latin1("mif1")), meta);
    }

    // --- RIFF -----------------------------------------------------------------------------------

    private static byte[] chunk(String type, byte[] data) {
        return joined(latin1(type), little(data.length), data, new byte[data.length & 1]);
    }

    private static byte[] riff(String form, byte[]... chunks) {
        byte[] all = joined(latin1(form), joined(chunks));
        return joined(latin1("RIFF"), little(all.length), all);
    }

    public static byte[] avi(String text) {
        byte[] info =
                joined(latin1("INFO"), chunk("ISFT", latin1("x\0")), chunk("AIGC", utf8(text)));
        return riff(
                "AVI ", chunk("LIST", joined(latin1("movi"), new byte[40])), chunk("LIST", info));
    }

    public static byte[] wav(String text) {
        return riff(
                "WAVE",
                chunk("fmt ", new byte[16]),
                chunk("data", new byte[33]),
                chunk("AIGC", utf8(text)));
    }

    // --- sound ----------------------------------------------------------------------------------

    private static byte[] sevenBits(int value) {
        return new byte[] {
            (byte) (value >> 21 & 127),
            (byte) (value >> 14 & 127),
            (byte) (value >> 7 & 127),
            (byte) (value & 127)
        };
    }

    private static byte[] tag(int version, int flags, byte[] frames) {
        byte[] head = {'I', 'D', '3', (byte) version, 0, (byte) flags};
        return joined(head, sevenBits(frames.length), frames, new byte[] {-1, -5, (byte) 0x90, 0});
    }

    public static byte[] mp3(String text) {
        byte[] data = joined(new byte[1], latin1("AIGC\0"), latin1(text));
        return tag(3, 0, joined(latin1("TXXX"), number(data.length), new byte[2], data));
    }

    /** Version 4, UTF-16 with marks, and the stuffing that hides them from players. */
    public static byte[] mp3Unsynchronised(String text) {
        byte[] name = joined(new byte[] {1, -1, -2}, "AIGC\0".getBytes(StandardCharsets.UTF_16LE));
        byte[] value = joined(new byte[] {-1, -2}, text.getBytes(StandardCharsets.UTF_16LE));
        byte[] data = joined(name, value);
        ByteArrayOutputStream stuffed = new ByteArrayOutputStream();
        for (byte b : data) {
            stuffed.write(b);
            if (b == -1) {
                stuffed.write(0);
            }
        }
        byte[] head = joined(latin1("TXXX"), sevenBits(stuffed.size()), new byte[] {0, 2});
        return tag(4, 0, joined(head, stuffed.toByteArray()));
    }

    private static byte[] comments(String key, String text) {
        byte[] comment = utf8(key + "=" + text);
        return joined(
                little(3), latin1("own"), little(2), little(3), latin1("A=b"), sized(comment));
    }

    private static byte[] sized(byte[] data) {
        return joined(little(data.length), data);
    }

    public static byte[] flac(String text) {
        byte[] comments = comments("AIGC", text);
        byte[] size = Arrays.copyOfRange(number(comments.length), 1, 4);
        return joined(
                latin1("fLaC"),
                new byte[] {0, 0, 0, 34},
                new byte[34],
                new byte[] {(byte) 0x84},
                size,
                comments,
                new byte[20]);
    }

    private static byte[] page(int granule, byte[] lacing, byte[] data) {
        ByteBuffer head = ByteBuffer.allocate(27).order(ByteOrder.LITTLE_ENDIAN);
        head.put(latin1("OggS")).putShort((short) 0).putLong(granule).putInt(7);
        head.put(26, (byte) lacing.length);
        return joined(head.array(), lacing, data);
    }

    private static byte[] lacing(int length, boolean ends) {
        byte[] lacing = new byte[length / 255 + (ends ? 1 : 0)];
        Arrays.fill(lacing, (byte) 255);
        if (ends) {
            lacing[lacing.length - 1] = (byte) (length % 255);
        }
        return lacing;
    }

    public static byte[] ogg(String text) {
        byte[] head = latin1("\u0001vorbis" + "x".repeat(23));
        byte[] packet = joined(latin1("\u0003vorbis"), comments("AIGC", text));
        return joined(
                page(0, lacing(head.length, true), head),
                page(0, lacing(packet.length, true), packet),
                page(900, new byte[] {5}, new byte[5]));
    }

    /** Opus, with the comments broken over two pages. */
    public static byte[] opus(String text) {
        byte[] head = latin1("OpusHead" + "x".repeat(11));
        byte[] packet = joined(latin1("OpusTags"), comments("AIGC", text + " ".repeat(300)));
        byte[] first = Arrays.copyOf(packet, 255);
        byte[] second = Arrays.copyOfRange(packet, 255, packet.length);
        return joined(
                page(0, lacing(head.length, true), head),
                page(-1, lacing(255, false), first),
                page(0, lacing(second.length, true), second));
    }

    // --- films of other kinds -------------------------------------------------------------------

    public static byte[] flv(String text) {
        byte[] name = latin1("AIGC");
        byte[] script =
                joined(
                        latin1("\2\0\12onMetaData\10\0\0\0\2"),
                        latin1("\0\5width\0"),
                        new byte[8],
                        new byte[] {0, 4},
                        name,
                        new byte[] {2, (byte) (utf8(text).length >> 8), (byte) utf8(text).length},
                        utf8(text),
                        new byte[] {0, 0, 9});
        byte[] size = Arrays.copyOfRange(number(script.length), 1, 4);
        return joined(
                latin1("FLV\1\5"),
                number(9),
                new byte[4],
                new byte[] {18},
                size,
                new byte[7],
                script,
                number(script.length + 11),
                new byte[] {9, 0, 0, 5},
                new byte[7],
                new byte[5],
                number(16));
    }

    private static byte[] element(int id, byte[]... parts) {
        byte[] data = joined(parts);
        byte[] name = number(id);
        int from = 0;
        while (name[from] == 0) {
            from++;
        }
        byte[] size = joined(new byte[] {0x08}, number(data.length));
        return joined(Arrays.copyOfRange(name, from, 4), size, data);
    }

    /** A film whose cluster was written before its length was known. */
    public static byte[] matroska(String text) {
        byte[] tag =
                element(
                        0x7373,
                        element(
                                0x67C8,
                                element(0x45A3, latin1("AIGC")),
                                element(0x4487, utf8(text))));
        byte[] liveCluster =
                joined(number(0x1F43B675), new byte[] {-1}, element(0xE7, new byte[1]));
        return joined(
                element(0x1A45DFA3, element(0x4282, latin1("webm"))),
                element(0x18538067, liveCluster, element(0x1254C367, tag)));
    }

    // --- pictures -------------------------------------------------------------------------------

    public static byte[] gif(String packet) {
        ByteArrayOutputStream trailer = new ByteArrayOutputStream();
        trailer.write(1);
        for (int i = 255; i >= 0; i--) {
            trailer.write(i);
        }
        trailer.write(0);
        return joined(
                latin1("GIF89a\1\0\1\0\u0080\0\0"),
                new byte[6],
                latin1("!\u00FF\13XMP DataXMP"),
                utf8(packet),
                trailer.toByteArray(),
                latin1(",\0\0\0\0\1\0\1\0\0\2\2D\1\0;"));
    }

    public static byte[] tiff(String packet) {
        return FileSmith.tiff(0x02BC, 7, utf8(packet));
    }

    // --- documents ------------------------------------------------------------------------------

    public static byte[] docx(String text) {
        String escaped = text.replace("&", "&amp;").replace("\"", "&quot;");
        return zip(
                "[Content_Types].xml",
                "<Types/>",
                "docProps/custom.xml",
                "<Properties xmlns:vt=\"v\"><property name=\"a\"><vt:lpwstr>b</vt:lpwstr></property>"
                        + "<property name=\"AIGC\"><vt:lpwstr>"
                        + escaped
                        + "</vt:lpwstr></property></Properties>");
    }

    public static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                ZipEntry entry = new ZipEntry(namesAndTexts[i]);
                entry.setTime(1_000_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(utf8(namesAndTexts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] pdf(String infoValue) {
        return latin1(
                "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n4 0 obj\n<</AIGC"
                        + infoValue
                        + "/Producer(x)>>\nendobj\ntrailer\n<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n");
    }

    /** The information dictionary lies in a compressed stream of objects. */
    public static byte[] pdfCompressed(String text) {
        byte[] objects = FileSmith.deflated(latin1("4 0 <</AIGC " + literal(text) + ">>"));
        return joined(
                latin1(
                        "%PDF-1.5\n9 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\r\n"),
                objects,
                latin1("\nendstream\nendobj\n%%EOF\n"));
    }

    public static String literal(String text) {
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
    }

    public static String hexadecimal(String text) {
        byte[] utf16 = joined(new byte[] {-2, -1}, text.getBytes(StandardCharsets.UTF_16BE));
        return "<" + java.util.HexFormat.of().formatHex(utf16) + ">";
    }
}
