package io.mingjian.registry.filer;

/** What filers may have in common. */
public enum ContactKind {
    PHONE("电话"),
    ADDRESS("通讯地址"),
    /** An account on a platform. */
    ACCOUNT("平台账号"),
    /** Compared together with another one only: many people have the same name. */
    NAME("姓名");

    private final String zh;

    ContactKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
