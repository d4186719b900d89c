package io.mingjian.registry.listing;

import io.mingjian.kit.lifecycle.Lifecycle;
import io.mingjian.kit.testing.LegalTable;
import java.util.List;

/** What the rules of the abnormal-filer list stand on. */
public final class ListingLaw {
    public static final Lifecycle<?, ?> PROCEDURE = CandidateLifecycle.TABLE;

    private ListingLaw() {}

    public static List<LegalTable> tables() {
        return List.of(
                LegalTable.ofLimits(
                        "异常名录候选：期限",
                        CandidateLifecycle.LIMITS,
                        name -> CandidateLimit.valueOf(name).zh()));
    }
}
