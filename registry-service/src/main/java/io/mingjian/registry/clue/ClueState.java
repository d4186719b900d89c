package io.mingjian.registry.clue;

/** Where a clue stands. */
public enum ClueState {
    OPEN("待处理"),
    DRAFT("移送草稿"),
    TAKEN_UP("已采用"),
    DISMISSED("不予采用");

    private final String zh;

    ClueState(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
