package io.mingjian.monitoring.imports;

/** Where an import stands. */
enum ImportState {
    /** The file is read, row by row. */
    UPLOADED("读取中"),
    /** Read; somebody looks at the figures and the errors. */
    PREVIEWED("待确认"),
    /** The good rows are entered. */
    COMMITTING("登记中"),
    COMMITTED("已完成"),
    /** The file could not be read, or its rows could not be entered; those that were stay. */
    FAILED("失败"),
    /** Given up by the agency; what was entered before stays. */
    CANCELLED("已取消");

    private final String zh;

    ImportState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
