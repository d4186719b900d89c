package io.mingjian.detection.media;

import java.util.Locale;
import java.util.Optional;

/**
 * Facts of a Matroska or WebM file: {@code Info} and the first track of pictures. Both come before
 * the first cluster in every file that can be played from its start.
 */
final class MatroskaFacts {
    private static final long INFO = 0x1549A966L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long TRACK = 0xAE;
    private static final int MOST_CHILDREN = 1_000;
    private static final long PICTURES = 1;

    private final ByteView file;

    private MatroskaFacts(ByteView file) {
        this.file = file;
    }

    /** One element: where its data lies. */
    private record Element(long id, int data, int end) {}

    static MediaFacts of(MediaFile media) {
        return media.container()
                .first("Segment")
                .map(segment -> new MatroskaFacts(media.bytes()).read(segment))
                .orElse(MediaFacts.NONE);
    }

    private MediaFacts read(Block segment) {
        Element all = new Element(0, segment.dataOffset(), segment.dataEnd());
        Optional<Double> seconds = child(all, INFO).flatMap(this::seconds);
        return child(all, TRACKS)
                .flatMap(this::pictures)
                .map(track -> facts(track, seconds))
                .orElse(MediaFacts.NONE);
    }

    private Optional<Double> seconds(Element info) {
        double scale = child(info, 0x2AD7B1).map(this::number).orElse(1_000_000L);
        return child(info, 0x4489)
                .map(this::real)
                .map(duration -> duration * scale / 1e9)
                .filter(seconds -> seconds > 0 && seconds < 1e9);
    }

    private Optional<Element> pictures(Element tracks) {
        Element rest = tracks;
        Optional<Element> track = child(rest, TRACK);
        for (int n = 0; n < MOST_CHILDREN && track.isPresent(); n++) {
            if (child(track.get(), 0x83).map(this::number).orElse(0L) == PICTURES) {
                return track;
            }
            rest = new Element(rest.id(), track.get().end(), rest.end());
            track = child(rest, TRACK);
        }
        return Optional.empty();
    }

    private MediaFacts facts(Element track, Optional<Double> seconds) {
        Optional<Element> video = child(track, 0xE0);
        Optional<Long> nanosEach = child(track, 0x23E383).map(this::number).filter(n -> n > 0);
        return new MediaFacts(
                video.flatMap(v -> child(v, 0xB0)).map(this::number).flatMap(MatroskaFacts::side),
                video.flatMap(v -> child(v, 0xBA)).map(this::number).flatMap(MatroskaFacts::side),
                seconds.flatMap(s -> nanosEach.map(each -> s * 1e9 / each))
                        .filter(n -> n < Integer.MAX_VALUE)
                        .map(n -> (int) Math.round(n)),
                seconds,
                child(track, 0x86).map(this::codec),
                0);
    }

    private static Optional<Integer> side(long value) {
        return value > 0 && value <= Integer.MAX_VALUE
                ? Optional.of((int) value)
                : Optional.empty();
    }

    private String codec(Element id) {
        String name = file.latin1(id.data(), Math.min(64, id.end() - id.data()));
        return switch (name) {
            case "V_MPEG4/ISO/AVC" -> "h264";
            case "V_MPEGH/ISO/HEVC" -> "hevc";
            case "V_MPEG4/ISO/ASP" -> "mpeg4";
            default -> name.replaceFirst("^V_", "").toLowerCase(Locale.ROOT);
        };
    }

    private Optional<Element> child(Element parent, long wanted) {
        int at = parent.data();
        for (int n = 0; n < MOST_CHILDREN && at < parent.end(); n++) {
            Element element = element(at, parent.end());
            if (element.id() == wanted) {
                return Optional.of(element);
            }
            if (element.id() == CLUSTER) {
                return Optional.empty();
            }
            at = element.end();
        }
        return Optional.empty();
    }

    private Element element(int at, int limit) {
        int idLength = length(at);
        int sizeLength = length(at + idLength);
        int data = at + idLength + sizeLength;
        long mask = (1L << 7 * sizeLength) - 1;
        long size = bytes(at + idLength, sizeLength) & mask;
        long end = size == mask ? limit : Math.min(limit, data + size);
        return new Element(bytes(at, idLength), data, (int) Math.max(end, data));
    }

    private int length(int at) {
        int length = Integer.numberOfLeadingZeros(file.u8(at)) - 23;
        if (length > 8) {
            throw new BrokenBytes(at, "number longer than allowed");
        }
        return length;
    }

    private long number(Element element) {
        return bytes(element.data(), Math.min(8, element.end() - element.data()));
    }

    private double real(Element element) {
        return element.end() - element.data() == 4
                ? Float.intBitsToFloat((int) file.u32(element.data()))
                : Double.longBitsToDouble(file.u64(element.data()));
    }

    private long bytes(int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | file.u8(at + i);
        }
        return value;
    }
}
