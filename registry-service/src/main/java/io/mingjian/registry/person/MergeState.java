package io.mingjian.registry.person;

/** Where the finding stands that two filers are one person. */
enum MergeState {
    /** Found by a rule; nobody has looked yet. */
    PROPOSED("待核"),
    ACTIVE("已合并"),
    DISMISSED("不合并"),
    /** Was merged, and taken apart again. */
    UNDONE("已拆分");

    private final String zh;

    MergeState(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
