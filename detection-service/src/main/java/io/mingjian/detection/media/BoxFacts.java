package io.mingjian.detection.media;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facts of a film in boxes: its first track of pictures, from {@code moov} alone. */
final class BoxFacts {
    private static final int MOST_TRACKS = 64;
    private static final int MOST_CHILDREN = 1_000;

    /** Runs of equal length that are looked at; phones need one for nearly every picture. */
    private static final int MOST_RUNS = 1_000;

    /** Of fewer pictures an even interval says nothing. */
    private static final int LEAST_PICTURES = 10;

    private static final Map<String, String> CODECS =
            Map.ofEntries(
                    Map.entry("avc1", "h264"),
                    Map.entry("avc3", "h264"),
                    Map.entry("hvc1", "hevc"),
                    Map.entry("hev1", "hevc"),
                    Map.entry("dvh1", "hevc"),
                    Map.entry("dvhe", "hevc"),
                    Map.entry("av01", "av1"),
                    Map.entry("vp08", "vp8"),
                    Map.entry("vp09", "vp9"),
                    Map.entry("mp4v", "mpeg4"),
                    Map.entry("s263", "h263"),
                    Map.entry("jpeg", "mjpeg"));

    private final ByteView file;

    private BoxFacts(ByteView file) {
        this.file = file;
    }

    static MediaFacts of(MediaFile media) {
        BoxFacts facts = new BoxFacts(media.bytes());
        Optional<Double> seconds = media.container().first("moov/mvhd").flatMap(facts::seconds);
        return media.container()
                .blocks("moov/trak")
                .limit(MOST_TRACKS)
                .flatMap(track -> facts.pictures(track, seconds).stream())
                .findFirst()
                .orElse(MediaFacts.NONE);
    }

    /** Facts of the tracks side by side. */
    static TrackFacts tracks(MediaFile media) {
        BoxFacts facts = new BoxFacts(media.bytes());
        List<Block> tracks = media.container().blocks("moov/trak").limit(MOST_TRACKS).toList();
        if (tracks.isEmpty()) {
            return TrackFacts.NONE;
        }
        return new TrackFacts(
                Optional.of(tracks.stream().anyMatch(track -> facts.handles(track, "soun"))),
                tracks.stream()
                        .filter(track -> facts.handles(track, "vide"))
                        .findFirst()
                        .flatMap(facts::evenInterval));
    }

    private boolean handles(Block track, String handler) {
        return child(track, "mdia")
                .flatMap(media -> child(media, "hdlr"))
                .filter(box -> file.has(box.dataOffset() + 8, handler))
                .isPresent();
    }

    /** From the table that tells how long each picture is shown: runs of a count and a length. */
    private Optional<Boolean> evenInterval(Block track) {
        return child(track, "mdia")
                .flatMap(media -> child(media, "minf"))
                .flatMap(media -> child(media, "stbl"))
                .flatMap(samples -> child(samples, "stts"))
                .flatMap(this::evenRuns);
    }

    private Optional<Boolean> evenRuns(Block table) {
        long runs = file.u32(table.dataOffset() + 4);
        if (runs < 1 || runs > (table.dataLength() - 8) / 8) {
            return Optional.empty();
        }
        long pictures = 0;
        Set<Long> lengths = new HashSet<>();
        for (int i = 0; i < Math.min(runs, MOST_RUNS); i++) {
            int at = table.dataOffset() + 8 + 8 * i;
            long count = file.u32(at);
            boolean last = i == runs - 1 && i > 0 && count == 1;
            pictures += count;
            if (!last) {
                lengths.add(file.u32(at + 4));
            }
        }
        return pictures < LEAST_PICTURES ? Optional.empty() : Optional.of(lengths.size() == 1);
    }

    private Optional<Double> seconds(Block header) {
        int at = header.dataOffset();
        boolean wide = file.u8(at) == 1;
        long scale = file.u32(at + (wide ? 20 : 12));
        long duration = wide ? file.u64(at + 24) : file.u32(at + 16);
        boolean known = scale > 0 && duration > 0 && duration != 0xFFFFFFFFL;
        return known ? Optional.of((double) duration / scale) : Optional.empty();
    }

    private Optional<MediaFacts> pictures(Block track, Optional<Double> seconds) {
        Optional<Block> media = child(track, "mdia");
        boolean shows =
                media.flatMap(m -> child(m, "hdlr"))
                        .filter(handler -> file.has(handler.dataOffset() + 8, "vide"))
                        .isPresent();
        Optional<Block> header = child(track, "tkhd");
        Optional<Block> samples =
                media.flatMap(m -> child(m, "minf")).flatMap(m -> child(m, "stbl"));
        if (!shows || header.isEmpty() || samples.isEmpty()) {
            return Optional.empty();
        }
        return child(samples.get(), "stsd")
                .map(coding -> pictures(header.get(), samples.get(), coding, seconds));
    }

    private MediaFacts pictures(
            Block header, Block samples, Block coding, Optional<Double> seconds) {
        int turned = rotation(header.dataOffset() + (file.u8(header.dataOffset()) == 1 ? 52 : 40));
        int entry = coding.dataOffset() + 8;
        int width = file.u16(entry + 32);
        int height = file.u16(entry + 34);
        boolean swaps = turned % 180 != 0;
        return new MediaFacts(
                Optional.of(swaps ? height : width),
                Optional.of(swaps ? width : height),
                child(samples, "stsz")
                        .map(sizes -> file.u32(sizes.dataOffset() + 8))
                        .filter(count -> count > 0 && count <= Integer.MAX_VALUE)
                        .map(Long::intValue),
                seconds,
                Optional.of(codec(file.latin1(entry + 4, 4))),
                turned);
    }

    /** First column of the matrix, in 16.16 fixed point. */
    private int rotation(int matrix) {
        int a = (int) file.u32(matrix);
        int b = (int) file.u32(matrix + 4);
        if (a == 0 && b != 0) {
            return b > 0 ? 90 : 270;
        }
        return a < 0 && b == 0 ? 180 : 0;
    }

    static String codec(String name) {
        return CODECS.getOrDefault(name, name.replaceAll("[^A-Za-z0-9]", "_"));
    }

    private Optional<Block> child(Block parent, String type) {
        int at = parent.dataOffset();
        for (int n = 0; n < MOST_CHILDREN && at + 8 <= parent.dataEnd(); n++) {
            long size = file.u32(at);
            if (size < 8 || size > parent.dataEnd() - at) {
                return Optional.empty();
            }
            if (file.has(at + 4, type)) {
                return Optional.of(new Block(type, at, at + 8, (int) size - 8));
            }
            at += (int) size;
        }
        return Optional.empty();
    }
}
