package io.mingjian.registry.document;

import java.util.Arrays;
import java.util.List;

/**
 * How a notice reaches its addressee. Order 121 names no methods; those of the penalty procedure
 * (Order 2) are used by analogy, so every row is an assumption until a text says more.
 *
 * <p>The names are codes of the API.
 */
enum ServiceMethod {
    DIRECT("直接送达", "一", false),
    LEAVE("留置送达", "二", false),
    ELECTRONIC("电子送达", "三", true),
    MAIL("邮寄送达", "四", false),
    ENTRUSTED("委托送达", "四", false),
    PUBLICATION("公告送达", "五", false);

    private static final String REGULATION = "《市场监督管理行政处罚程序规定》第八十二条第";

    private final String zh;
    private final String item;
    private final boolean consent;

    ServiceMethod(String zh, String item, boolean consent) {
        this.zh = zh;
        this.item = item;
        this.consent = consent;
    }

    String zh() {
        return zh;
    }

    /** In the words that an entry keeps. */
    String basis() {
        return REGULATION + item + "项（参照适用）";
    }

    /** Whether the recipient must have agreed to it. */
    boolean needsConsent() {
        return consent;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
