package io.mingjian.registry.form;

/**
 * Kinds of operators between which the rules of place differ (Order 121 Arts 13, 29–32; Order 37
 * Art 7).
 */
public enum RespondentKind {
    /** Has a place of business that customers can walk into. */
    OFFLINE_OPERATOR("线下经营者"),
    /** Sells on somebody else's platform. */
    ON_PLATFORM_MERCHANT("平台内经营者"),
    /** Runs the platform. */
    PLATFORM_OPERATOR("电子商务平台经营者"),
    /** Sells on a site of its own. */
    SELF_BUILT_SITE_OPERATOR("自建网站经营者");

    private final String zh;

    RespondentKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
