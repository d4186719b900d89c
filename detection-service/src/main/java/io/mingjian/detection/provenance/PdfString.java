package io.mingjian.detection.provenance;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A string of a PDF file (ISO 32000): literal in round brackets or hexadecimal in angle brackets.
 *
 * @param offset where it starts, with its bracket
 * @param length bytes up to and with the closing bracket
 */
record PdfString(int offset, int length, String text) {
    private static final int MOST = 256 << 10;

    /** The string behind a key, after white space; empty when something else stands there. */
    static Optional<PdfString> after(ByteView file, int from) {
        int at = from;
        while (isSpace(file.u8(at))) {
            at++;
        }
        return switch (file.u8(at)) {
            case '(' -> Optional.of(literal(file, at));
            case '<' ->
                    file.u8(at + 1) == '<' ? Optional.empty() : Optional.of(hexadecimal(file, at));
            default -> Optional.empty();
        };
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static PdfString literal(ByteView file, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int depth = 1;
        int at = start + 1;
        while (depth > 0) {
            guard(start, at);
            int c = file.u8(at++);
            if (c == '\\') {
                at = escape(file, at, out);
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > 0) {
                out.write(c);
            }
        }
        return new PdfString(start, at - start, decoded(out.toByteArray()));
    }

    /** Reads what follows a backslash and returns the offset behind it. */
    private static int escape(ByteView file, int at, ByteArrayOutputStream out) {
        int c = file.u8(at);
        if (c >= '0' && c <= '7') {
            int value = 0;
            int end = at;
            while (end < at + 3 && file.u8(end) >= '0' && file.u8(end) <= '7') {
                value = value * 8 + file.u8(end++) - '0';
            }
            out.write(value);
            return end;
        }
        switch (c) {
            case 'n' -> out.write('\n');
            case 'r' -> out.write('\r');
            case 't' -> out.write('\t');
            case 'b' -> out.write('\b');
            case 'f' -> out.write('\f');
            // A line that goes on.
            case '\r' -> {
                return at + (file.u8(at + 1) == '\n' ? 2 : 1);
            }
            case '\n' -> {}
            default -> out.write(c);
        }
        return at + 1;
    }

    private static PdfString hexadecimal(ByteView file, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int high = -1;
        int at = start + 1;
        for (int c = file.u8(at); c != '>'; c = file.u8(++at)) {
            guard(start, at);
            int digit = Character.digit(c, 16);
            if (digit < 0 && !isSpace(c)) {
                throw new BrokenBytes(at, "no hexadecimal digit where one is due");
            }
            if (digit >= 0 && high < 0) {
                high = digit;
            } else if (digit >= 0) {
                out.write(high << 4 | digit);
                high = -1;
            }
        }
        if (high >= 0) {
            out.write(high << 4);
        }
        return new PdfString(start, at + 1 - start, decoded(out.toByteArray()));
    }

    private static void guard(int start, int at) {
        if (at - start > MOST) {
            throw new BrokenBytes(start, "string without an end");
        }
    }

    /** A mark tells UTF-16; what has none is read as UTF-8 or, failing that, byte by byte. */
    private static String decoded(byte[] bytes) {
        boolean utf8 = bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB;
        return utf8
                ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)
                : CarrierSink.decoded(bytes);
    }
}
