package io.mingjian.monitoring.finding;

/** What a piece of evidence shows; an instruction may ask for a least number of a kind. */
public enum EvidenceKind {
    START_PAGE_SCREENSHOT("起始页截图"),
    LANDING_PAGE_SCREENSHOT("落地页截图"),
    SCREENSHOT("其他页面截图"),
    SCREEN_RECORDING("取证过程录屏"),
    PAGE_ARCHIVE("网页归档文件"),
    MATERIAL_PICTURE("图片素材"),
    MATERIAL_VIDEO("视频素材"),
    PURCHASE_RECORD("购买或交易记录"),
    CHAT_RECORD("客服或群聊记录"),
    EXTRACTION_RECORD("电子数据提取笔录"),
    NOTARY_SHEET("公证或存证证明"),
    OTHER("其他");

    private final String zh;

    EvidenceKind(String zh) {
        this.zh = zh;
    }

    /** Whether it is a picture of a page, which is kept under a name with its time. */
    boolean isScreenshot() {
        return this == START_PAGE_SCREENSHOT
                || this == LANDING_PAGE_SCREENSHOT
                || this == SCREENSHOT;
    }

    /** The name that people read. */
    public String zh() {
        return zh;
    }
}
