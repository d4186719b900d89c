package io.mingjian.detection.provenance;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.LabelReader;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.ByteView;
import io.mingjian.detection.media.ExifFields;
import io.mingjian.detection.media.MediaFile;
import io.mingjian.detection.media.MediaKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the file tells about its way here: camera data, editors, screenshots, bytes behind the end.
 * Plain facts of little weight. Place, serial numbers and owner names are noted as present at most,
 * never repeated.
 *
 * <p>Codes: {@code CAMERA_DATA_COHERENT} (complete and within what cameras can do), {@code
 * CAMERA_DATA_PARTIAL}, {@code NO_CAMERA_DATA}, {@code EDITOR_SAVED}, {@code SCREENSHOT}, {@code
 * TRAILING_DATA}.
 */
public final class FileHistory implements LabelReader {
    private static final AnalyzerId ID = new AnalyzerId("file-history", 2);
    private static final String XMP_BASIC = "http://ns.adobe.com/xap/1.0/";
    private static final String XMP_EXIF = "http://ns.adobe.com/exif/1.0/";
    private static final List<String> EDITORS =
            List.of(
                    "photoshop",
                    "lightroom",
                    "meitu",
                    "美图",
                    "snapseed",
                    "picsart",
                    "醒图",
                    "gimp",
                    "pixelmator",
                    "capcut",
                    "剪映",
                    "canva",
                    "paint.net",
                    "facetune",
                    "b612",
                    "轻颜",
                    "黄油相机");
    private static final Set<MediaKind> CAMERAS_WRITE =
            EnumSet.of(
                    MediaKind.JPEG,
                    MediaKind.PNG,
                    MediaKind.WEBP,
                    MediaKind.TIFF,
                    MediaKind.HEIF,
                    MediaKind.AVIF);

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

    private static final List<Integer> EXPOSURE =
            List.of(ExifFields.EXPOSURE_TIME, ExifFields.F_NUMBER, ExifFields.ISO);

    /** A name and where it stands. */
    private record Note(String text, Carrier carrier) {}

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public List<Finding> read(MediaFile file) {
        Carriers carriers = Carriers.of(file);
        List<Finding> findings = new ArrayList<>();
        editor(carriers).ifPresent(findings::add);
        screenshot(carriers).ifPresent(findings::add);
        if (CAMERAS_WRITE.contains(file.kind())) {
            findings.add(camera(file));
        }
        trailing(file).ifPresent(findings::add);
        carriers.unread().forEach(unread -> findings.add(unread.asFinding(ID)));
        if (findings.isEmpty()) {
            findings.add(new NothingFound(ID, "文件中没有编辑软件、截屏或拍摄设备的记录。"));
        }
        return List.copyOf(findings);
    }

    private static Optional<Found> editor(Carriers carriers) {
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
                .map(FileHistory::edited);
    }

    private static Found edited(Note note) {
        Map<String, Object> facts = note.carrier().whereabouts();
        facts.put("software", Limits.bounded(note.text()));
        return new Found(
                ID,
                "EDITOR_SAVED",
                SignalStrength.WEAK,
                "文件曾由图像编辑软件保存（" + Limits.bounded(note.text()) + "）。",
                "裁剪、调色、压缩等日常处理同样会留下软件名称，不说明画面内容被改动。",
                List.of(),
                facts);
    }

    private static boolean isEditor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return EDITORS.stream().anyMatch(lower::contains);
    }

    private static Optional<Found> screenshot(Carriers carriers) {
        Stream<Carrier> fields =
                carriers.named("UserComment").stream().filter(c -> c.text().equals("Screenshot"));
        Stream<Carrier> packets =
                carriers.packets().stream()
                        .filter(
                                p ->
                                        p.xmp()
                                                .value(XMP_EXIF, "UserComment")
                                                .filter(v -> v.equals("Screenshot"))
                                                .isPresent())
                        .map(Carriers.Packet::carrier);
        return Stream.concat(fields, packets).findFirst().map(FileHistory::screenshot);
    }

    private static Found screenshot(Carrier carrier) {
        Map<String, Object> facts = carrier.whereabouts();
        facts.put("marker", "UserComment");
        return new Found(
                ID,
                "SCREENSHOT",
                SignalStrength.NEUTRAL,
                "该文件为截屏，原始信息已丢失，建议要求提供原始文件或视频。",
                "截屏是常见的保存方式，不说明画面内容由何种方式产生。",
                List.of(),
                facts);
    }

    private static Found camera(MediaFile file) {
        Map<String, Object> facts = new LinkedHashMap<>();
        file.exif().ifPresent(exif -> describe(exif, file.bytes(), facts));
        boolean maker = facts.containsKey("make") && facts.containsKey("model");
        long exposure =
                EXPOSURE.stream()
                        .filter(tag -> file.exif().flatMap(e -> e.first(tag)).isPresent())
                        .count();
        boolean complete = exposure == EXPOSURE.size() && facts.containsKey("takenAt");
        if (maker && complete && isPlausible(facts)) {
            return new Found(
                    ID,
                    "CAMERA_DATA_COHERENT",
                    SignalStrength.COUNTER_SIGN,
                    "拍摄参数齐全，数值在合理范围内。",
                    "拍摄参数可用软件写入或复制，不说明画面为现场实拍，也不说明拍摄时间属实。",
                    List.of(),
                    facts);
        }
        if (maker || exposure > 0) {
            return new Found(
                    ID,
                    "CAMERA_DATA_PARTIAL",
                    SignalStrength.NEUTRAL,
                    "文件含有部分拍摄信息，参数不完整或超出常见范围。",
                    "编辑或转存软件常会丢弃部分参数，不说明画面内容被改动。",
                    List.of(),
                    facts);
        }
        return new Found(
                ID,
                "NO_CAMERA_DATA",
                SignalStrength.NEUTRAL,
                "文件没有拍摄信息，可能为截屏或经平台转存，必要时可要求提供原始文件或视频。",
                "聊天软件和购物平台转存时普遍会清除拍摄信息，不能据此推断图像来源。",
                List.of(),
                facts);
    }

    /** What cameras can do: a shutter of at most an hour, lenses from f/0.7, film and sensors. */
    private static boolean isPlausible(Map<String, Object> facts) {
        return within(facts, "exposureSeconds", 1e-6, 3600)
                && within(facts, "fNumber", 0.7, 128)
                && within(facts, "iso", 3, 5_000_000);
    }

    private static boolean within(Map<String, Object> facts, String name, double low, double high) {
        return facts.get(name) instanceof Number value
                && value.doubleValue() >= low
                && value.doubleValue() <= high;
    }

    private static void describe(ExifFields exif, ByteView file, Map<String, Object> facts) {
        exif.text(ExifFields.MAKE, file).ifPresent(v -> facts.put("make", Limits.bounded(v)));
        exif.text(ExifFields.MODEL, file).ifPresent(v -> facts.put("model", Limits.bounded(v)));
        exif.text(ExifFields.DATE_TIME_ORIGINAL, file)
                .filter(v -> v.matches("\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2}"))
                .ifPresent(v -> facts.put("takenAt", v));
        exif.first(ExifFields.EXPOSURE_TIME)
                .flatMap(f -> f.ratio(file))
                .ifPresent(v -> facts.put("exposureSeconds", v));
        exif.first(ExifFields.F_NUMBER)
                .flatMap(f -> f.ratio(file))
                .ifPresent(v -> facts.put("fNumber", v));
        exif.first(ExifFields.ISO).flatMap(f -> f.number(file)).ifPresent(v -> facts.put("iso", v));
        facts.put("makerNote", exif.first(ExifFields.MAKER_NOTE).isPresent());
        facts.put("gps", exif.fields().stream().anyMatch(f -> f.directory().equals("GPS")));
        facts.put("exifComplete", exif.complete());
    }

    private static Optional<Found> trailing(MediaFile media) {
        int end = media.container().end();
        int length = media.bytes().length() - end;
        if (length <= 0 || media.container().damage().isPresent()) {
            return Optional.empty();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "TRAILER");
        facts.put("offset", end);
        facts.put("length", length);
        facts.put("kind", trailerKind(media, end));
        return Optional.of(
                new Found(
                        ID,
                        "TRAILING_DATA",
                        SignalStrength.NEUTRAL,
                        "文件结束标记之后还有附加数据。",
                        "手机常在此处保存景深、动态照片或相册信息，不说明文件被改动。",
                        List.of(),
                        facts));
    }

    private static String trailerKind(MediaFile media, int end) {
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
