package io.mingjian.detection.provenance;

import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.provenance.Carrier.Place;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before a Markdown text between two lines of dashes, in YAML; and text files that are
 * one JSON object, as apps export them.
 */
final class FrontMatter {
    private static final int LOOK = 256 << 10;
    private static final Pattern BLOCK =
            Pattern.compile(
                    "\\A\uFEFF?---[ \\t]*\\r?\\n(.*?)^(---|\\.\\.\\.)[ \\t]*\\r?$", flags());
    private static final Pattern NAMES_LABEL = Pattern.compile("^AIGC[ \\t]*:", Pattern.MULTILINE);

    private FrontMatter() {}

    private static int flags() {
        return Pattern.DOTALL | Pattern.MULTILINE;
    }

    static void read(MediaFile file, CarrierSink sink) {
        ByteView bytes = file.bytes();
        int look = Math.min(bytes.length(), LOOK);
        String text = bytes.text(0, look, StandardCharsets.UTF_8);
        Matcher block = BLOCK.matcher(text);
        if (block.find()) {
            matter(sink, text, block);
        } else if (text.startsWith("---") && look < bytes.length()) {
            sink.unread("LIMIT", Place.FRONT_MATTER.name(), 0, look);
        } else if (text.stripLeading().startsWith("{")) {
            sink.plain(Place.TEXT_JSON, "JSON", 0, bytes.length());
        }
    }

    private static void matter(CarrierSink sink, String text, Matcher block) {
        int offset = utf8Length(text.substring(0, block.start(1)));
        int length = utf8Length(block.group(1));
        Optional<Json> yaml = Json.yaml(block.group(1));
        yaml.ifPresent(
                json ->
                        json.values().entrySet().stream()
                                .limit(Limits.TEXTS)
                                .forEach(member -> add(sink, member, offset, length)));
        if (yaml.isEmpty() && NAMES_LABEL.matcher(block.group(1)).find()) {
            sink.text(Place.FRONT_MATTER, "AIGC", offset, length, block.group(1));
        }
    }

    private static void add(
            CarrierSink sink, Map.Entry<String, String> member, int offset, int length) {
        sink.text(Place.FRONT_MATTER, member.getKey(), offset, length, member.getValue());
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
