package io.mingjian.registry.ledger;

/** Why a filing is not counted against its filer (safeguards of this product; Order 121 Art 37). */
public enum SetAside {
    WHISTLE_BLOWER("吹哨人举报"),
    INSIDER("内部知情人举报"),
    SAFETY_HARM("涉及人身健康或公共安全");

    private final String zh;

    SetAside(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
