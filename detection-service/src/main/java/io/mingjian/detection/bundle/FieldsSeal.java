package io.mingjian.detection.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * SM3 over fields, each with the length of its UTF-8 bytes in front (four bytes), so that text
 * cannot move between fields.
 */
final class FieldsSeal {
    private FieldsSeal() {}

    static String of(String... fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] bytes = field.getBytes(UTF_8);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return Hashing.hex(Hashing.sm3Of(out.toByteArray()));
    }
}
