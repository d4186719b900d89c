package io.mingjian.registry.form;

/** Class of the goods or service that a dispute is about. */
public enum GoodsClass {
    FRESH_FOOD("生鲜食品"),
    PACKAGED_FOOD("预包装食品"),
    DAIRY("乳制品"),
    BEVERAGE("饮料"),
    LIQUOR("酒类"),
    HEALTH_FOOD("保健食品"),
    COSMETICS("化妆品"),
    MEDICINE("药品、医疗器械"),
    CLOTHING("服装鞋帽"),
    HOUSEHOLD("家居用品"),
    ELECTRONICS("家用电子电器"),
    CATERING("餐饮服务"),
    OTHER_GOODS("其他商品"),
    OTHER_SERVICE("其他服务");

    private final String zh;

    GoodsClass(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
