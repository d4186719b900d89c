package io.mingjian.detection.thumbnail;

import io.mingjian.contracts.SignalStrength;
import io.mingjian.detection.finding.Analyzer;
import io.mingjian.detection.finding.AnalyzerId;
import io.mingjian.detection.finding.CouldNotRead;
import io.mingjian.detection.finding.Finding;
import io.mingjian.detection.finding.Found;
import io.mingjian.detection.finding.NothingFound;
import io.mingjian.detection.finding.Region;
import io.mingjian.detection.media.BrokenBytes;
import io.mingjian.detection.media.Decoding;
import io.mingjian.detection.media.EvidencePicture;
import io.mingjian.detection.media.MediaKind;
import io.mingjian.detection.thumbnail.Comparison.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the small pictures that a file carries of itself with the picture.
 *
 * <p>Codes: {@code THUMBNAIL_FITS}, {@code THUMBNAIL_TURNED} (fits after turning), {@code
 * THUMBNAIL_DIFFERS} (with the relation and, where only parts differ, their places).
 */
public final class EmbeddedThumbnail implements Analyzer {
    private static final AnalyzerId ID = new AnalyzerId("embedded-thumbnail", 2);

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
        try {
            List<Preview> previews = Previews.of(picture.mediaFile());
            return previews.isEmpty()
                    ? List.of(new NothingFound(ID, "文件没有内嵌缩略图。"))
                    : compared(picture, previews);
        } catch (BrokenBytes e) {
            return List.of(unread("DAMAGED", Map.of("offset", e.offset())));
        }
    }

    private static List<Finding> compared(EvidencePicture picture, List<Preview> previews) {
        if (!(picture.pixels() instanceof Decoding.Decoded decoded) || decoded.partial()) {
            return List.of(new CouldNotRead(ID, "DAMAGED", "画面损坏或不完整，无法与内嵌缩略图比较。", Map.of()));
        }
        Planes planes = Planes.of(decoded.pixels());
        return previews.stream().map(preview -> compared(picture, planes, preview)).toList();
    }

    private static Finding compared(EvidencePicture picture, Planes planes, Preview preview) {
        Map<String, Object> facts = preview.whereabouts(picture.file());
        PreviewPixels.Result result = PreviewPixels.of(picture.file(), preview);
        if (result instanceof PreviewPixels.Result.Read read) {
            return Comparison.of(planes, read.pixels(), picture.orientation(), Thresholds.SHIPPED)
                    .<Finding>map(comparison -> found(comparison, facts))
                    .orElseGet(() -> unread("TOO_PLAIN", facts));
        }
        return unread(((PreviewPixels.Result.Unread) result).code(), facts);
    }

    private static CouldNotRead unread(String code, Map<String, Object> facts) {
        String reason =
                switch (code) {
                    case "LIMIT" -> "内嵌缩略图超出处理限额，未读取。";
                    case "UNSUPPORTED" -> "内嵌缩略图采用尚不支持的存放方式，未读取。";
                    case "TOO_PLAIN" -> "画面或内嵌缩略图缺少明暗变化，无法比较。";
                    default -> "内嵌缩略图损坏，无法读取。";
                };
        return new CouldNotRead(ID, code, reason, facts);
    }

    private static Found found(Comparison comparison, Map<String, Object> facts) {
        describe(comparison, facts);
        return switch (comparison.relation()) {
            case FITS ->
                    new Found(
                            ID,
                            "THUMBNAIL_FITS",
                            SignalStrength.NEUTRAL,
                            "内嵌缩略图与画面一致。",
                            "编辑软件通常会同时更新缩略图，一致不说明画面未被改动。",
                            List.of(),
                            facts);
            case TURNED ->
                    new Found(
                            ID,
                            "THUMBNAIL_TURNED",
                            SignalStrength.NEUTRAL,
                            "内嵌缩略图" + Wording.turn(comparison.overlay().turn()) + "后与画面一致。",
                            "旋转图片而未更新缩略图十分常见，不说明画面内容被改动。",
                            List.of(),
                            facts);
            default ->
                    new Found(
                            ID,
                            "THUMBNAIL_DIFFERS",
                            SignalStrength.WEAK,
                            Wording.difference(comparison),
                            "缩略图可能由设备另行处理，也可能因软件未更新或复制元数据而与画面不符；不说明何人何时为何修改，也不说明差异涉及争议部位。",
                            regions(comparison),
                            facts);
        };
    }

    private static List<Region> regions(Comparison comparison) {
        return switch (comparison.relation()) {
            case PART_DIFFERS -> comparison.differences().parts();
            case EXTENDED -> List.of(comparison.overlay().inPicture());
            default -> List.of();
        };
    }

    private static void describe(Comparison comparison, Map<String, Object> facts) {
        Overlay overlay = comparison.overlay();
        Differences differences = comparison.differences();
        facts.put("relation", comparison.relation().name());
        facts.put("turn", overlay.turn().name());
        facts.put("likeness", rounded(overlay.likeness()));
        if (comparison.relation() == Relation.OTHER_PICTURE) {
            return;
        }
        facts.put("agreement", rounded(differences.agreement()));
        facts.put("inPicture", region(overlay.inPicture()));
        facts.put("inThumbnail", region(overlay.inThumbnail()));
        facts.put("differingShare", rounded(differences.share()));
        facts.put("colourShift", rounded(differences.rendering().colourShift()));
        facts.put("saturation", rounded(differences.rendering().saturation()));
        facts.put("contrast", rounded(differences.rendering().contrast()));
    }

    private static Map<String, Object> region(Region region) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("x", rounded(region.x()));
        facts.put("y", rounded(region.y()));
        facts.put("width", rounded(region.width()));
        facts.put("height", rounded(region.height()));
        return facts;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
