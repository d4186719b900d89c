package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.DataTable;
import io.mingjian.detection.finding.Found;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of an editor that saved the file. */
final class EditorTrace {
    private static final String XMP_BASIC = "http://ns.adobe.com/xap/1.0/";
    private static final List<String> EDITORS =
            DataTable.rows(EditorTrace.class, "editors.csv").stream()
                    .map(row -> row.get(0))
                    .toList();

    /** Where programs put their name: EXIF, PNG, films, sound. */
    private static final List<String> SOFTWARE =
            List.of(
                    "Software",
                    "\u00A9too",
                    "com.apple.quicktime.software",
                    "encoder",
                    "ISFT",
                    "TSSE",
                    "TENC");

    private EditorTrace() {}

    /** A name and where it stands. */
    private record Note(String text, Carrier carrier) {}

    static Optional<Found> in(Carriers carriers, AnalyzerId by) {
        Stream<Note> named =
                SOFTWARE.stream()
                        .flatMap(key -> carriers.named(key).stream())
                        .map(c -> new Note(c.text(), c));
        Stream<Note> packets =
                carriers.packets().stream()
                        .flatMap(
                                p ->
                                        p.xmp().value(XMP_BASIC, "CreatorTool").stream()
                                                .map(tool -> new Note(tool, p.carrier())));
        return Stream.concat(named, packets)
                .filter(note -> isEditor(note.text()))
                .findFirst()
                .map(note -> found(note, by));
    }

    private static boolean isEditor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return EDITORS.stream().anyMatch(lower::contains);
    }

    private static Found found(Note note, AnalyzerId by) {
        Map<String, Object> facts = note.carrier().whereabouts();
        facts.put("software", Limits.bounded(note.text()));
        return new Found(
                by,
                "EDITOR_SAVED",
                SignalStrength.WEAK,
                "文件曾由图像编辑软件保存（" + Limits.bounded(note.text()) + "）。",
                "裁剪、调色、压缩等日常处理同样会留下软件名称，不说明画面内容被改动。",
                List.of(),
                facts);
    }
}
