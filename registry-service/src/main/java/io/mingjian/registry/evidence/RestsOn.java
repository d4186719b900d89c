package io.mingjian.registry.evidence;

/** What an officer's finding about a piece of evidence rests on. */
public enum RestsOn {
    ORIGINAL_SEEN("核对原件、原始载体"),
    DECLARED_LABEL("文件自带的生成合成标识"),
    FORENSIC_ANALYSIS("技术分析结果，经人工核对"),
    REUSE_OF_OTHER_CASE("同一图片用于其他投诉举报"),
    PARTY_ADMITTED("当事人承认"),
    APPRAISAL("鉴定意见"),
    ON_SITE_CHECK("现场检查"),
    RESPONDENT_RECORDS("经营者或者平台的交易、物流记录"),
    INCONSISTENT_STATEMENTS("当事人陈述与证据矛盾"),
    OTHER_AUTHORITY("其他机关的认定");

    private final String zh;

    RestsOn(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
