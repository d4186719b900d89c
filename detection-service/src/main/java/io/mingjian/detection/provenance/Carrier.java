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
        PNG_ITXT(false),
        PNG_TEXT(true),
        PNG_ZTXT(false),
        JPEG_XMP(false),
        JPEG_EXTENDED_XMP(false),
        JPEG_COMMENT(false),
        JPEG_SEGMENT(false),
        WEBP_XMP(false),
        GIF_XMP(false),
        GIF_COMMENT(false),
        EXIF(false),
        /** XMP in a TIFF structure, tag 0x02BC. */
        TIFF_XMP(false),
        /** Metadata item of HEIF and AVIF. */
        HEIF_ITEM(false),
        /** List of MP4 and QuickTime whose names stand in {@code keys}. */
        MP4_KEYS(true),
        /** List of MP4 whose items have four letters. */
        MP4_ITEM(false),
        MP4_BOX(false),
        MP4_XMP(false),
        FLV_SCRIPT(true),
        MATROSKA_TAG(true),
        RIFF_INFO(true),
        RIFF_CHUNK(true),
        RIFF_XMP(false),
        ID3_TXXX(true),
        ID3_TEXT(false),
        ID3_XMP(false),
        VORBIS_COMMENT(true),
        OOXML_PROPERTY(true),
        PDF_INFO(true),
        /** A dictionary of a PDF that is not its information dictionary. */
        PDF_DICTIONARY(false),
        PDF_XMP(false),
        SVG_XMP(false),
        FRONT_MATTER(true),
        TEXT_JSON(false);

        private final boolean isGuided;

        Place(boolean isGuided) {
            this.isGuided = isGuided;
        }

        /** The guides put the bare label here under the key {@code AIGC}. */
        boolean isGuided() {
            return isGuided;
        }
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
        facts.put("keyword", Limits.bounded(keyword));
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
