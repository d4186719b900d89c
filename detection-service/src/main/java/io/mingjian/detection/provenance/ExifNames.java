package io.mingjian.detection.provenance;

import java.util.Map;

/** Names of the EXIF text fields that readers ask for; others go by number. */
final class ExifNames {
    private static final Map<Integer, String> NAMES =
            Map.of(
                    0x010E, "ImageDescription",
                    0x010F, "Make",
                    0x0110, "Model",
                    0x0131, "Software",
                    0x013B, "Artist",
                    0x8298, "Copyright",
                    0x9003, "DateTimeOriginal",
                    0x9286, "UserComment",
                    0xA433, "LensMake",
                    0xA434, "LensModel");

    private ExifNames() {}

    static String of(int tag) {
        return NAMES.getOrDefault(tag, "0x%04X".formatted(tag));
    }
}
