package io.mingjian.monitoring.imports;

/** What may be done with an import. */
enum ImportStep {
    SHOW("读取完成"),
    FAIL("失败"),
    COMMIT("确认登记"),
    FINISH("登记完成"),
    CANCEL("取消");

    private final String zh;

    ImportStep(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
