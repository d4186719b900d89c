package io.mingjian.detection.provenance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One text that lies in a file, with the place where anybody can look it up again.
 *
 * @param place kind of place, such as {@code PNG_ITXT} or {@code EXIF}
 * @param keyword keyword, field or segment name
 * @param offset of the payload in the file
 * @param length of the payload in the file, as stored
 * @param sha256 of the payload as stored
 * @param text the text after inflating and decoding
 * @param isXmp the text is an XMP packet
 * @param deviations how the place differs from what the guides prescribe
 */
record Carrier(
        Place place,
        String keyword,
        int offset,
        int length,
        String sha256,
        String text,
        boolean isXmp,
        List<String> deviations) {

    /** Where in which container. */
    enum Place {
        PNG_ITXT,
        PNG_TEXT,
        PNG_ZTXT,
        JPEG_XMP,
        JPEG_EXTENDED_XMP,
        JPEG_COMMENT,
        JPEG_SEGMENT,
        WEBP_XMP,
        EXIF
    }

    Carrier {
        deviations = List.copyOf(deviations);
    }

    boolean isNamed(String name) {
        return keyword.equalsIgnoreCase(name);
    }

    /** Place, offset, length and hash as facts of a finding. */
    Map<String, Object> whereabouts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", place.name());
        facts.put("keyword", keyword);
        facts.put("offset", offset);
        facts.put("length", length);
        facts.put("sha256", sha256);
        return facts;
    }

    List<String> deviationsWith(List<String> more) {
        List<String> all = new ArrayList<>(deviations);
        all.addAll(more);
        return all.stream().distinct().toList();
    }
}
