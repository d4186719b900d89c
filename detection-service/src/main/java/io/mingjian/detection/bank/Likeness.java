package io.mingjian.detection.bank;

import io.mingjian.detection.reuse.ReuseMatch;

/** How a piece of evidence shows the picture of an entry, the closest first. */
public enum Likeness {
    IDENTICAL_FILE("文件完全相同"),
    SAME_PICTURE("同一图片（可能经重新保存或缩放）"),
    CROPPED("同一图片（经裁剪或加边）"),
    TURNED("同一图片（经旋转或镜像）"),
    TILTED("同一图片（经倾斜或翻拍）"),
    /** Another picture before the same background; told for merchants' photographs alone. */
    SAME_BACKGROUND("背景相同而主体不同");

    private final String zhName;

    Likeness(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }

    public static Likeness of(ReuseMatch.Kind kind) {
        return switch (kind) {
            case SAME_PICTURE -> SAME_PICTURE;
            case CROPPED -> CROPPED;
            case TURNED -> TURNED;
            case TILTED -> TILTED;
            case SAME_BACKGROUND -> SAME_BACKGROUND;
        };
    }
}
