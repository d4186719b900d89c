package io.mingjian.monitoring.lead;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.UUID;

/** Another room that keeps something for the bureau that works on a lead. */
public interface LeadHandover {
    /**
     * Told inside the transaction in which leads go from one bureau to another, while they are held
     * and before it is announced. The audit of that step stands for what follows from it here.
     *
     * @param holders id of each lead, and the bureau that has it now
     */
    Uni<Void> handedOver(Map<UUID, String> holders);
}
