package io.mingjian.client;

/** What the client speaks. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As {@code Accept-Language} has it. */
    public String tag() {
        return tag;
    }

    static Language of(String told) {
        return told.toLowerCase(java.util.Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
