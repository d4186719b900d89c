package io.mingjian.detection.quantisation;

import io.mingjian.detection.finding.DataTable;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Camera data that do not go with the tables. Two cases only, because makers share tables: such as
 * are known from programs and from no camera, while the camera data name no such program; and the
 * library's tables under the name of a maker who seldom uses them, without that maker's own notes.
 *
 * @param reason {@code TABLES_OF_A_PROGRAM} or {@code RARE_WITH_THIS_MAKER}
 * @param zhSummary what does not go together
 * @param facts maker, and how often the maker's files were seen with such tables
 */
record Contradiction(String reason, String zhSummary, Map<String, Object> facts) {
    /** Largest share of a maker's files with the library's tables that still counts as seldom. */
    static final double SELDOM = 0.15;

    private static final List<Maker> MAKERS =
            DataTable.rows(Contradiction.class, "makers.csv").stream()
                    .map(row -> new Maker(row.get(0), number(row.get(1)), number(row.get(2))))
                    .toList();

    /** How many public files of a maker were looked at, and how many bore the library's tables. */
    record Maker(String name, int files, int scaled) {
        private boolean seldomScales() {
            return scaled <= SELDOM * files;
        }
    }

    static Optional<Contradiction> of(MediaFile file, Origin origin) {
        Optional<String> make = text(file, ExifFields.MAKE);
        if (make.isEmpty()) {
            return Optional.empty();
        }
        String software = text(file, ExifFields.SOFTWARE).orElse("");
        if (origin.family().isOfPrograms() && !origin.family().isNamedIn(software)) {
            return Optional.of(ofProgram(make.get(), origin));
        }
        boolean hasNote = file.exif().flatMap(e -> e.first(ExifFields.MAKER_NOTE)).isPresent();
        return origin.family() == Family.IJG && !hasNote
                ? maker(make.get()).filter(Maker::seldomScales).map(m -> seldom(m, origin))
                : Optional.empty();
    }

    private static Contradiction ofProgram(String make, Origin origin) {
        return new Contradiction(
                "TABLES_OF_A_PROGRAM",
                "拍摄信息写明由 %s 设备拍摄，未提及编辑软件，而量化表与%s所用的一致，文件可能在拍摄后另存过。"
                        .formatted(make, origin.family().zhName()),
                facts(make));
    }

    private static Contradiction seldom(Maker maker, Origin origin) {
        Map<String, Object> facts = facts(maker.name());
        facts.put("filesSeen", maker.files());
        facts.put("withSuchTables", maker.scaled());
        return new Contradiction(
                "RARE_WITH_THIS_MAKER",
                "拍摄信息写明由 %s 设备拍摄，但没有该厂商的专有注释，且量化表为通用图像库所用（质量 %s），该厂商文件中少见，文件可能在拍摄后另存过。"
                        .formatted(maker.name(), origin.setting()),
                facts);
    }

    private static Map<String, Object> facts(String make) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("make", make);
        return facts;
    }

    private static Optional<Maker> maker(String make) {
        String upper = make.toUpperCase(Locale.ROOT);
        return MAKERS.stream().filter(maker -> upper.startsWith(maker.name())).findFirst();
    }

    private static Optional<String> text(MediaFile file, int tag) {
        return file.exif()
                .flatMap(exif -> exif.text(tag, file.bytes()))
                .map(text -> text.length() <= 100 ? text : text.substring(0, 100));
    }

    private static int number(String cell) {
        return Integer.parseInt(cell);
    }
}
