package io.mingjian.detection.analysis;

/** Signals that tend to have one cause; of each group only the weightiest counts. */
public enum SignalGroup {
    LABEL("文件和画面自身的声明"),
    REUSE("同一图片另见他处"),
    FILE("文件的写法"),
    PIXELS("像素特征"),
    SET("同一事项的其他图片"),
    BEHAVIOUR("其他系统给出的行为记录");

    private final String zhName;

    SignalGroup(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
