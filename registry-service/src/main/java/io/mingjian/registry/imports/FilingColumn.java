package io.mingjian.registry.imports;

import io.mingjian.kit.table.Column;

/**
 * The columns of a file of filings. A new field of the form gets one row here; the template, the
 * reader and the error file follow. Filings by an agent, of several together or about advertising
 * do not come in by files.
 */
enum FilingColumn implements Column {
    KIND("提交类型", "/kind", CellKind.SUBMISSION_KIND, true, "投诉"),
    CHANNEL("接收渠道", "/channel", CellKind.CHANNEL, true, "12315热线"),
    EXTERNAL_NO("来源渠道编号", "/externalNo", CellKind.TEXT, false, "R20261124-000001"),
    RECEIVED_AT("收到时间", "/receivedAt", CellKind.TIME, false, "2026-11-24 09:30"),
    ANONYMOUS("是否匿名", "/filer/anonymous", CellKind.YES_NO, false, "否"),
    NAME("姓名", "/filer/name", CellKind.TEXT, false, "王小明"),
    ID_TYPE("证件类型", "/filer/idType", CellKind.ID_TYPE, false, "居民身份证"),
    ID_NUMBER("证件号码", "/filer/idNumber", CellKind.TEXT, false, ""),
    PHONE("联系电话", "/filer/phone", CellKind.TEXT, false, "13900000000"),
    ADDRESS("通讯地址", "/filer/address", CellKind.TEXT, false, "上海市黄浦区人民大道200号"),
    EMAIL("电子邮箱", "/filer/email", CellKind.TEXT, false, ""),
    RESPONDENT_KIND("经营者类型", "/respondent/kind", CellKind.RESPONDENT_KIND, false, "线下经营者"),
    RESPONDENT_NAME("经营者名称", "/respondent/name", CellKind.TEXT, true, "上海某某食品有限公司"),
    USCC("统一社会信用代码", "/respondent/uscc", CellKind.TEXT, false, "91310000132260250X"),
    RESPONDENT_ADDRESS("经营者地址", "/respondent/address", CellKind.TEXT, false, "上海市黄浦区南京东路1号"),
    DISTRICT("经营者所在区", "/respondent/districtCode", CellKind.DISTRICT, false, "黄浦区"),
    PLATFORM("平台名称", "/respondent/platform", CellKind.TEXT, false, ""),
    RESPONDENT_PHONE("经营者电话", "/respondent/phone", CellKind.TEXT, false, ""),
    DOMICILE("登记住所所在区", "/respondent/domicileDistrictCode", CellKind.DISTRICT, false, ""),
    SHOP("店铺名称", "/respondent/shop", CellKind.TEXT, false, ""),
    ORDER_NO("订单编号", "/respondent/orderNo", CellKind.TEXT, false, ""),
    CLAIMS("投诉请求", "/claims", CellKind.CLAIMS, false, "退还货款和服务费用"),
    REFUND("退款金额", "/claimedAmounts/refund", CellKind.AMOUNT, false, ""),
    DAMAGES("赔偿金额", "/claimedAmounts/damages", CellKind.AMOUNT, false, ""),
    DISPUTE_DAY("争议发生日期", "/disputeFacts/time", CellKind.DAY, false, "2026-11-01"),
    DISPUTE_PLACE("争议发生地点", "/disputeFacts/place", CellKind.TEXT, false, ""),
    DISPUTE("争议事实", "/disputeFacts/content", CellKind.TEXT, false, "收到的杯子有裂纹"),
    SITUATION("争议经过", "/disputeFacts/situation", CellKind.TEXT, false, ""),
    AMOUNT("争议金额", "/disputeFacts/amount", CellKind.AMOUNT, false, "89.50"),
    CLUE("具体线索", "/clueDescription", CellKind.TEXT, false, ""),
    BASIS("事实依据", "/factualBasis", CellKind.TEXT, false, ""),
    ACT_DISTRICT("违法行为发生区", "/actDistrictCode", CellKind.DISTRICT, false, ""),
    EVIDENCE("证据编号", "/evidenceIds", CellKind.IDS, false, ""),
    PUBLISH("是否同意公示", "/consentToPublish", CellKind.YES_NO, false, "否"),
    DELEGATE("是否同意委托调解", "/consentToDelegatedMediation", CellKind.YES_NO, false, "否");

    private final Shape shape;

    FilingColumn(String heading, String pointer, CellKind kind, boolean required, String example) {
        shape = new Shape(heading, pointer, kind, required, example);
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
