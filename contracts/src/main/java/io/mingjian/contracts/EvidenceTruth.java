package io.mingjian.contracts;

/** What an officer found about a piece of evidence; a machine never says this. */
public enum EvidenceTruth {
    GENERATED("人工智能生成"),
    ALTERED("经过篡改"),
    GENUINE("真实"),
    CANNOT_TELL("无法判断");

    private final String zh;

    EvidenceTruth(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
