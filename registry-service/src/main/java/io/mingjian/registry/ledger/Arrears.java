package io.mingjian.registry.ledger;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/**
 * Enters filings that the ledger does not have, whatever became of their messages; their filers are
 * judged as if the message had come.
 */
@ApplicationScoped
public class Arrears {
    private final Bookkeeping books;

    Arrears(Bookkeeping books) {
        this.books = books;
    }

    /**
     * Makes up for some filings that were received since a day.
     *
     * @return for how many; none are left if it is 0
     */
    public Uni<Integer> makeUp(Caller machine, LocalDate since, int limit) {
        return makeUp(machine, FilingKind.COMPLAINT, since, limit)
                .chain(
                        complaints ->
                                makeUp(machine, FilingKind.REPORT, since, limit)
                                        .map(reports -> complaints + reports));
    }

    private Uni<Integer> makeUp(Caller machine, FilingKind kind, LocalDate since, int limit) {
        FilingContents contents = books.contents(kind);
        return contents.uncounted(machine, since, limit)
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? Uni.createFrom().item(List.<FilingContents.Said>of())
                                        : contents.of(machine, ids))
                .call(
                        found ->
                                Multi.createFrom()
                                        .iterable(found)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                said -> books.count(machine, said))
                                        .collect()
                                        .last())
                .map(List::size);
    }
}
