package io.mingjian.detection.provenance;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.StandardCharsets;

/** Texts of the script tag {@code onMetaData} of a Flash video, in AMF0. */
final class FlvTexts {
    private final ByteView file;
    private final CarrierSink sink;
    private int end;
    private int values;

    FlvTexts(MediaFile file, CarrierSink sink) {
        this.file = file.bytes();
        this.sink = sink;
    }

    void read(Block block) {
        end = block.dataEnd();
        values = 0;
        int at = block.dataOffset();
        while (at < end) {
            at = value(at, "", 0);
        }
    }

    /** Reads one value and returns the offset behind it. */
    private int value(int at, String name, int depth) {
        if (depth > Limits.JSON_DEPTH || ++values > Limits.TEXTS) {
            throw new BrokenBytes(at, "script deeper or longer than any writer makes it");
        }
        int type = file.u8(at);
        return switch (type) {
            case 0 -> at + 9;
            case 1 -> at + 2;
            case 2 -> text(at + 3, file.u16(at + 1), name);
            case 12 -> text(at + 5, longLength(at + 1), name);
            case 3 -> members(at + 1, depth);
            case 8 -> members(at + 5, depth);
            case 10 -> items(at + 5, file.u32(at + 1), depth);
            case 5, 6, 9 -> at + 1;
            case 7 -> at + 3;
            case 11 -> at + 11;
            default -> throw new BrokenBytes(at, "script value of an unknown type");
        };
    }

    private int longLength(int at) {
        long length = file.u32(at);
        if (length > end - at) {
            throw new BrokenBytes(at, "text longer than the script");
        }
        return (int) length;
    }

    private int text(int at, int length, String name) {
        if (at + length > end) {
            throw new BrokenBytes(at, "text longer than the script");
        }
        if (!name.isEmpty()) {
            sink.plain(Place.FLV_SCRIPT, name, at, length);
        }
        return at + length;
    }

    private int members(int from, int depth) {
        int at = from;
        while (at + 3 <= end) {
            int length = file.u16(at);
            if (length == 0 && file.u8(at + 2) == 9) {
                return at + 3;
            }
            String name = file.text(at + 2, length, StandardCharsets.UTF_8);
            at = value(at + 2 + length, name, depth + 1);
        }
        return end;
    }

    private int items(int from, long count, int depth) {
        int at = from;
        for (long i = 0; i < count && at < end; i++) {
            at = value(at, "", depth + 1);
        }
        return at;
    }
}
