package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.lookup.ListedPersons;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What the list tells departments that look somebody up. A candidate is not listed. */
@ApplicationScoped
class ListedEntries implements ListedPersons {
    @Override
    public Uni<Optional<Listed>> of(Caller caller, UUID personId, LocalDate on) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<Optional<Listed>> numbered(Caller caller, String entryNo, LocalDate on) {
        return Uni.createFrom().item(Optional.empty());
    }
}
