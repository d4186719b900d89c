package io.mingjian.detection.forensics;

import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.quantisation.JpegCoding;
import java.util.Optional;
import java.util.Set;

/**
 * The way a picture came, as far as its file tells. Measurements spread differently in each, so a
 * picture is compared with those of its own way. A guess by marks that anybody can write or remove:
 * never evidence of anything itself.
 */
public enum Channel {
    /** Camera data are in the file, and no program is known by its tables. */
    CAMERA("相机原始文件"),
    /**
     * No camera data, and written as messengers write: by mozjpeg in several scans, or with a long
     * side to which a common messenger reduces.
     */
    MESSENGER("即时通讯转发文件"),
    /** Everything else: scaled, saved again, of another kind. */
    OTHER("其他文件");

    /** Long sides to which Telegram, WeChat and WhatsApp reduce a photograph. */
    private static final Set<Integer> REDUCED_TO = Set.of(1280, 1440, 1600);

    private final String zhName;

    Channel(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }

    /**
     * Decides by the file alone; nothing is decoded.
     *
     * @param longSide of the picture in pixels
     */
    public static Channel of(MediaFile file, int longSide) {
        Optional<JpegCoding> coding = JpegCoding.of(file);
        if (file.kind() != MediaKind.JPEG && file.kind() != MediaKind.HEIF) {
            return OTHER;
        }
        if (hasCameraData(file)) {
            return coding.filter(JpegCoding::isOfProgram).isPresent() ? OTHER : CAMERA;
        }
        boolean web = coding.filter(c -> c.progressive() && c.isMozjpeg()).isPresent();
        boolean reduced = coding.isPresent() && REDUCED_TO.contains(longSide);
        return web || reduced ? MESSENGER : OTHER;
    }

    private static boolean hasCameraData(MediaFile file) {
        return file.exif()
                .filter(exif -> exif.first(ExifFields.MAKE).isPresent())
                .filter(
                        exif ->
                                exif.first(ExifFields.EXPOSURE_TIME).isPresent()
                                        || exif.first(ExifFields.F_NUMBER).isPresent()
                                        || exif.first(ExifFields.DATE_TIME_ORIGINAL).isPresent())
                .isPresent();
    }
}
