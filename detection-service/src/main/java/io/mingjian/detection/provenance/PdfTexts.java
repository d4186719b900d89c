package io.mingjian.detection.provenance;

import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entries {@code /AIGC} of a PDF's dictionaries, also in compressed object streams, and its XMP.
 * The file is searched for them instead of being followed from its tables, because a damaged table
 * must not hide a label. Of an object that a later revision replaces only the last counts.
 */
final class PdfTexts {
    private static final String KEY = "/AIGC";
    private static final int MOST = 200;
    private static final int MOST_STREAMS = 20_000;
    private static final int DICTIONARY = 8 << 10;
    private static final int OBJECT_HEAD = 24;
    private static final Pattern INFO = Pattern.compile("/Info\\s+(\\d+)\\s+\\d+\\s+R");
    private static final Pattern OBJECT = Pattern.compile("(?<!\\d)(\\d+)\\s+\\d+\\s+obj\\z");

    private final ByteView file;
    private final CarrierSink sink;
    private final Map<String, Hit> hits = new LinkedHashMap<>();
    private boolean encrypted;

    private PdfTexts(ByteView file, CarrierSink sink) {
        this.file = file;
        this.sink = sink;
    }

    /**
     * A value under the key.
     *
     * @param object number of the object that holds it
     */
    private record Hit(String object, int offset, int length, String value, boolean inStream) {}

    static void read(MediaFile media, CarrierSink sink) {
        PdfTexts texts = new PdfTexts(media.bytes(), sink);
        texts.encrypted = texts.file.lastIndexOf("/Encrypt", 0, texts.file.length()) >= 0;
        texts.entries();
        texts.streams();
        String info = texts.info().orElse("");
        for (Hit hit : texts.hits.values()) {
            boolean exact = hit.inStream() || hit.object().equals(info);
            sink.text(
                    exact ? Place.PDF_INFO : Place.PDF_DICTIONARY,
                    "AIGC",
                    hit.offset(),
                    hit.length(),
                    hit.value(),
                    hit.inStream()
                            ? new String[] {"IN_OBJECT_STREAM"}
                            : exact ? new String[0] : new String[] {"OUTSIDE_INFO"});
        }
    }

    /** The object that the last trailer calls the information dictionary. */
    private Optional<String> info() {
        int at = file.lastIndexOf("/Info", 0, file.length());
        for (int n = 0; at >= 0 && n < MOST; n++) {
            String text = file.latin1(at, Math.min(40, file.length() - at));
            Matcher matcher = INFO.matcher(text);
            if (matcher.lookingAt()) {
                return Optional.of(matcher.group(1));
            }
            at = file.lastIndexOf("/Info", 0, at);
        }
        return Optional.empty();
    }

    private void entries() {
        int at = file.indexOf(KEY, 0, file.length());
        for (int n = 0; at >= 0; n++) {
            if (n >= MOST) {
                sink.unread("LIMIT", Place.PDF_INFO.name(), at, 0);
                return;
            }
            entry(at);
            at = file.indexOf(KEY, at + 1, file.length());
        }
    }

    private void entry(int at) {
        try {
            Optional<PdfString> value = PdfString.after(file, at + KEY.length());
            if (value.isPresent() && encrypted) {
                sink.unread("UNSUPPORTED", Place.PDF_INFO.name(), at, value.get().length());
            } else if (value.isPresent()) {
                PdfString text = value.get();
                String object = objectAt(at);
                hits.put(object, new Hit(object, text.offset(), text.length(), text.text(), false));
            }
        } catch (BrokenBytes e) {
            sink.unread("DAMAGED", Place.PDF_INFO.name(), at, 0);
        }
    }

    /** Number of the object around a place, or the place itself where none is found. */
    private String objectAt(int at) {
        int mark = file.lastIndexOf("obj", Math.max(0, at - DICTIONARY), at);
        while (mark > 0) {
            int from = Math.max(0, mark - OBJECT_HEAD);
            Matcher matcher = OBJECT.matcher(file.latin1(from, mark + 3 - from));
            if (matcher.find()) {
                return matcher.group(1);
            }
            mark = file.lastIndexOf("obj", Math.max(0, at - DICTIONARY), mark);
        }
        return "@" + at;
    }

    /** Object streams and metadata; other streams are not opened. */
    private void streams() {
        int at = file.indexOf("stream", 0, file.length());
        int opened = 0;
        for (int n = 0; at >= 0; n++) {
            if (n > MOST_STREAMS || opened > MOST) {
                sink.unread("LIMIT", "PDF_STREAM", at, 0);
                return;
            }
            boolean isStart = !file.has(at - 3, "endstream");
            if (isStart && isWanted(at)) {
                opened++;
                stream(at);
            }
            at = file.indexOf("stream", at + 6, file.length());
        }
    }

    private String dictionary(int streamAt) {
        int from = Math.max(0, streamAt - 1024);
        int object = file.lastIndexOf("obj", from, streamAt);
        int start = object < 0 ? from : object;
        return file.latin1(start, streamAt - start);
    }

    private boolean isWanted(int streamAt) {
        String dictionary = dictionary(streamAt);
        return dictionary.contains("/ObjStm") || dictionary.contains("/Metadata");
    }

    private void stream(int at) {
        int start = at + 6;
        start += file.has(start, "\r\n") ? 2 : 1;
        int end = file.indexOf("endstream", start, file.length());
        if (end < 0) {
            sink.unread("DAMAGED", "PDF_STREAM", at, 0);
            return;
        }
        String dictionary = dictionary(at);
        boolean metadata = !dictionary.contains("/ObjStm");
        boolean deflated = dictionary.contains("/FlateDecode");
        int length = end - start;
        if (encrypted || !deflated && dictionary.contains("/Filter")) {
            sink.unread("UNSUPPORTED", "PDF_STREAM", at, length);
        } else if (sink.affords("PDF_STREAM", at, length)) {
            content(file.copy(start, length), deflated, metadata, start, length);
        }
    }

    private void content(byte[] stored, boolean deflated, boolean metadata, int at, int length) {
        Inflation inflation = deflated ? Inflation.of(stored) : new Inflation.Whole(stored);
        if (inflation instanceof Inflation.Failed failed) {
            sink.unread(failed.code(), "PDF_STREAM", at, length);
        } else if (inflation instanceof Inflation.Whole whole && metadata) {
            sink.packet(Place.PDF_XMP, "XMP", at, length, CarrierSink.decoded(whole.bytes()));
        } else if (inflation instanceof Inflation.Whole whole) {
            objects(ByteView.of(whole.bytes()), at, length);
        }
    }

    private void objects(ByteView objects, int at, int length) {
        int key = objects.indexOf(KEY, 0, objects.length());
        for (int n = 0; key >= 0 && n < MOST; n++) {
            try {
                String id = "stream@" + at + "/" + n;
                PdfString.after(objects, key + KEY.length())
                        .ifPresent(
                                text -> hits.put(id, new Hit(id, at, length, text.text(), true)));
            } catch (BrokenBytes e) {
                sink.unread("DAMAGED", "PDF_STREAM", at, length);
            }
            key = objects.indexOf(KEY, key + 1, objects.length());
        }
    }
}
