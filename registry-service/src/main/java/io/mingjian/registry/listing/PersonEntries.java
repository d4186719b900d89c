package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands about a person on the list, or stood there; for who looks at the person. */
@ApplicationScoped
public class PersonEntries {
    private final Entries entries;

    PersonEntries(Entries entries) {
        this.entries = entries;
    }

    /**
     * An entry in one line.
     *
     * @param isLive whether something is still to be decided, or it stands on the list
     */
    public record PersonEntry(
            UUID id,
            @Nullable String entryNo,
            String state,
            String stateName,
            boolean isLive,
            LocalDate proposedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** The entries of a person that the caller may see, the oldest first. */
    public Uni<List<PersonEntry>> of(Caller caller, UUID personId) {
        return entries.ofPerson(caller, personId)
                .map(
                        all ->
                                all.stream()
                                        .filter(each -> each.isVisibleTo(caller))
                                        .map(PersonEntries::line)
                                        .toList());
    }

    private static PersonEntry line(Entry entry) {
        return new PersonEntry(
                entry.id(),
                entry.entryNo(),
                entry.state().name(),
                entry.state().zh(),
                entry.state().isLive(),
                LegalDay.of(entry.proposedAt()),
                entry.term().map(Term::from).orElse(null),
                entry.term().map(Term::until).orElse(null));
    }
}
