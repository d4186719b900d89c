package io.mingjian.registry.imports;

/** Where an import stands. */
enum ImportState {
    /** The file is read, row by row. */
    PARSING("读取中"),
    /** Read; somebody looks at the figures and the errors. */
    PREVIEW("待确认"),
    /** The good rows are entered. */
    COMMITTING("登记中"),
    DONE("已完成"),
    /** The file could not be read, or its rows could not be entered; those that were stay. */
    FAILED("失败"),
    /** Given up by its owner; what was entered before stays. */
    CANCELLED("已取消");

    private final String zh;

    ImportState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
