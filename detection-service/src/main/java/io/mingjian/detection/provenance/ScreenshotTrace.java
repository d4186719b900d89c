package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The word with which Apple's devices mark their screenshots. */
final class ScreenshotTrace {
    private static final String XMP_EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final String MARK = "Screenshot";

    private ScreenshotTrace() {}

    static Optional<Found> in(Carriers carriers, AnalyzerId by) {
        Stream<Carrier> fields =
                carriers.named("UserComment").stream().filter(c -> c.text().equals(MARK));
        Stream<Carrier> packets =
                carriers.packets().stream()
                        .filter(
                                p ->
                                        p.xmp()
                                                .value(XMP_EXIF, "UserComment")
                                                .filter(MARK::equals)
                                                .isPresent())
                        .map(Carriers.Packet::carrier);
        return Stream.concat(fields, packets).findFirst().map(carrier -> found(carrier, by));
    }

    private static Found found(Carrier carrier, AnalyzerId by) {
        Map<String, Object> facts = carrier.whereabouts();
        facts.put("marker", "UserComment");
        return new Found(
                by,
                "SCREENSHOT",
                SignalStrength.NEUTRAL,
                "该文件为截屏，原始信息已丢失，建议要求提供原始文件或视频。",
                "截屏是常见的保存方式，不说明画面内容由何种方式产生。",
                List.of(),
                facts);
    }
}
