package io.mingjian.registry.document;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** A room that acts when a notice has been served, in the same transaction. */
public interface ServedListener {
    /**
     * A service was recorded, or a recorded one was corrected.
     *
     * @param served what was served; {@link Documents#servedTo} tells who has been served so far
     */
    Uni<Void> onServed(Caller caller, Served served);

    /**
     * A notice that was served.
     *
     * @param servedOn legal day of service
     * @param corrected an earlier entry about the same notice was wrong
     */
    record Served(
            UUID documentId,
            UUID filingId,
            FilingKind filingKind,
            NoticeKind kind,
            Addressee addressee,
            LocalDate servedOn,
            boolean corrected) {}
}
