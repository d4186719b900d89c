package io.mingjian.detection.media;

import java.util.Locale;
import java.util.Optional;

/** Facts of an AVI file: its main header, and the first stream of pictures. */
final class AviFacts {
    /** Where a stream list lies within the first pages of the header list. */
    private static final int LOOK = 64 << 10;

    private AviFacts() {}

    static MediaFacts of(MediaFile media) {
        ByteView file = media.bytes();
        return media.container()
                .blocks("LIST")
                .filter(list -> file.has(list.dataOffset(), "hdrl"))
                .findFirst()
                .map(list -> facts(file, list))
                .orElse(MediaFacts.NONE);
    }

    private static MediaFacts facts(ByteView file, Block list) {
        int main = list.dataOffset() + 4;
        if (!file.has(main, "avih")) {
            return MediaFacts.NONE;
        }
        long microseconds = file.u32le(main + 8);
        long frames = file.u32le(main + 8 + 16);
        Optional<Integer> count = number(frames);
        return new MediaFacts(
                number(file.u32le(main + 8 + 32)),
                number(file.u32le(main + 8 + 36)),
                count,
                count.map(n -> n * microseconds / 1e6).filter(seconds -> seconds > 0),
                codec(file, list),
                0);
    }

    private static Optional<Integer> number(long value) {
        return value > 0 && value <= Integer.MAX_VALUE
                ? Optional.of((int) value)
                : Optional.empty();
    }

    private static Optional<String> codec(ByteView file, Block list) {
        int end = Math.min(list.dataEnd(), list.dataOffset() + LOOK);
        int at = file.indexOf("strh", list.dataOffset(), end);
        while (at >= 0 && !file.has(at + 8, "vids")) {
            at = file.indexOf("strh", at + 4, end);
        }
        return at < 0
                ? Optional.empty()
                : Optional.of(named(file.latin1(at + 12, 4).toLowerCase(Locale.ROOT)));
    }

    private static String named(String handler) {
        return switch (handler) {
            case "mjpg" -> "mjpeg";
            case "fmp4", "xvid", "divx", "mp4v" -> "mpeg4";
            case "h264", "x264", "avc1" -> "h264";
            default -> BoxFacts.codec(handler);
        };
    }
}
