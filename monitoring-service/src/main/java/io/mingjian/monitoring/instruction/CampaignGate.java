package io.mingjian.monitoring.instruction;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What the room of campaigns says about an instruction that wants to belong to one. */
public interface CampaignGate {
    /**
     * Whether instructions of this caller may join this campaign now. A campaign that is not the
     * caller's does not exist.
     */
    Uni<Boolean> isOpen(Caller city, UUID campaignId);
}
