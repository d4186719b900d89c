package io.mingjian.monitoring.sampling;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Which agencies the city trusts, as the room that keeps contracts knows it. */
public interface Trust {
    /** Whether leads of that agency may be reviewed by a sample. */
    Uni<Boolean> isTrusted(String agency);

    /** A lot of the agency fell back to full review: a person should think about the trust anew. */
    Uni<Void> reconsider(String agency, UUID lotId, String reasons);
}
