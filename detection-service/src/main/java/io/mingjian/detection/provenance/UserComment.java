package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * EXIF UserComment: eight bytes name the character code, the text follows. Writers disagree about
 * the byte order of {@code UNICODE}, so the text itself decides.
 */
final class UserComment {
    private UserComment() {}

    static String text(ByteView file, ExifFields.Field field, List<String> deviations) {
        int at = field.offset();
        int length = field.length();
        if (length < 8) {
            return file.latin1(at, length).trim();
        }
        if (file.has(at, "ASCII\0\0\0")) {
            return clean(file.text(at + 8, length - 8, StandardCharsets.UTF_8));
        }
        if (file.has(at, "UNICODE\0")) {
            return clean(file.text(at + 8, length - 8, byteOrder(file, at + 8, length - 8)));
        }
        if (file.has(at, "\0\0\0\0\0\0\0\0")) {
            deviations.add("COMMENT_CODE_UNDEFINED");
            return clean(file.text(at + 8, length - 8, StandardCharsets.UTF_8));
        }
        deviations.add("COMMENT_CODE_MISSING");
        return clean(file.text(at, length, StandardCharsets.UTF_8));
    }

    private static Charset byteOrder(ByteView file, int at, int length) {
        int zerosFirst = 0;
        int zerosSecond = 0;
        for (int i = 0; i + 1 < Math.min(length, 200); i += 2) {
            zerosFirst += file.u8(at + i) == 0 ? 1 : 0;
            zerosSecond += file.u8(at + i + 1) == 0 ? 1 : 0;
        }
        return zerosSecond > zerosFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static String clean(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == 0 || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }
}
