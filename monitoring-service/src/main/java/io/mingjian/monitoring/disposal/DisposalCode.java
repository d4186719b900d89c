package io.mingjian.monitoring.disposal;

/**
 * What a district may have done with a lead. No published code table was found: the codes are this
 * product's.
 */
public enum DisposalCode {
    CASE_FILED("立案", "Order 2 Art 19"),
    NO_CASE_MINOR_CORRECTED("情节轻微已改正，不予立案", "Order 2 Art 20"),
    NO_CASE_FIRST_OFFENCE("初次违法且后果轻微已改正，不予立案", "Order 2 Art 20"),
    NO_CASE_NOT_ESTABLISHED("违法事实不成立，不予立案", "Order 2 Art 20"),
    ORDERED_CORRECTION("责令改正", "Administrative Penalty Law Art 28"),
    ADMINISTRATIVE_INTERVIEW("约谈", "Order 37 Art 38"),
    PLATFORM_MEASURE_REQUESTED("要求平台采取措施", "Order 37 Art 34"),
    TRANSFERRED_JURISDICTION("移送有管辖权的市场监管部门", "Order 2 Art 14"),
    TRANSFERRED_OTHER_AGENCY("移送其他部门", "Order 2 Art 17"),
    TRANSFERRED_POLICE("移送公安机关", "Decree 310"),
    SUBJECT_NOT_FOUND("查无主体", "[assumption]"),
    PAGE_GONE_EVIDENCE_INSUFFICIENT("页面已失效且证据不足", "[assumption]"),
    DUPLICATE("与已处置线索重复", "[assumption]");

    private final String zh;
    private final String basis;

    DisposalCode(String zh, String basis) {
        this.zh = zh;
        this.basis = basis;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }

    /** Where it is written; {@code [assumption]} where no text was found. */
    public String basis() {
        return basis;
    }
}
