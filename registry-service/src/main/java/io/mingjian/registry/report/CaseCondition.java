package io.mingjian.registry.report;

/** The four conditions that must all be met to file a case (Order 2 Art 19). */
enum CaseCondition {
    EVIDENCE_OF_VIOLATION(1, "有证据初步证明存在违法行为"),
    PUNISHABLE(2, "依法应当给予行政处罚"),
    WITHIN_JURISDICTION(3, "属于本部门管辖"),
    WITHIN_LIMITATION(4, "在给予行政处罚的法定期限内");

    private final int number;
    private final String zh;

    CaseCondition(int number, String zh) {
        this.number = number;
        this.zh = zh;
    }

    int number() {
        return number;
    }

    String zh() {
        return zh;
    }
}
