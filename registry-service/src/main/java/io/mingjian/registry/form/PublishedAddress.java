package io.mingjian.registry.form;

/** What became of the address that a merchant has to publish on its platform (Order 121 Art 13). */
public enum PublishedAddress {
    PRESENT("已公示"),
    MISSING("未公示"),
    UNREACHABLE("已公示但无法联系");

    private final String zh;

    PublishedAddress(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
