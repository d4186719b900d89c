package io.mingjian.registry.procedure;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Tells what of a filing is looked at again; the room that keeps the list answers. */
public interface RecheckNotes {
    /** Those of a filing that the caller may see, in the order in which they were opened. */
    Uni<List<RecheckNote>> of(Caller caller, UUID filingId);
}
