package io.mingjian.registry.document;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A procedure tells the parties of its filings; one bean for each kind of filing. */
public interface PartySource {
    FilingKind kind();

    /**
     * The parties of a filing.
     *
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Parties> of(Caller caller, UUID filingId);
}
