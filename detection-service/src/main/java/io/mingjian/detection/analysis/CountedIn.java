package io.mingjian.detection.analysis;

/** What false alarms were counted in. A rate by pairs is none by pictures, and names its unit. */
public enum CountedIn {
    PICTURES("张", ""),
    FILES("个文件", ""),
    THUMBNAILS("幅缩略图", ""),
    PAIRS("对", "按两图配对计，不是按张计：一张图片要与所存的每一张比对，所存越多，一张图片遇到误报的机会越大");

    private final String zhName;
    private final String zhNote;

    CountedIn(String zhName, String zhNote) {
        this.zhName = zhName;
        this.zhNote = zhNote;
    }

    /** As it stands behind the number. */
    public String zhName() {
        return zhName;
    }

    /** What has to be said with such a rate; empty where the number speaks for itself. */
    public String zhNote() {
        return zhNote;
    }
}
