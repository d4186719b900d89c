package io.mingjian.monitoring.indication;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Who wants to know when files turn out to show the same picture. */
public interface PicturesFoundAgain {
    /** That file shows what others show; the pairs are kept already. In the event's transaction. */
    Uni<Void> foundAgain(UUID evidenceId);
}
