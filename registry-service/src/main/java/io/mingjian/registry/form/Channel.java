package io.mingjian.registry.form;

/**
 * Ways by which a filing arrives (Order 121 Art 8); a code of our own for the interface of
 * platforms.
 */
public enum Channel {
    PLATFORM_12315("全国12315平台", true),
    HOTLINE("12315热线", true),
    LETTER("信函", false),
    WINDOW("现场窗口", false),
    PLATFORM_API("电商平台接口", true);

    private final String zh;
    private final boolean numbered;

    Channel(String zh, boolean numbered) {
        this.zh = zh;
        this.numbered = numbered;
    }

    public String zh() {
        return zh;
    }

    /**
     * True where the sender gives each filing a number of its own, so that it cannot enter twice.
     */
    public boolean isNumbered() {
        return numbered;
    }
}
