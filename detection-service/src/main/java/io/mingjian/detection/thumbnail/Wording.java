package io.mingjian.detection.thumbnail;

import io.mingjian.detection.media.Orientation;

/** What a comparison supports, in one sentence. */
final class Wording {
    private static final String LATER = "，图片可能在生成缩略图之后";

    private Wording() {}

    static String turn(Orientation turn) {
        return switch (turn) {
            case UPRIGHT -> "不经旋转";
            case MIRRORED -> "左右翻转";
            case HALF_TURN -> "旋转180度";
            case FLIPPED -> "上下翻转";
            case TRANSPOSED -> "左右翻转并逆时针旋转90度";
            case QUARTER_RIGHT -> "顺时针旋转90度";
            case TRANSVERSED -> "左右翻转并顺时针旋转90度";
            case QUARTER_LEFT -> "逆时针旋转90度";
        };
    }

    static String difference(Comparison comparison) {
        Overlay overlay = comparison.overlay();
        Differences differences = comparison.differences();
        return switch (comparison.relation()) {
            case CUT_OUT -> "画面只是内嵌缩略图的一部分（约" + percent(overlay.shownOfThumbnail()) + later("被裁剪。");
            case EXTENDED ->
                    "画面多于内嵌缩略图所示（缩略图约为画面的" + percent(overlay.shownOfPicture()) + later("被扩展。");
            case PART_DIFFERS ->
                    "画面与内嵌缩略图有%d处不一致（约占画面".formatted(differences.parts().size())
                            + percent(differences.share())
                            + later("被局部修改。");
            case COLOURS_DIFFER -> "画面与内嵌缩略图内容一致，但整体色彩或反差不同" + LATER + "被调色。";
            default -> "画面与内嵌缩略图内容不一致，缩略图可能来自另一张图片，或画面在生成缩略图之后被大幅修改。";
        };
    }

    private static String later(String change) {
        return "）" + LATER + change;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
