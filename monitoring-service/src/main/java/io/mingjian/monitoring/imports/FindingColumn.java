package io.mingjian.monitoring.imports;

import io.mingjian.kit.table.Column;

/**
 * The columns of a file of findings that are about the finding itself. A new field of a finding
 * gets one row here; the template, the legend, the reader and the file of errors follow.
 *
 * @see FixationColumn for the columns of its evidence
 */
enum FindingColumn implements Column {
    FINDING_NO("线索编号", "/findingNo", FindingCell.TEXT, true, "JW-2026-0001"),
    COLLECTOR("采集人员", "/collectorId", FindingCell.TEXT, true, "JW-017"),
    PLATFORM("平台名称", "/platform", FindingCell.TEXT, true, "优购"),
    PLATFORM_TYPE("平台类型", "/platformType", FindingCell.PLATFORM_TYPE, true, "网店"),
    SHOP("店铺名称", "/shopName", FindingCell.TEXT, false, "某某小店"),
    SHOP_URL("店铺网址", "/shopUrl", FindingCell.TEXT, false, "https://shop.example.com/"),
    PAGE_URL("页面网址", "/pageUrl", FindingCell.TEXT, true, "https://shop.example.com/item?id=42"),
    SUBJECT("主体名称", "/subjectName", FindingCell.TEXT, false, "上海某某商贸有限公司"),
    USCC("统一社会信用代码", "/uscc", FindingCell.TEXT, false, "91310000132260250X"),
    ADDRESS("公示地址", "/publishedAddress", FindingCell.TEXT, false, "上海市黄浦区某路1号"),
    DISTRICT("实际经营地区划代码", "/districtCode", FindingCell.TEXT, false, "310101"),
    VIOLATION("违法类型", "/violationType", FindingCell.VIOLATION, true, "FAKE_EVIDENCE_TUTORIAL"),
    PROVISIONS("涉嫌违反条款", "/provisionRefs", FindingCell.LINES, false, "广告法第二十八条"),
    SUMMARY("内容摘要", "/contentSummary", FindingCell.TEXT, true, "店铺出售伪造破损照片教程"),
    GOODS("商品或服务名称", "/goodsName", FindingCell.TEXT, false, "教程"),
    PRICE("价格", "/price", FindingCell.AMOUNT, false, "19.90"),
    SALES("销量", "/salesVolume", FindingCell.WHOLE, false, "120"),
    FIRST_SEEN("首次发现时间", "/firstSeenAt", FindingCell.TIME, false, "2026-04-13 10:00"),
    COLLECTED("采集时间", "/collectedAt", FindingCell.TIME, true, "2026-04-14 09:30"),
    AI("是否涉及生成内容", "/aiRelated", FindingCell.YES_NO, false, "是"),
    RISK("风险程度", "/riskLevel", FindingCell.RISK, false, "高"),
    LANDING_PAGE("落地页网址", "/landingPageUrl", FindingCell.TEXT, false, ""),
    ADVERTISER("广告主", "/advertiser", FindingCell.TEXT, false, ""),
    PUBLISHER("广告发布者", "/publisher", FindingCell.TEXT, false, ""),
    MEDIUM("媒体类别", "/medium", FindingCell.TEXT, false, ""),
    ICP_NO("落地页备案号", "/icpNo", FindingCell.TEXT, false, "");

    private final Shape shape;

    FindingColumn(
            String heading, String pointer, FindingCell cell, boolean required, String example) {
        shape = new Shape(heading, pointer, cell, required, example);
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
