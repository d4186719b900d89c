package io.mingjian.kit.imports;

/** What may be done with an import. */
public enum ImportStep {
    SHOW("读取完成"),
    FAIL("失败"),
    COMMIT("确认登记"),
    FINISH("登记完成"),
    CANCEL("取消");

    private final String zh;

    ImportStep(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
