package io.mingjian.registry.evidence;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** A procedure tells which evidence its filings name; one bean for each kind of filing. */
public interface EvidenceSource {
    FilingKind kind();

    /**
     * A filing, held against changes until the transaction ends: what is announced about it keeps
     * its order.
     *
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Filing> hold(Caller caller, String id);

    /** A filing, to look at. */
    Uni<Filing> of(Caller caller, String id);

    /**
     * What confirming needs to know.
     *
     * @param holder the bureau that has it now
     */
    record Filing(UUID id, String holder, List<UUID> evidenceIds) {}
}
