package io.mingjian.registry.lookup;

import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for the list: who is on it is another room's business. */
@Alternative
@Priority(1)
@ApplicationScoped
class TheList implements ListedPersons {
    private final Map<String, Listed> entries = new ConcurrentHashMap<>();

    void put(String personId, Listed entry) {
        entries.put(personId, entry);
    }

    int size() {
        return entries.size();
    }

    @Override
    public Uni<Optional<Listed>> of(Caller caller, UUID personId, LocalDate on) {
        return Uni.createFrom().item(Optional.ofNullable(entries.get(personId.toString())));
    }

    @Override
    public Uni<Optional<Listed>> numbered(Caller caller, String entryNo, LocalDate on) {
        return Uni.createFrom()
                .item(
                        entries.values().stream()
                                .filter(each -> each.entryNo().equals(entryNo))
                                .findFirst());
    }
}
