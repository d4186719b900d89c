package io.mingjian.registry.queue;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells which filers carry a flag; the room that keeps the list answers, so that those who handle
 * filings need not know it.
 */
public interface FilerFlags {
    /** The flags of these filers on a day; a filer without any is absent. */
    Uni<Map<UUID, List<FilerFlag>>> of(Caller caller, Collection<UUID> filerIds, LocalDate day);
}
