package io.mingjian.registry.ledger;

/** What a mark says about a filer. The five kinds of conduct are those of Order 121 Art 42. */
public enum MarkKind {
    REFUSED_GROUND_3("因第十六条第三项情形不予受理"),
    WITHDRAWN_AFTER_PAYMENT("取得款项后撤回"),
    UPHELD("所反映的问题经查实立案"),
    GENERATED_EVIDENCE("经认定使用生成合成的证据"),
    PLANTING("夹带"),
    SWAPPING("掉包"),
    FORGING("造假"),
    TAMPERING_PRODUCT_INFO("篡改商品信息"),
    FABRICATING_FACTS("捏造事实"),
    INFO_DISCLOSURE("申请政府信息公开"),
    RECONSIDERATION("申请行政复议"),
    SUIT("提起行政诉讼");

    private final String zh;

    MarkKind(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** Whether this is conduct by which compensation is sought dishonestly. */
    public boolean isConduct() {
        return switch (this) {
            case PLANTING, SWAPPING, FORGING, TAMPERING_PRODUCT_INFO, FABRICATING_FACTS -> true;
            default -> false;
        };
    }

    /** Whether this is a proceeding outside complaints and reports. */
    public boolean isOutsideProceeding() {
        return switch (this) {
            case INFO_DISCLOSURE, RECONSIDERATION, SUIT -> true;
            default -> false;
        };
    }
}
