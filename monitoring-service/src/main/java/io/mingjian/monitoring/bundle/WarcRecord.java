package io.mingjian.monitoring.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One record of a web archive (ISO 28500): its named fields and its block.
 *
 * @param fields by their names in small letters
 */
record WarcRecord(Map<String, String> fields, InputStream block) {
    private static final int LONGEST_LINE = 8_192;
    private static final int USUAL_LINE = 128;
    private static final int MOST_FIELDS = 100;
    private static final byte[] BETWEEN = {'\r', '\n', '\r', '\n'};

    /**
     * The record that begins here; nothing at the end of the file.
     *
     * @throws io.mingjian.kit.refusal.Invalid if none begins here
     */
    static Optional<WarcRecord> next(InputStream in) throws IOException {
        Optional<String> begin = lineOrEnd(in);
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        String version = begin.get();
        if (!version.equals("WARC/1.0") && !version.equals("WARC/1.1")) {
            throw Faulty.broken("WARC 记录头");
        }
        Map<String, String> fields = fields(in, WarcRecord::once);
        return Optional.of(new WarcRecord(fields, new Block(in, length(fields))));
    }

    /** Reads what is left of the block and the two empty lines after it. */
    void end(InputStream in) throws IOException {
        block.transferTo(OutputStream.nullOutputStream());
        byte[] after = in.readNBytes(BETWEEN.length);
        if (after.length < BETWEEN.length) {
            throw new EOFException();
        }
        if (!Arrays.equals(after, BETWEEN)) {
            throw Faulty.broken("WARC 记录尾");
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** An address or id without the angle brackets that some programs write. */
    String reference(String name) {
        String given = field(name);
        return given.startsWith("<") && given.endsWith(">")
                ? given.substring(1, given.length() - 1)
                : given;
    }

    /** Fields of a web answer's head, up to the empty line; some come more than once. */
    static Map<String, String> fields(InputStream in) throws IOException {
        return fields(in, (name, before, now) -> before + ", " + now);
    }

    /** What a field says that was there before. */
    private interface Again {
        String value(String name, String before, String now);
    }

    /** Only one field of a record may come twice; of another, every program reads what it likes. */
    private static String once(String name, String before, String now) {
        if (!name.equals("warc-concurrent-to")) {
            throw Faulty.broken("WARC 字段重复");
        }
        return before;
    }

    private static Map<String, String> fields(InputStream in, Again again) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        String last = "";
        int lines = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            if (++lines > MOST_FIELDS) {
                throw Faulty.broken("WARC 字段过多");
            }
            if (goesOn && !last.isEmpty()) {
                fields.merge(last, " " + line.strip(), String::concat);
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String name = last;
                fields.merge(
                        name,
                        line.substring(colon + 1).strip(),
                        (before, now) -> again.value(name, before, now));
            } else {
                throw Faulty.broken("WARC 字段");
            }
        }
        return fields;
    }

    private static long length(Map<String, String> fields) {
        String length = fields.getOrDefault("content-length", "");
        if (!length.matches("\\d{1,15}")) {
            throw Faulty.broken("WARC Content-Length");
        }
        return Long.parseLong(length);
    }

    /** A line without its end. */
    static String line(InputStream in) throws IOException {
        return lineOrEnd(in).orElseThrow(EOFException::new);
    }

    /** The same; nothing at the end of the file. */
    private static Optional<String> lineOrEnd(InputStream in) throws IOException {
        byte[] line = new byte[USUAL_LINE];
        int length = 0;
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 && length == 0) {
                return Optional.empty();
            }
            if (read < 0) {
                throw new EOFException();
            }
            if (length == LONGEST_LINE) {
                throw Faulty.broken("WARC 行过长");
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) read;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return Optional.of(new String(line, 0, length, StandardCharsets.UTF_8));
    }

    /** Exactly as many bytes as the record says it has. */
    private static final class Block extends InputStream {
        private final InputStream in;
        private long left;

        Block(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(buffer, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            return read;
        }
    }
}
