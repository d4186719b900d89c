package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Block;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.thumbnail.Preview.Coding;
import io.mingjian.detection.thumbnail.Preview.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Image resources 1033 and 1036 of Photoshop: a head of 28 bytes and a JPEG picture. A resource
 * that crosses into the next segment is not read.
 */
final class PhotoshopPreviews {
    private static final String HEAD = "Photoshop 3.0\0";
    private static final String RESOURCE = "8BIM";
    private static final int PICTURE_HEAD = 28;
    private static final int JPEG_FORMAT = 1;
    private static final int MOST_RESOURCES = 1_000;

    private PhotoshopPreviews() {}

    static List<Preview> of(MediaFile file) {
        List<Preview> previews = new ArrayList<>();
        file.container()
                .blocks("APP13")
                .filter(block -> file.bytes().has(block.dataOffset(), HEAD))
                .limit(Previews.MOST)
                .forEach(block -> read(file.bytes(), block, previews));
        return previews;
    }

    /**
     * Signature, number, name of even length with its own length first, size, data padded to even.
     */
    private static void read(ByteView file, Block block, List<Preview> previews) {
        int at = block.dataOffset() + HEAD.length();
        int end = block.dataEnd();
        for (int n = 0; n < MOST_RESOURCES && at + 12 <= end && file.has(at, RESOURCE); n++) {
            int number = file.u16(at + 4);
            int sizeAt = at + 6 + (file.u8(at + 6) + 2) / 2 * 2;
            if (sizeAt + 4 > end) {
                return;
            }
            long size = file.u32(sizeAt);
            int data = sizeAt + 4;
            if (size > end - data) {
                return;
            }
            if (number == 1033 || number == 1036) {
                previews.add(preview(file, number, data, (int) size));
            }
            at = data + (int) (size + (size & 1));
        }
    }

    private static Preview preview(ByteView file, int number, int data, int size) {
        boolean isJpeg = size > PICTURE_HEAD && file.u32(data) == JPEG_FORMAT;
        Coding coding = isJpeg ? new Coding.File(number == 1033) : new Coding.Unsupported();
        Place place = number == 1033 ? Place.PHOTOSHOP_1033 : Place.PHOTOSHOP_1036;
        return isJpeg
                ? new Preview(place, data + PICTURE_HEAD, size - PICTURE_HEAD, coding)
                : new Preview(place, data, size, coding);
    }
}
