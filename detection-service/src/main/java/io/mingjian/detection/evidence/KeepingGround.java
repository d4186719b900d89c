package io.mingjian.detection.evidence;

/** Why a piece of evidence is kept. */
public enum KeepingGround {
    UNNAMED("尚无投诉、举报或线索引用"),
    OPEN_MATTER("所涉投诉、举报或线索尚未办结"),
    MATTERS_CLOSED("所涉投诉、举报、线索均已办结"),
    CLAIM_SET("已编入平台索赔的证据组");

    private final String zhName;

    KeepingGround(String zhName) {
        this.zhName = zhName;
    }

    public String zhName() {
        return zhName;
    }
}
