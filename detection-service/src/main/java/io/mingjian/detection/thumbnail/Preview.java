package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.ByteView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small picture inside the file, not yet decoded.
 *
 * @param offset of its bytes in the file
 * @param length of its bytes
 */
record Preview(Place place, int offset, int length, Coding coding) {

    /** Where small pictures lie. */
    enum Place {
        EXIF_IFD1,
        JFIF,
        JFXX,
        MPF,
        /** Resource of Photoshop 4, red and blue exchanged. */
        PHOTOSHOP_1033,
        PHOTOSHOP_1036
    }

    /** How it is stored. */
    sealed interface Coding {
        /** A picture file of its own. */
        record File(boolean swapsRedAndBlue) implements Coding {}

        /** Three bytes a pixel. */
        record Rgb(int width, int height) implements Coding {}

        /** One byte a pixel, after 256 colours of three bytes. */
        record Palette(int width, int height) implements Coding {}

        /** Brightness for each pixel and colour for each cell of so many pixels. */
        record YCbCr(int width, int height, int across, int down) implements Coding {}

        /** A way of storing that is not read. */
        record Unsupported() implements Coding {}
    }

    boolean liesIn(ByteView file) {
        return offset >= 0 && length > 0 && offset <= file.length() - length;
    }

    /** Place, offset, length and, where the bytes are all there, their hash. */
    Map<String, Object> whereabouts(ByteView file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", place.name());
        facts.put("offset", offset);
        facts.put("length", length);
        if (liesIn(file)) {
            facts.put("sha256", file.sha256(offset, length));
        }
        return facts;
    }
}
