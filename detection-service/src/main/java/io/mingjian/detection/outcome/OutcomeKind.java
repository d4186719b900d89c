package io.mingjian.detection.outcome;

/** What a picture turned out to be. Said by people only. */
public enum OutcomeKind {
    GENERATED("由人工智能生成"),
    ALTERED("经编辑改变了画面内容"),
    REUSED("取自他处，与本案商品无关"),
    AUTHENTIC_PHOTO("本案商品的实拍照片"),
    UNDETERMINED("无法判断");

    private final String zhName;

    OutcomeKind(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
