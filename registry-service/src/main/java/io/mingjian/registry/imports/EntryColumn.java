package io.mingjian.registry.imports;

import io.mingjian.kit.table.Column;

/** The columns of a file of entries of another agency's list. */
enum EntryColumn implements Column {
    NAME("姓名", "/name", CellKind.TEXT, true, "王小明"),
    ID_TYPE("证件类型", "/idType", CellKind.ID_TYPE, true, "居民身份证"),
    ID_NUMBER("证件号码", "/idNumber", CellKind.TEXT, true, "310101199001010012"),
    AGENCY("来源单位", "/sourceAgency", CellKind.TEXT, true, "某市某区市场监督管理局"),
    DOCUMENT_NO("列入文书编号", "/documentNo", CellKind.TEXT, true, "某市监异名〔2026〕1号"),
    LISTED_ON("列入日期", "/listedOn", CellKind.DAY, true, "2026-03-01"),
    LISTED_UNTIL("截止日期", "/listedUntil", CellKind.DAY, false, "2027-02-28"),
    REASON("列入事由", "/reason", CellKind.TEXT, true, "多次以夹带方式索赔，经公安机关查实");

    private final Shape shape;

    EntryColumn(String heading, String pointer, CellKind kind, boolean required, String example) {
        shape = new Shape(heading, pointer, kind, required, example);
    }

    @Override
    public Shape shape() {
        return shape;
    }
}
