package io.mingjian.registry.listing;

/** Why a listing is taken back as wrong from the beginning. */
enum RevocationCause {
    OWN_ERROR("自行发现列入有误", false),
    SUPERIOR("上级机关责令纠正", true),
    RECONSIDERATION("行政复议决定撤销", true),
    COURT("人民法院裁判撤销", true);

    private final String zh;
    private final boolean byOthers;

    RevocationCause(String zh, boolean byOthers) {
        this.zh = zh;
        this.byOthers = byOthers;
    }

    String zh() {
        return zh;
    }

    /** Whether somebody else decided it, in a document that is to be named. */
    boolean isByOthers() {
        return byOthers;
    }
}
