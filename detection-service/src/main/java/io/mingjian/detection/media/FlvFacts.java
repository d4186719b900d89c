package io.mingjian.detection.media;

import java.util.Optional;

/** Facts of a Flash video: the numbers of its {@code onMetaData}. */
final class FlvFacts {
    private static final int LOOK = 64 << 10;

    private final ByteView file;
    private final Block script;

    private FlvFacts(ByteView file, Block script) {
        this.file = file;
        this.script = script;
    }

    static MediaFacts of(MediaFile media) {
        return media.container()
                .first("script")
                .map(script -> new FlvFacts(media.bytes(), script).read())
                .orElse(MediaFacts.NONE);
    }

    private MediaFacts read() {
        Optional<Double> seconds = number("duration").filter(s -> s > 0 && s < 1e9);
        return new MediaFacts(
                whole("width"),
                whole("height"),
                seconds.flatMap(s -> number("framerate").map(rate -> s * rate))
                        .filter(n -> n > 0 && n < Integer.MAX_VALUE)
                        .map(n -> (int) Math.round(n)),
                seconds,
                number("videocodecid").map(FlvFacts::codec),
                0);
    }

    private Optional<Integer> whole(String name) {
        return number(name).filter(n -> n >= 1 && n <= 65_535).map(Double::intValue);
    }

    /** A name with its length before it, then the mark of a number, then the number. */
    private Optional<Double> number(String name) {
        String key = "\0" + (char) name.length() + name + "\0";
        int end = Math.min(script.dataEnd(), script.dataOffset() + LOOK);
        int at = file.indexOf(key, script.dataOffset(), end);
        return at < 0
                ? Optional.empty()
                : Optional.of(Double.longBitsToDouble(file.u64(at + key.length())));
    }

    private static String codec(double id) {
        return switch ((int) id) {
            case 2 -> "h263";
            case 4, 5 -> "vp6";
            case 7 -> "h264";
            case 12 -> "hevc";
            case 13 -> "av1";
            default -> "flv_" + (int) id;
        };
    }
}
