package io.mingjian.detection.reading;

/** How looking for one thing ended; none of the three speaks for or against what is shown. */
enum Outcome {
    FOUND("发现"),
    NOT_FOUND("未发现"),
    INCONCLUSIVE("无法判定");

    private final String zhName;

    Outcome(String zhName) {
        this.zhName = zhName;
    }

    String zhName() {
        return zhName;
    }
}
