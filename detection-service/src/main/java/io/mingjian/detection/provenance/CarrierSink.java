package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Takes what the readers of places find, within the limits of one reading. */
final class CarrierSink {
    private final ByteView file;
    private final List<Carrier> texts = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int budget = Limits.METADATA_BYTES;

    CarrierSink(ByteView file) {
        this.file = file;
    }

    /** True when so many bytes may be read there; otherwise the refusal is noted. */
    boolean affords(String place, int offset, int length) {
        budget -= Math.min(length, budget);
        if (length > Limits.PAYLOAD_BYTES || budget <= 0 || texts.size() >= Limits.TEXTS) {
            unread("LIMIT", place, offset, length);
            return false;
        }
        return true;
    }

    void unread(String code, String place, int offset, int length) {
        unread.add(new Unread(code, place, offset, length));
    }

    void add(Carrier carrier) {
        texts.add(carrier);
    }

    /** Adds a payload as it is stored, if it can be afforded. */
    void plain(Place place, String keyword, int at, int length, String... deviations) {
        if (affords(place.name(), at, length)) {
            text(place, keyword, at, length, decoded(file.copy(at, length)), deviations);
        }
    }

    /** Adds an XMP packet as it is stored, if it can be afforded. */
    void packet(Place place, int at, int length, String... deviations) {
        if (affords(place.name(), at, length)) {
            packet(place, "XMP", at, length, decoded(file.copy(at, length)), deviations);
        }
    }

    void packet(
            Place place, String keyword, int at, int length, String text, String... deviations) {
        texts.add(carrier(place, keyword, at, length, text, true, deviations));
    }

    void text(Place place, String keyword, int at, int length, String text, String... deviations) {
        texts.add(carrier(place, keyword, at, length, text, false, deviations));
    }

    private Carrier carrier(
            Place place,
            String keyword,
            int at,
            int length,
            String text,
            boolean isXmp,
            String... deviations) {
        return new Carrier(
                place,
                keyword,
                at,
                length,
                file.sha256(at, length),
                text,
                isXmp,
                List.of(deviations));
    }

    Carriers all() {
        texts.sort(Comparator.comparingInt(Carrier::offset));
        return new Carriers(texts, unread);
    }

    /** UTF-8 where it is UTF-8, UTF-16 where a mark says so, Latin-1 otherwise. */
    static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                || bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
