package io.mingjian.registry.complaint;

/**
 * What somebody does to obtain compensation by fraud or extortion (Order 121 Art 42); such a
 * complaint is handed to the police.
 */
enum Conduct {
    PLANTING("夹带"),
    SWAPPING("掉包"),
    FORGING("造假"),
    TAMPERING_PRODUCT_INFO("篡改商品信息"),
    FABRICATING_FACTS("捏造事实");

    private final String zh;

    Conduct(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
