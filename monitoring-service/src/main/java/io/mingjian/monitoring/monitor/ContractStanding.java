package io.mingjian.monitoring.monitor;

/** Whether an agency works under a contract. */
public enum ContractStanding {
    /** No contract is on file. */
    NONE("无合同记录"),
    IN_FORCE("合同有效"),
    /** Contracts are on file; none is in force on that day. */
    EXPIRED("合同已到期或尚未生效");

    private final String zh;

    ContractStanding(String zh) {
        this.zh = zh;
    }

    /** The name that officers read. */
    public String zh() {
        return zh;
    }
}
