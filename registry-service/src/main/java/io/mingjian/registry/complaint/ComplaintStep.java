package io.mingjian.registry.complaint;

/** What may be done with a complaint, and the last part of the address that does it. */
enum ComplaintStep {
    ROUTE("分送", "routing"),
    RETURN_TO_INTAKE("退回登记单位", "return"),
    DISPUTE_AUTHORITY("管辖权争议，退回协商", "authority-dispute"),
    DESIGNATE("指定管辖", "designation"),
    TAKE_OVER("提级办理", "take-over"),
    REQUEST_IDENTITY("要求提供身份证明", "identity-request"),
    SUPPLY_IDENTITY("登记已提供身份证明", "identity-supply"),
    ACCEPT("受理", "acceptance"),
    REFUSE("不予受理", "non-acceptance"),
    BEGIN_MEDIATION("双方同意，开始调解", "mediation"),
    APPOINT("约定调解时间地点", "appointments"),
    DELEGATE("委托调解", "delegation"),
    END_DELEGATION("结束委托调解", "delegation-end"),
    BEGIN_APPRAISAL("开始鉴定", "appraisal"),
    END_APPRAISAL("结束鉴定", "appraisal-end"),
    REQUEST_RECUSAL("登记回避申请", "recusal"),
    DECIDE_RECUSAL("决定是否回避", "recusal-decision"),
    CHANGE_CLAIMS("变更或者放弃投诉请求", "claims"),
    FIND_CLUE("发现违法线索", "clues"),
    AGREE("达成调解协议", "agreement"),
    TERMINATE("终止调解", "termination"),
    TELL_BOTH("已告知双方", "telling"),
    ARCHIVE("归档", "archiving");

    private final String zh;
    private final String path;

    ComplaintStep(String zh, String path) {
        this.zh = zh;
        this.path = path;
    }

    String zh() {
        return zh;
    }

    String path() {
        return path;
    }
}
