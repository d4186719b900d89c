package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bytes behind the end mark of a whole file. */
final class TrailingData {
    private TrailingData() {}

    static Optional<Found> in(MediaFile media, AnalyzerId by) {
        int end = media.container().end();
        int length = media.bytes().length() - end;
        if (length <= 0 || media.container().damage().isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "TRAILER");
        facts.put("offset", end);
        facts.put("length", length);
        facts.put("kind", kind(media, end));
        return Optional.of(
                new Found(
                        by,
                        "TRAILING_DATA",
                        SignalStrength.NEUTRAL,
                        "文件结束标记之后还有附加数据。",
                        "手机常在此处保存景深、动态照片或相册信息，不说明文件被改动。",
                        List.of(),
                        facts));
    }

    private static String kind(MediaFile media, int end) {
        ByteView file = media.bytes();
        if (file.has(file.length() - 4, "SEFT")) {
            return "SAMSUNG_SEF";
        }
        if (file.has(end, "\u00ff\u00d8\u00ff")) {
            return "JPEG";
        }
        return file.has(end + 4, "ftyp") ? "VIDEO" : "UNKNOWN";
    }
}
