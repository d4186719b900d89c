package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.lookup.ListedPersons;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the list tells departments that look somebody up: an entry whose term runs, also while it is
 * stayed. Candidates and what has come to rest are not told.
 */
@ApplicationScoped
class ListedEntries implements ListedPersons {
    /** What a listing asks of handlers; none of it refuses, ends or delays anything. */
    private static final List<Effect> EFFECTS =
            Arrays.stream(Flag.values()).map(each -> new Effect(each.name(), each.zh())).toList();

    private final Entries entries;

    ListedEntries(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Uni<Optional<Listed>> of(Caller caller, UUID personId, LocalDate on) {
        return entries.ofPerson(caller, personId)
                .map(all -> all.stream().flatMap(entry -> listed(entry, on).stream()).findFirst());
    }

    @Override
    public Uni<Optional<Listed>> numbered(Caller caller, String entryNo, LocalDate on) {
        return entries.termOf(caller, entryNo).map(term -> listed(entryNo, term, on));
    }

    private static Optional<Listed> listed(Entry entry, LocalDate on) {
        return listed(String.valueOf(entry.entryNo()), entry.term(), on);
    }

    private static Optional<Listed> listed(String number, Optional<Term> term, LocalDate on) {
        return term.filter(each -> each.standsOn(on)).map(each -> listed(number, each, on));
    }

    private static Listed listed(String number, Term term, LocalDate on) {
        boolean stayed = !term.isEffectiveOn(on);
        return new Listed(number, stayed ? List.of() : EFFECTS, term.from(), term.until(), stayed);
    }
}
