package io.mingjian.registry.procedure;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/**
 * What a room gives to the frame of a step: its store, and how it shows what is in it.
 *
 * @param <P> what the room keeps
 */
public interface Room<P extends Proceeding<?, ?>> {
    /**
     * @throws NotFound if the text is no id
     */
    UUID parse(String id);

    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<P> require(Caller caller, UUID id);

    /** The page of one, for the caller of this moment. */
    Uni<?> view(Moment now, P proceeding, Surroundings around);
}
