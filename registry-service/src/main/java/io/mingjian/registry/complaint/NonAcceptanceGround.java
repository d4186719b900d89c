package io.mingjian.registry.complaint;

import java.util.Arrays;
import java.util.Optional;

/** Grounds on which a complaint is not accepted, by their numbers in Order 121 Art 16. */
enum NonAcceptanceGround {
    NO_AUTHORITY(1, "不属于市场监督管理部门职责，或者本行政机关不具有处理权限"),
    HANDLED_ELSEWHERE(2, "同一消费者权益争议已经由法院、仲裁机构、市场监督管理部门、其他行政机关或者消费者协会等受理或者处理"),
    NOT_FOR_DAILY_CONSUMPTION(3, "不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议"),
    MORE_THAN_THREE_YEARS(4, "自知道或者应当知道权益受到侵害之日起超过三年"),
    MATERIALS_MISSING_OR_FALSE(5, "未提供规定的材料，或者提供虚假材料"),
    IDENTITY_REFUSED(6, "冒用他人名义投诉，或者拒绝配合核验身份"),
    OTHER_LAW(7, "法律、法规、规章规定不予受理的其他情形");

    private final int number;
    private final String zh;

    NonAcceptanceGround(int number, String zh) {
        this.number = number;
        this.zh = zh;
    }

    static Optional<NonAcceptanceGround> ofNumber(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    int number() {
        return number;
    }

    String zh() {
        return zh;
    }

    /** As decisions name it: {@code 16(3)}. */
    String code() {
        return "16(" + number + ")";
    }

    String article() {
        return "Order 121 Art " + code();
    }
}
