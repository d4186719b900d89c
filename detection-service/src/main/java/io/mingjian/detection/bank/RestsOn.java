package io.mingjian.detection.bank;

/**
 * What it rests on that a picture was generated. A score, a map, a match or a label that anybody
 * can write is none of these: a bank that is filled from this suite's own findings would confirm
 * itself.
 */
public enum RestsOn {
    GENERATION_RECORD("生成服务提供者的生成记录"),
    PARTY_ADMITTED("当事人承认"),
    APPRAISAL("鉴定意见"),
    ORIGINAL_SEEN("核对原件、原始载体"),
    ON_SITE_CHECK("现场检查"),
    RESPONDENT_RECORDS("经营者或者平台的交易、物流记录"),
    OTHER_AUTHORITY("其他机关的认定");

    private final String zhName;

    RestsOn(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
