package io.mingjian.registry.lookup;

/** What a department may need to know it for; an agreement names which of them. */
enum Purpose {
    CRIMINAL_CLUE("研判、侦办涉嫌敲诈勒索或者诈骗的线索"),
    NETWORK_GOVERNANCE("网络生态治理"),
    TRIAL("审理相关诉讼案件"),
    LEGAL_SUPERVISION("法律监督"),
    RECONSIDERATION("办理行政复议、行政应诉事项"),
    CREDIT_SUPERVISION("信用监管"),
    PETITION_HANDLING("办理信访事项"),
    MARKET_ORDER("维护商务领域市场秩序"),
    JOINT_GOVERNANCE("协同治理牟利性职业索赔、职业举报");

    private final String zh;

    Purpose(String zh) {
        this.zh = zh;
    }

    String zh() {
        return zh;
    }
}
