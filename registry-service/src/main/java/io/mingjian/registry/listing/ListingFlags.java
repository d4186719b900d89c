package io.mingjian.registry.listing;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.queue.FilerFlag;
import io.mingjian.registry.queue.FilerFlags;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the list shows beside the filings of a person. */
@ApplicationScoped
class ListingFlags implements FilerFlags {
    private final Entries entries;

    ListingFlags(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Uni<Map<UUID, List<FilerFlag>>> of(
            Caller caller, Collection<UUID> filerIds, LocalDate day) {
        return filerIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : entries.effectiveOn(caller, filerIds, day)
                        .map(
                                listed ->
                                        listed.stream()
                                                .collect(
                                                        toMap(each -> each, each -> Flag.shown())));
    }
}
