package io.mingjian.registry.procedure;

import io.mingjian.registry.evidence.EvidenceView;
import io.mingjian.registry.filer.FilerParties.MaskedParty;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.queue.FilerFlag;
import io.mingjian.registry.queue.Hint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows beside the filing's own row.
 *
 * @param filer masked; absent for anonymous reports. The room says how much of it may be shown
 * @param parties agent and joint complainants, masked
 * @param clocks the one that ends first in front
 * @param flags of the list; for the page only, no rule sees them
 */
public record Surroundings(
        @Nullable MaskedIdentity filer,
        List<DueView> clocks,
        List<EvidenceView> evidence,
        List<Hint> hints,
        List<FilerFlag> flags,
        List<RecheckNote> rechecks,
        List<TakenStep> steps,
        List<MaskedParty> parties) {

    /** The clock that ends first. */
    public @Nullable DueView due() {
        return clocks.stream().findFirst().orElse(null);
    }
}
