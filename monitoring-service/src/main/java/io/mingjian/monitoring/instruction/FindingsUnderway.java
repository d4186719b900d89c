package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What the room of imports says about findings that were handed in and wait to be entered. */
public interface FindingsUnderway {
    /** Whether any waits under an instruction: of this agency, or of any if a machine asks. */
    Uni<Boolean> isAny(Caller caller, UUID instructionId);
}
