package io.mingjian.registry.person;

/** What may be done about two filers. */
enum MergeStep {
    MERGE("合并"),
    DISMISS("不合并"),
    SEPARATE("拆分");

    private final String zh;

    MergeStep(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
