package io.mingjian.monitoring.campaign;

/** How far a publication has come. */
enum PublicationState {
    PROPOSED("待发布"),
    /** A second person released it; an end. */
    RELEASED("已发布"),
    /** Another was proposed before it was released; an end. */
    REPLACED("已被新稿替换");

    private final String zh;

    PublicationState(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    String zh() {
        return zh;
    }
}
