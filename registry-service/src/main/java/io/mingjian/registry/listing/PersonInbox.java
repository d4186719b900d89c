package io.mingjian.registry.listing;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.FilerMergeChanged;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.Persons;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Kafka door: when filers turn out not to be one person, the listing of the one no longer holds for
 * the other, and what was handled under it for the other is looked at again. A merge needs nothing:
 * whom an entry holds for is looked up on the day.
 */
@ApplicationScoped
class PersonInbox implements EventConsumer {
    private static final Caller MACHINE = Caller.machine("registry");

    private final Entries entries;
    private final Persons persons;
    private final Reopening reopening;
    private final Audit audit;

    PersonInbox(Entries entries, Persons persons, Reopening reopening, Audit audit) {
        this.entries = entries;
        this.persons = persons;
        this.reopening = reopening;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "registry.listing";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(EventType.FILER_UNMERGED);
    }

    @Override
    public Uni<Void> on(Received event) {
        FilerMergeChanged divided = (FilerMergeChanged) event.data();
        return divided(event, divided.personId(), divided.otherPersonId())
                .chain(() -> divided(event, divided.otherPersonId(), divided.personId()));
    }

    /** The entries of the one, as far as they had held for the other. */
    private Uni<Void> divided(Received event, UUID kept, UUID freed) {
        return entries.ofPerson(MACHINE, kept)
                .chain(
                        found ->
                                persons.of(MACHINE, freed)
                                        .chain(person -> all(event, found, person.members())));
    }

    private Uni<Void> all(Received event, List<Entry> found, List<UUID> freed) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Entry entry : found) {
            if (entry.term().isPresent()) {
                done = done.chain(() -> divided(event, entry, freed));
            }
        }
        return done;
    }

    private Uni<Void> divided(Received event, Entry entry, List<UUID> freed) {
        entry.divided(new Fact.PersonDivided(LegalDay.of(event.time()), freed));
        return reopening
                .divided(MACHINE, entry, freed)
                .chain(
                        () ->
                                audit.record(
                                        MACHINE,
                                        AuditEntry.of(
                                                        "abnormal-filer-entry.person-divided",
                                                        "abnormal-filer-entry",
                                                        entry.id().toString())
                                                .changing(null, Map.of("filers", freed))));
    }
}
