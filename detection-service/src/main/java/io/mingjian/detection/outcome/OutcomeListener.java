package io.mingjian.detection.outcome;

import io.smallrye.mutiny.Uni;

/** A room that does something with outcomes, as banks of pictures. None, one or more beans. */
public interface OutcomeListener {
    /** Called inside the transaction; a failure undoes the outcome too. */
    Uni<Void> on(OutcomeConfirmed outcome);
}
