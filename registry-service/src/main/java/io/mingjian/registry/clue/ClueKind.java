package io.mingjian.registry.clue;

/** What a referral becomes. */
public enum ClueKind {
    CLUE("线索"),
    /** What may become a transfer to the police; its procedure is not in this room. */
    TRANSFER_DRAFT("移送草稿");

    private final String zh;

    ClueKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
