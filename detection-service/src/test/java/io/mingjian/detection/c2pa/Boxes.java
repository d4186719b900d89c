package io.mingjian.detection.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes CBOR and JUMBF for tests; knows nothing of the readers under test. */
final class Boxes {
    private static final byte[] TYPE_TAIL = {
        0, 0x11, 0, 0x10, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    private Boxes() {}

    static byte[] cbor(Object value) {
        if (value instanceof Map<?, ?> map) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(head(5, map.size()));
            map.forEach(
                    (key, member) -> {
                        out.writeBytes(cbor(key));
                        out.writeBytes(cbor(member));
                    });
            return out.toByteArray();
        }
        if (value instanceof List<?> list) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(head(4, list.size()));
            list.forEach(item -> out.writeBytes(cbor(item)));
            return out.toByteArray();
        }
        if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return joined(head(3, utf8.length), utf8);
        }
        if (value instanceof byte[] bytes) {
            return joined(head(2, bytes.length), bytes);
        }
        if (value instanceof Boolean flag) {
            return new byte[] {(byte) (flag ? 0xF5 : 0xF4)};
        }
        if (value == Cbor.NOTHING) {
            return new byte[] {(byte) 0xF6};
        }
        long number = ((Number) value).longValue();
        return number < 0 ? head(1, -1 - number) : head(0, number);
    }

    private static byte[] head(int major, long argument) {
        if (argument < 24) {
            return new byte[] {(byte) (major << 5 | argument)};
        }
        if (argument < 1 << 8) {
            return new byte[] {(byte) (major << 5 | 24), (byte) argument};
        }
        if (argument < 1 << 16) {
            byte[] two = {(byte) (argument >> 8), (byte) argument};
            return joined(new byte[] {(byte) (major << 5 | 25)}, two);
        }
        byte[] four = ByteBuffer.allocate(4).putInt((int) argument).array();
        return joined(new byte[] {(byte) (major << 5 | 26)}, four);
    }

    static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length + 8).array(),
                type.getBytes(StandardCharsets.ISO_8859_1),
                content);
    }

    /** Content of a superbox: what is hashed. */
    static byte[] superContent(String type, String label, byte[]... boxes) {
        byte[] description =
                box(
                        "jumd",
                        type.getBytes(StandardCharsets.ISO_8859_1),
                        TYPE_TAIL,
                        new byte[] {3},
                        label.getBytes(StandardCharsets.UTF_8),
                        new byte[] {0});
        return joined(description, joined(boxes));
    }

    static byte[] superbox(String type, String label, byte[]... boxes) {
        return box("jumb", superContent(type, label, boxes));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
