package io.mingjian.monitoring.bundle;

/** What may be done with a bundle. */
enum BundleStep {
    KEEP("保存完成"),
    DELIVER("移交完成"),
    /** Its findings could not be read where they were to be entered. */
    TAKE_BACK("登记未成退回"),
    CANCEL("取消");

    private final String zh;

    BundleStep(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
