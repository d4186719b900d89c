package io.mingjian.detection.c2pa;

import java.util.List;

/**
 * A manifest store as found in a file.
 *
 * @param carrier kind of file
 * @param store its bytes
 * @param places what of the file carries the store, headers of segments included
 */
record Embedded(Carrier carrier, byte[] store, List<Span> places) {

    /** Kinds of file in which a store is looked for. */
    enum Carrier {
        JPEG,
        PNG,
        RIFF,
        BMFF,
        TIFF,
        GIF,
        ID3,
        PDF,
        ZIP,
        SVG
    }

    Embedded {
        places = List.copyOf(places);
    }
}
