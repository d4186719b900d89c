package io.mingjian.detection.media;

import static io.mingjian.detection.media.FileSmith.joined;
import static io.mingjian.detection.media.FileSmith.latin1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents with pictures in them. */
public final class DocumentSmith {
    private DocumentSmith() {}

    /** A Word file with members of these names. */
    public static byte[] docx(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", latin1("<Types/>"));
        all.put("word/document.xml", latin1("<w:document/>"));
        all.putAll(members);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : all.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setTime(1_000_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] docx(String name, byte[] member) {
        return docx(Map.of(name, member));
    }

    /** A PDF file, object by object. */
    static final class Pdf {
        private final List<byte[]> objects = new ArrayList<>();

        Pdf object(int number, String dictionary) {
            objects.add(latin1(number + " 0 obj\n" + dictionary + "\nendobj\n"));
            return this;
        }

        Pdf stream(int number, String entries, byte[] data) {
            objects.add(
                    joined(
                            latin1(
                                    number
                                            + " 0 obj\n<<"
                                            + entries
                                            + "/Length "
                                            + data.length
                                            + ">>\nstream\n"),
                            data,
                            latin1("\nendstream\nendobj\n")));
            return this;
        }

        /** Objects inside a compressed stream. */
        Pdf packed(int number, Map<Integer, String> members) {
            StringBuilder head = new StringBuilder();
            StringBuilder body = new StringBuilder();
            members.forEach(
                    (id, text) -> {
                        head.append(id).append(' ').append(body.length()).append(' ');
                        body.append(text).append('\n');
                    });
            return stream(
                    number,
                    "/Type/ObjStm/N %d/First %d/Filter/FlateDecode"
                            .formatted(members.size(), head.length()),
                    FileSmith.deflated(latin1(head.toString() + body)));
        }

        byte[] bytes() {
            return joined(
                    latin1("%PDF-1.5\n"),
                    joined(objects.toArray(byte[][]::new)),
                    latin1("trailer\n<</Root 1 0 R>>\n%%EOF\n"));
        }
    }

    static String image(String entries) {
        return "/Type/XObject/Subtype/Image" + entries;
    }

    /** One page that shows one JPEG. */
    public static byte[] pdf(byte[] jpeg) {
        return new Pdf()
                        .object(1, "<</Type/Catalog/Pages 2 0 R>>")
                        .object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
                        .object(
                                3,
                                "<</Type/Page/Parent 2 0 R/Resources<</XObject<</Im0 4 0 R>>>>>>")
                        .stream(4, image("/Width 9/Height 9/Filter/DCTDecode"), jpeg)
                        .bytes();
    }
}
