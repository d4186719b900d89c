package io.mingjian.monitoring.lead;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;

/** What the rules of monitoring leads stand on. */
public final class LeadLaw {
    public static final Lifecycle<?, ?> PROCEDURE = LeadLifecycle.TABLE;

    private LeadLaw() {}

    public static LegalTable limits() {
        return LegalTable.ofLimits(
                "监测线索：期限", LeadLifecycle.LIMITS, name -> LeadLimit.valueOf(name).zh());
    }
}
