package io.mingjian.detection.media;

import io.mingjian.detection.media.Part.Budget;
import io.mingjian.detection.media.Part.Unpacked;
import io.mingjian.detection.media.PdfValue.Entries;
import io.mingjian.detection.media.PdfValue.Items;
import io.mingjian.detection.media.PdfValue.Name;
import io.mingjian.detection.media.PdfValue.Reference;
import io.mingjian.detection.media.PdfValue.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects of a PDF file by their numbers. The file is searched for them instead of being
 * followed from its tables, because a damaged table must not hide a picture; of an object that a
 * later part of the file replaces the last counts.
 */
final class PdfObjects {
    private static final int MOST_OBJECTS = 100_000;
    private static final int MOST_STREAMS = 2_000;
    private static final int MOST_REFERENCES = 8;
    private static final int HEAD = 512;

    /**
     * All that is parsed, searched and copied; places may overlap, so the file's length is no
     * bound.
     */
    private static final long MOST_WORK = 256L << 20;

    /** What following a reference costs, even if it leads to little or to nothing. */
    private static final int STEP = 64;

    private final ByteView file;
    private final Map<Integer, Place> places = new TreeMap<>();
    private final Budget budget = new Budget(MediaLimits.PDF_OBJECT_BYTES);
    private final long mostWork;
    private boolean complete = true;
    private long work;

    /** Where an object's value starts: in the file, or in an unpacked stream of objects. */
    private record Place(ByteView bytes, int offset) {}

    /** A stream as it lies in the file. */
    record Stream(Entries entries, int data, int length) {}

    private PdfObjects(ByteView file, long mostWork) {
        this.file = file;
        this.mostWork = mostWork;
    }

    static PdfObjects of(ByteView file) {
        return of(file, MOST_WORK);
    }

    static PdfObjects of(ByteView file, long mostWork) {
        PdfObjects objects = new PdfObjects(file, mostWork);
        objects.scan();
        objects.unpack();
        return objects;
    }

    /** False when there was more than is read, or something could not be unpacked. */
    boolean isComplete() {
        return complete;
    }

    /** True when nothing more is read: whoever asks for an object is refused at once. */
    boolean isSpent() {
        return work > mostWork;
    }

    /** Bytes parsed, searched and copied so far; exceeds the limit by one step at most. */
    long work() {
        return work;
    }

    Iterable<Integer> numbers() {
        return places.keySet();
    }

    private void scan() {
        int at = file.indexOf("obj", 0, file.length());
        while (at >= 0) {
            if (places.size() >= MOST_OBJECTS) {
                complete = false;
                return;
            }
            int number = file.has(at - 3, "endobj") ? -1 : numberBefore(at);
            if (number >= 0) {
                places.put(number, new Place(file, at + 3));
            }
            at = file.indexOf("obj", at + 3, file.length());
        }
    }

    /** The object's number, which stands before its generation; -1 where there is none. */
    private int numberBefore(int at) {
        int generation = back(at, false);
        int gap = back(generation, true);
        int end = back(gap, false);
        int start = back(end, true);
        boolean both = gap < generation && start < end && end - start <= 9;
        return both ? Integer.parseInt(file.latin1(start, end - start)) : -1;
    }

    private int back(int from, boolean digits) {
        int at = from;
        while (at > 0 && from - at < 12 && isDigit(at - 1) == digits && (digits || isGap(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isDigit(int at) {
        return file.u8(at) >= '0' && file.u8(at) <= '9';
    }

    private boolean isGap(int at) {
        return "\0\t\n\f\r ".indexOf(file.u8(at)) >= 0;
    }

    private void unpack() {
        List<Place> streams = new ArrayList<>();
        for (Place place : places.values()) {
            int look = Math.min(HEAD, file.length() - place.offset());
            if (file.indexOf("/ObjStm", place.offset(), place.offset() + look) >= 0) {
                streams.add(place);
            }
        }
        complete &= streams.size() <= MOST_STREAMS;
        streams.stream().limit(MOST_STREAMS).forEach(this::unpack);
    }

    private void unpack(Place place) {
        try {
            Optional<Stream> stream = stream(place).filter(s -> s.entries().is("Type", "ObjStm"));
            if (stream.isPresent()
                    && unpacked(stream.get(), budget) instanceof Unpacked.Whole whole) {
                members(stream.get(), ByteView.of(whole.bytes()), place.offset());
            } else if (stream.isPresent()) {
                complete = false;
            }
        } catch (BrokenBytes e) {
            complete = false;
        }
    }

    private void members(Stream stream, ByteView bytes, int offset) {
        int count = (int) Math.min(whole(stream.entries(), "N").orElse(0L), MOST_OBJECTS);
        int first = (int) Math.min(whole(stream.entries(), "First").orElse(0L), bytes.length());
        PdfParser head = new PdfParser(bytes, 0);
        for (int i = 0; i < count && places.size() < MOST_OBJECTS; i++) {
            if (head.value() instanceof Whole number
                    && head.value() instanceof Whole start
                    && number.value() <= Integer.MAX_VALUE
                    && first + start.value() < bytes.length()) {
                Place known = places.get((int) number.value());
                boolean later = known == null || known.bytes() == file && known.offset() < offset;
                if (later) {
                    Place place = new Place(bytes, first + (int) start.value());
                    places.put((int) number.value(), place);
                }
            }
        }
    }

    /** The value of an object, or the value itself; empty where it leads nowhere. */
    Optional<PdfValue> resolved(PdfValue value) {
        PdfValue known = value;
        for (int i = 0; known instanceof Reference reference; i++) {
            spend(STEP, 0);
            Place place = places.get(reference.object());
            if (place == null || i > MOST_REFERENCES) {
                return Optional.empty();
            }
            PdfParser parser = new PdfParser(place.bytes(), place.offset());
            known = parsed(parser, place);
        }
        return Optional.of(known);
    }

    /** What breaks off has cost as much as what could be read. */
    private PdfValue parsed(PdfParser parser, Place place) {
        requireLeft(place.offset());
        try {
            return parser.value();
        } finally {
            work += parser.at() - place.offset();
        }
    }

    private void spend(int bytes, int at) {
        work += bytes;
        requireLeft(at);
    }

    private void requireLeft(int at) {
        if (isSpent()) {
            complete = false;
            throw new BrokenBytes(at, "more to be read than any document needs");
        }
    }

    Optional<Entries> entries(PdfValue value) {
        return resolved(value).filter(Entries.class::isInstance).map(Entries.class::cast);
    }

    Optional<Entries> entries(Entries from, String key) {
        return from.get(key).flatMap(this::entries);
    }

    List<PdfValue> items(Entries from, String key) {
        Optional<PdfValue> value = from.get(key).flatMap(this::resolved);
        return value.filter(Items.class::isInstance)
                .map(items -> ((Items) items).values())
                .or(() -> value.map(List::of))
                .orElse(List.of());
    }

    Optional<Long> whole(Entries from, String key) {
        return from.get(key)
                .flatMap(this::resolved)
                .filter(Whole.class::isInstance)
                .map(number -> ((Whole) number).value());
    }

    /** A cheap look, before anything is parsed. */
    boolean looksLikePicture(int number) {
        Place place = places.get(number);
        if (place == null || place.bytes() != file) {
            return false;
        }
        int end = Math.min(file.length(), place.offset() + HEAD);
        return file.indexOf("/Image", place.offset(), end) >= 0;
    }

    /** The stream of an object that lies in the file itself; streams lie nowhere else. */
    Optional<Stream> stream(int number) {
        Place place = places.get(number);
        return place == null || place.bytes() != file ? Optional.empty() : stream(place);
    }

    private Optional<Stream> stream(Place place) {
        PdfParser parser = new PdfParser(file, place.offset());
        if (!(parsed(parser, place) instanceof Entries entries)) {
            return Optional.empty();
        }
        int at = file.indexOf("stream", parser.at(), Math.min(parser.at() + 32, file.length()));
        if (at < 0) {
            return Optional.empty();
        }
        int data = at + 6 + (file.has(at + 6, "\r\n") ? 2 : 1);
        return Optional.of(new Stream(entries, data, length(entries, data)));
    }

    /** What the dictionary says if the end mark stands there, else up to the end mark. */
    private int length(Entries entries, int data) {
        long told = whole(entries, "Length").orElse(-1L);
        if (told >= 0 && told <= file.length() - data) {
            int end = data + (int) told;
            int mark = file.indexOf("endstream", end, Math.min(end + 16, file.length()));
            if (mark >= 0) {
                return (int) told;
            }
        }
        requireLeft(data);
        int mark = file.indexOf("endstream", data, file.length());
        spend((mark < 0 ? file.length() : mark) - data, data);
        if (mark < 0) {
            throw new BrokenBytes(data, "stream without an end");
        }
        return mark - data;
    }

    List<String> filters(Entries entries) {
        return items(entries, "Filter").stream()
                .flatMap(value -> resolved(value).stream())
                .filter(Name.class::isInstance)
                .map(value -> ((Name) value).name())
                .toList();
    }

    private Unpacked unpacked(Stream stream, Budget budget) {
        spend(stream.length(), stream.data());
        byte[] packed = file.copy(stream.data(), stream.length());
        List<String> filters = filters(stream.entries());
        if (filters.isEmpty()) {
            return Inflated.stored(packed, budget);
        }
        return filters.equals(List.of("FlateDecode"))
                ? Inflated.zlib(packed, budget)
                : new Unpacked.Failed("UNSUPPORTED", "对象流的压缩方式不受支持。");
    }
}
