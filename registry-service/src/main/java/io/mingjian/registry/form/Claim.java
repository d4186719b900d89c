package io.mingjian.registry.form;

/** What a complainant may ask for (note 4 of the official complaint form). */
public enum Claim {
    REPAIR("修理"),
    REMAKE("重作"),
    REPLACE("更换"),
    RETURN("退货"),
    MAKE_UP_QUANTITY("补足商品数量"),
    REFUND("退还货款和服务费用"),
    DAMAGES("赔偿损失");

    private final String zh;

    Claim(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
