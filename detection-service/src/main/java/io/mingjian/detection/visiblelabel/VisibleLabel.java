package io.mingjian.detection.visiblelabel;

import ai.onnxruntime.OrtException;
import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidenceFilm;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.media.Pixels;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the explicit label at the edges of a picture. Codes: {@code EXPLICIT_LABEL}, {@code
 * EXPLICIT_LABEL_SUSPECTED} (the text leaves it open), {@code AI_MARK} (a service's name, or other
 * words) and {@code LABEL_WORDS_IN_TEXT} (the words stand among other text); the most telling of
 * what was seen is reported, the number of others beside it.
 */
public final class VisibleLabel implements Analyzer, AutoCloseable {
    private static final AnalyzerId ID = new AnalyzerId("visible-label", 4);
    private static final int LEAST_SIDE = 64;

    /** Codes from the most telling on. */
    private static final List<String> TELLING =
            List.of("EXPLICIT_LABEL", "EXPLICIT_LABEL_SUSPECTED", "AI_MARK", "LABEL_WORDS_IN_TEXT");

    private static final String NOTHING =
            "画面四边未识别到“AI生成”一类的文字标识。标识可被裁切、涂抹或遮盖，文字过小、过淡或位于画面中部时也识别不到。";
    private static final String DRAWN =
            "画面中的文字任何人都可以添加，也可以去除，不说明由谁添加，不说明画面的全部或哪一部分由人工智能生成合成，也不说明商品状况。";

    private final TextReader reader = new TextReader();

    @Override
    public AnalyzerId id() {
        return ID;
    }

    @Override
    public Set<MediaKind> reads() {
        return MediaKind.PICTURES;
    }

    @Override
    public List<Finding> analyze(EvidencePicture picture) {
        if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
            return List.of(new NothingFound(ID, "图片短边不足 64 像素，容不下可辨认的文字标识。"));
        }
        if (!(picture.pixels() instanceof Decoding.Decoded decoded)) {
            return List.of(unread("DAMAGED", "图像数据损坏，无法解码，未能查找画面中的文字标识。", Map.of()));
        }
        try {
            return List.of(search(decoded.pixels()).orElseGet(() -> nothing(picture)));
        } catch (OrtException | LinkageError e) {
            // The library cannot be loaded on this machine, or has no memory left.
            return List.of(
                    unread(
                            "READER_UNAVAILABLE",
                            "文字识别组件未能运行，未能查找画面中的文字标识。",
                            Map.of("failure", String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Looks at the first, the middle and the last of the pictures that are taken out of a film: the
     * standard asks for the label on the first picture and around the playing film. Nothing is said
     * of a film whose pictures cannot be drawn; that is told once for all analyzers.
     */
    @Override
    public List<Finding> watch(EvidenceFilm film) {
        if (!(film.frames() instanceof EvidenceFilm.Frames.Shown shown)
                || shown.pictures().get(0).width() < LEAST_SIDE
                || shown.pictures().get(0).height() < LEAST_SIDE) {
            return List.of();
        }
        try {
            return List.of(search(shown));
        } catch (OrtException | LinkageError e) {
            return List.of(
                    unread(
                            "READER_UNAVAILABLE",
                            "文字识别组件未能运行，未能查找视频画面中的文字标识。",
                            Map.of("failure", String.valueOf(e.getMessage()))));
        }
    }

    private Finding search(EvidenceFilm.Frames.Shown film) throws OrtException {
        int last = film.pictures().size() - 1;
        List<Integer> looked = Stream.of(0, last / 2, last).distinct().toList();
        Map<Integer, Found> found = new LinkedHashMap<>();
        for (int i : looked) {
            search(film.pictures().get(i)).ifPresent(finding -> found.put(i, (Found) finding));
        }
        return found.entrySet().stream()
                .min(Comparator.comparingInt(entry -> TELLING.indexOf(entry.getValue().code())))
                .<Finding>map(
                        best ->
                                inFilm(
                                        best.getValue(),
                                        best.getKey() * film.secondsApart(),
                                        found.size(),
                                        looked.size()))
                .orElseGet(
                        () ->
                                new NothingFound(
                                        ID,
                                        "查看了视频的 %d 帧画面，四边未识别到“AI生成”一类的文字标识；其余画面未查看，标识也可被裁切或遮盖。"
                                                .formatted(looked.size())));
    }

    /** People see the first picture of a film, so no other one's place can be marked on it. */
    private static Found inFilm(Found best, double second, int found, int looked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("second", Math.round(10 * second) / 10.0);
        facts.put("picturesWithText", found);
        facts.put("picturesLookedAt", looked);
        facts.putAll(best.facts());
        return new Found(
                best.by(),
                best.code(),
                best.strength(),
                "【视频约第 %.1f 秒】".formatted(second) + best.zhSummary(),
                best.zhDoesNotProve(),
                second == 0 ? best.regions() : List.of(),
                facts);
    }

    private static Finding nothing(EvidencePicture picture) {
        return picture.container().damage().isPresent()
                ? unread("PARTLY_DECODED", "图像数据不完整，能够解码的部分未识别到文字标识。", Map.of())
                : new NothingFound(ID, NOTHING);
    }

    private static CouldNotRead unread(String code, String zhReason, Map<String, Object> facts) {
        return new CouldNotRead(ID, code, zhReason, facts);
    }

    private Optional<Finding> search(Pixels pixels) throws OrtException {
        List<Sighting> sightings = LabelSearch.in(Phrases.shipped(), reader.read(pixels));
        return sightings.stream()
                .min(
                        Comparator.comparing(Sighting::besideText)
                                .thenComparing(sighting -> sighting.match().kind())
                                .thenComparing(
                                        s -> s.line().confidence(), Comparator.reverseOrder()))
                .<Finding>map(best -> found(best, Place.of(best, pixels), sightings, pixels));
    }

    private static Found found(
            Sighting best, Place place, List<Sighting> sightings, Pixels pixels) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("place", "PIXELS");
        facts.put("text", best.line().text());
        facts.put("confidence", hundredths(best.line().confidence()));
        facts.put("edge", place.edge().name());
        facts.put("box", place.box());
        facts.put("heightPercent", place.heightPercent());
        Ink ink = Ink.of(pixels, best.line().box());
        facts.put("contrast", ink.contrast());
        facts.put("opacity", ink.opacity());
        if (!best.match().provider().isEmpty()) {
            facts.put("provider", best.match().provider());
        }
        facts.put("deviations", place.deviations(best.match()));
        facts.put("sightings", sightings.size());
        return worded(best, place, facts);
    }

    private static Found worded(Sighting best, Place place, Map<String, Object> facts) {
        String seen = "画面" + place.edge().zhName() + "识别到文字“" + best.line().text() + "”";
        if (best.besideText()) {
            return new Found(
                    ID,
                    "LABEL_WORDS_IN_TEXT",
                    SignalStrength.NEUTRAL,
                    seen + "，与其他成行文字在一起。",
                    "可能是界面、文档或商品文案中的用语，而非对该画面的标识，仅列出，不计入判断。",
                    place.regions(),
                    facts);
        }
        return switch (best.match().kind()) {
            case LABEL ->
                    new Found(
                            ID,
                            "EXPLICIT_LABEL",
                            SignalStrength.MEDIUM,
                            seen + "，属于“AI生成”类显式标识。",
                            DRAWN,
                            place.regions(),
                            facts);
            case SUSPECTED ->
                    new Found(
                            ID,
                            "EXPLICIT_LABEL_SUSPECTED",
                            SignalStrength.WEAK,
                            seen + "，提示内容可能或疑似由人工智能生成合成。",
                            DRAWN + "该提示本身未作肯定，平台可能依用户声明或自动识别添加。",
                            place.regions(),
                            facts);
            case MARK ->
                    new Found(
                            ID,
                            "AI_MARK",
                            SignalStrength.WEAK,
                            seen + "，为人工智能服务的名称或相关用语，未载明“生成”或“合成”。",
                            DRAWN + "名称也可能作为广告、商品或界面文字入画。",
                            place.regions(),
                            facts);
        };
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Gives back the memory of the networks; they are opened again when needed. */
    @Override
    public void close() {
        reader.close();
    }
}
