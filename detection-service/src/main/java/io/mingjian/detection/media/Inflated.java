package io.mingjian.detection.media;

import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates embedded files within a budget, whatever their heads claim. */
final class Inflated {
    private Inflated() {}

    /** A zlib stream, as in PDF files. */
    static Unpacked zlib(byte[] packed, Budget budget) {
        return zlib(packed, budget, MediaLimits.MAX_BYTES);
    }

    static Unpacked zlib(byte[] packed, Budget budget, int most) {
        return inflate(packed, new Inflater(), budget, most);
    }

    /** A stream without a head, as in ZIP files. */
    static Unpacked raw(byte[] packed, Budget budget) {
        return inflate(packed, new Inflater(true), budget, MediaLimits.MAX_BYTES);
    }

    /** Bytes that are not packed. */
    static Unpacked stored(byte[] bytes, Budget budget) {
        if (bytes.length > budget.bytes(MediaLimits.MAX_BYTES)) {
            return Part.LIMIT;
        }
        budget.spend(bytes.length);
        return new Unpacked.Whole(bytes);
    }

    private static Unpacked inflate(
            byte[] packed, Inflater inflater, Budget budget, int mostOfOne) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int most = budget.bytes(mostOfOne);
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                boolean stuck = inflater.needsInput() || inflater.needsDictionary();
                if (count == 0 && stuck) {
                    return Part.DAMAGED;
                }
                if (out.size() + count > most) {
                    return Part.LIMIT;
                }
                out.write(buffer, 0, count);
            }
            return new Unpacked.Whole(out.toByteArray());
        } catch (DataFormatException e) {
            return Part.DAMAGED;
        } finally {
            budget.spend(out.size());
            inflater.end();
        }
    }
}
