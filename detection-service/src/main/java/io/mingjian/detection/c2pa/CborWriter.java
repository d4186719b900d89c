package io.mingjian.detection.c2pa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the few CBOR shapes over which signatures and time stamps are made. */
final class CborWriter {
    private CborWriter() {}

    /** {@code [context, protected, h'', payload]}: what a COSE signature covers (RFC 9052, 4.4). */
    static byte[] signed(String context, byte[] protectedHeader, byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        head(out, 4, 4);
        byte[] name = context.getBytes(StandardCharsets.UTF_8);
        head(out, 3, name.length);
        out.writeBytes(name);
        out.writeBytes(byteString(protectedHeader));
        out.writeBytes(byteString(new byte[0]));
        out.writeBytes(byteString(payload));
        return out.toByteArray();
    }

    static byte[] byteString(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        head(out, 2, bytes.length);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static void head(ByteArrayOutputStream out, int major, int argument) {
        if (argument < 24) {
            out.write(major << 5 | argument);
        } else if (argument < 1 << 8) {
            out.write(major << 5 | 24);
            out.write(argument);
        } else if (argument < 1 << 16) {
            out.write(major << 5 | 25);
            out.write(argument >> 8);
            out.write(argument);
        } else {
            out.write(major << 5 | 26);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(argument >> shift);
            }
        }
    }
}
