package io.mingjian.detection.evidence;

import io.mingjian.kit.time.LimitName;

/** How long evidence is kept; the lengths are in {@code limits/evidence.yaml}. */
enum RetentionLimit implements LimitName {
    UNNAMED("未被引用的证据"),
    MATTERS_CLOSED("所涉事项均已办结的证据"),
    CLAIM_SET("编入平台索赔证据组的证据");

    private final String zhName;

    RetentionLimit(String zhName) {
        this.zhName = zhName;
    }

    String zhName() {
        return zhName;
    }
}
