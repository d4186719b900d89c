package io.mingjian.detection.evidence;

import io.mingjian.kit.testing.LegalTable;

/** What the terms of keeping stand on. */
public final class RetentionLaw {
    private RetentionLaw() {}

    public static LegalTable limits() {
        return LegalTable.ofLimits(
                "证据：保存期限", Keeping.LIMITS, name -> RetentionLimit.valueOf(name).zhName());
    }
}
