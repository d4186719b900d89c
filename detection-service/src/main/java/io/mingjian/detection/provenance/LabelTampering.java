package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Traces that a label was taken away, changed or put together from parts: one weak finding with
 * every trace and its place. Code: {@code LABEL_TAMPERING_TRACES}. Kinds of trace:
 *
 * <ul>
 *   <li>{@code NAMESPACE_WITHOUT_LABEL}, {@code EMPTY_LABEL}, {@code EMPTY_PACKET}: what remains of
 *       a label;
 *   <li>{@code BROKEN_PACKET}: an XMP packet that begins and does not end;
 *   <li>{@code EXTENSION_MISSING}: XMP that refers to a continuation which is not there;
 *   <li>{@code MANIFEST_MISSING}: XMP that refers to content credentials in the same file which are
 *       not there;
 *   <li>{@code PROVIDER_CODE_FAILS_CHECK}: a provider code whose check digit is wrong.
 * </ul>
 */
public final class LabelTampering implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("label-tampering", 1);
    private static final String XMP_NOTE = "http://ns.adobe.com/xmp/note/";
    private static final String DCTERMS = "http://purl.org/dc/terms/";
    private static final String C2PA_UUID = "\u00D8\u00FE\u00C3\u00D6\u001B\u000E\u0048\u003C";
    private static final int C2PA_TAG = 0xCD41;
    private static final Set<String> WRONG_CODES =
            Set.of("PRODUCER_CODE_FAILS_CHECK", "PROPAGATOR_CODE_FAILS_CHECK");

    private record Clue(String kind, Carrier carrier) {}

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        Carriers carriers = Carriers.of(file);
        LabelScan scan = LabelScan.of(carriers);
        List<Clue> clues = new ArrayList<>();
        scan.residues().forEach(r -> clues.add(new Clue(r.kind(), r.carrier())));
        scan.labels().stream()
                .filter(s -> s.deviations().stream().anyMatch(WRONG_CODES::contains))
                .forEach(s -> clues.add(new Clue("PROVIDER_CODE_FAILS_CHECK", s.carrier())));
        carriers.texts().stream()
                .filter(LabelTampering::isBroken)
                .forEach(c -> clues.add(new Clue("BROKEN_PACKET", c)));
        carriers.packets().forEach(packet -> references(file, carriers, packet, clues));
        if (!clues.isEmpty()) {
            return List.of(found(clues));
        }
        return carriers.unread().isEmpty()
                ? List.of(new NothingFound(ID, "未检出标识被移除或改写的痕迹。完整清除不留痕迹，此结果不说明文件从未带有标识。"))
                : carriers.unread().stream().<Finding>map(u -> u.asFinding(ID)).toList();
    }

    private static boolean isBroken(Carrier carrier) {
        String text = carrier.text().toLowerCase(Locale.ROOT);
        boolean begins = text.contains("<?xpacket") || text.contains("<x:xmpmeta");
        return carrier.isXmp()
                && begins
                && Xmp.read(carrier.text()) instanceof Xmp.Reading.Refused refused
                && refused.code().equals("DAMAGED");
    }

    private static void references(
            MediaFile file, Carriers carriers, Carriers.Packet packet, List<Clue> clues) {
        boolean continued = packet.xmp().value(XMP_NOTE, "HasExtendedXMP").isPresent();
        boolean continuation =
                carriers.texts().stream()
                        .anyMatch(c -> c.place() == Carrier.Place.JPEG_EXTENDED_XMP);
        if (continued && !continuation) {
            clues.add(new Clue("EXTENSION_MISSING", packet.carrier()));
        }
        boolean ownManifest =
                packet.xmp()
                        .value(DCTERMS, "provenance")
                        .filter(v -> v.startsWith("self#"))
                        .isPresent();
        if (ownManifest && !mayHoldManifest(file)) {
            clues.add(new Clue("MANIFEST_MISSING", packet.carrier()));
        }
    }

    /** In kinds of file whose manifests lie elsewhere the question is left open. */
    private static boolean mayHoldManifest(MediaFile file) {
        return switch (file.kind()) {
            case JPEG -> file.container().first("APP11").isPresent();
            case PNG -> file.container().first("caBX").isPresent();
            case WEBP, WAV, AVI -> file.container().first("C2PA").isPresent();
            case HEIF, AVIF, MP4 ->
                    file.container()
                            .blocks("uuid")
                            .anyMatch(b -> file.bytes().has(b.dataOffset(), C2PA_UUID));
            case TIFF -> file.exif().flatMap((ExifFields f) -> f.first(C2PA_TAG)).isPresent();
            default -> true;
        };
    }

    private static Found found(List<Clue> clues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("traces", clues.stream().map(Clue::kind).distinct().toList());
        facts.put("places", clues.stream().limit(50).map(LabelTampering::place).toList());
        return new Found(
                ID,
                "LABEL_TAMPERING_TRACES",
                SignalStrength.WEAK,
                "文件中有标识或凭证可能被移除、改写或拼接的痕迹，需结合其他材料判断。",
                "普通软件清理、转换或重写元数据，以及写入软件出错，都会留下同样的痕迹；不说明由谁造成、出于何种目的，也不说明画面内容。",
                List.of(),
                facts);
    }

    private static Map<String, Object> place(Clue clue) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("trace", clue.kind());
        place.putAll(clue.carrier().whereabouts());
        return place;
    }
}
