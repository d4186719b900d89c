package io.mingjian.registry.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why no case is filed. 1 to 4 are the numbers of Order 2 Art 20, by which a bureau may refrain
 * from a case; 5 stands for Art 19, without whose conditions there is none to file.
 */
enum NoCaseGround {
    MINOR_CORRECTED(1, "违法行为轻微并及时改正，没有造成危害后果", "Order 2 Art 20(1)"),
    FIRST_MINOR_CORRECTED(2, "初次违法且危害后果轻微并及时改正", "Order 2 Art 20(2)"),
    NO_FAULT(3, "当事人有证据足以证明没有主观过错", "Order 2 Art 20(3)"),
    OTHER_LAW(4, "依法可以不予立案的其他情形", "Order 2 Art 20(4)"),
    CONDITIONS_NOT_MET(5, "不符合立案条件", "Order 2 Art 19");

    private final int number;
    private final String zh;
    private final String article;

    NoCaseGround(int number, String zh, String article) {
        this.number = number;
        this.zh = zh;
        this.article = article;
    }

    static Optional<NoCaseGround> ofNumber(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    int number() {
        return number;
    }

    String zh() {
        return zh;
    }

    String article() {
        return article;
    }
}
