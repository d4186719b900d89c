package io.mingjian.detection.provenance;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflating within limits: a chunk of a few kilobytes may claim to hold gigabytes. */
sealed interface Inflation {
    record Whole(byte[] bytes) implements Inflation {}

    record Failed(String code) implements Inflation {}

    /** Inflates a zlib stream; bytes behind its end are left alone. */
    static Inflation of(byte[] deflated) {
        return within(deflated, new Inflater());
    }

    /** Inflates a stream without a head, as members of ZIP files are stored. */
    static Inflation ofRaw(byte[] deflated) {
        return within(deflated, new Inflater(true));
    }

    /** Inflates a gzip stream with the plain ten-byte head. */
    static Inflation ofGzip(byte[] gzip) {
        boolean plain =
                gzip.length > 18 && gzip[0] == 0x1F && (gzip[1] & 0xFF) == 0x8B && gzip[3] == 0;
        return plain
                ? within(Arrays.copyOfRange(gzip, 10, gzip.length), new Inflater(true))
                : new Failed("DAMAGED");
    }

    private static Inflation within(byte[] deflated, Inflater inflater) {
        long most = Math.min(Limits.INFLATED_BYTES, (long) deflated.length * Limits.INFLATE_RATIO);
        try {
            inflater.setInput(deflated);
            return inflate(inflater, most);
        } catch (DataFormatException e) {
            return new Failed("DAMAGED");
        } finally {
            inflater.end();
        }
    }

    private static Inflation inflate(Inflater inflater, long most) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!inflater.finished()) {
            int count = inflater.inflate(buffer);
            if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                return new Failed("DAMAGED");
            }
            if (out.size() + count > most) {
                return new Failed("LIMIT");
            }
            out.write(buffer, 0, count);
        }
        return new Whole(out.toByteArray());
    }
}
