package io.mingjian.registry.report;

/**
 * How a case is decided (Order 2 Art 60(1)–(3)); the transfers of (4) and (5) are steps of their
 * own.
 */
enum CaseResult {
    PENALTY("给予行政处罚"),
    NO_PENALTY("依法不予行政处罚"),
    NOT_ESTABLISHED("违法事实不能成立，不予行政处罚");

    private final String zh;

    CaseResult(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
