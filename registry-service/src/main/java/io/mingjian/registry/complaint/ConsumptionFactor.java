package io.mingjian.registry.complaint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Factors by which it is judged whether something was bought for daily life (Order 121 Art 17, a to
 * e).
 */
enum ConsumptionFactor {
    /** Quantity, times or frequency do not fit shelf life or usual habit. */
    A("购买数量、次数、频率明显不符合商品保质期或者日常消费习惯"),
    /**
     * Many in a short time against one operator, one class of goods or one issue; or several filers
     * together.
     */
    B("短期内就同一经营者、同类商品或者同类问题大量投诉，或者多人串通投诉"),
    /** Neither a real purchase nor an actual harm can be shown. */
    C("不能证明真实消费或者实际权益受到损害"),
    /** Several people share one phone or address. */
    D("多人共用同一联系电话或者通讯地址"),
    E("其他可以认定不是为生活消费需要的因素");

    private final String zh;

    ConsumptionFactor(String zh) {
        this.zh = zh;
    }

    static Optional<ConsumptionFactor> ofLetter(String letter) {
        return Arrays.stream(values()).filter(each -> each.letter().equals(letter)).findFirst();
    }

    String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String zh() {
        return zh;
    }
}
