package io.mingjian.registry.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.imports.Outcome;
import io.mingjian.kit.table.Column;
import io.mingjian.kit.table.Columns;
import io.mingjian.kit.table.RowFault;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.PersonSearch;
import io.mingjian.registry.listing.CandidateProposals;
import io.mingjian.registry.listing.Ground;
import io.mingjian.registry.listing.Proposal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Rows that are entries of another agency's list: each speaks for a candidate here. */
@ApplicationScoped
class EntryRows implements OriginRows<ForeignEntry> {
    /** Of the ground, as criteria have their codes. */
    private static final String IMPORTED = "IMPORTED";

    private static final RowFault ON_THE_LIST =
            new RowFault("", "on-the-list-already", "该当事人已在名录中，或者正在列入程序中，不再作为候选导入。");

    private static final Columns COLUMNS = Columns.of(EntryColumn.values());

    private final ForeignEntries entries;
    private final PersonSearch persons;
    private final CandidateProposals proposals;
    private final ImportSettings settings;
    private final Clock clock;

    EntryRows(
            ForeignEntries entries,
            PersonSearch persons,
            CandidateProposals proposals,
            ImportSettings settings,
            Clock clock) {
        this.entries = entries;
        this.persons = persons;
        this.proposals = proposals;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Column numbered() {
        return EntryColumn.DOCUMENT_NO;
    }

    @Override
    public int mostRows() {
        return settings.mostEntries();
    }

    /** A proposal holds its person and then the audit chain: of two in one, another could wait. */
    @Override
    public int enteredAtOnce() {
        return 1;
    }

    @Override
    public ForeignEntry read(ImportJob job, JsonNode form) {
        return ForeignEntry.read(form, LegalDay.today(clock));
    }

    @Override
    public Optional<Origin> key(ForeignEntry row) {
        return Optional.of(entries.origin(row));
    }

    @Override
    public Uni<Map<Origin, String>> known(Caller sender, Set<Origin> asked) {
        return entries.known(sender, asked);
    }

    /** The person's key is held from here on: the same row of two files enters once. */
    @Override
    public Uni<Void> enter(
            ImportJob job, List<ForeignEntry> rows, Function<List<Outcome>, Uni<Void>> settle) {
        if (rows.size() != 1) {
            throw new IllegalArgumentException("entries are entered one by one");
        }
        Caller sender = job.sender();
        ForeignEntry entry = rows.get(0);
        Origin origin = entries.origin(entry);
        return persons.holderOf(sender, entry.idType(), entry.idNumber())
                .chain(
                        filer ->
                                entries.known(sender, Set.of(origin))
                                        .chain(
                                                known ->
                                                        known.containsKey(origin)
                                                                ? told(before(known.get(origin)))
                                                                : entered(sender, filer, entry)))
                .chain(entered -> settle.apply(List.of(entered)));
    }

    private Uni<Outcome> entered(Caller sender, UUID filer, ForeignEntry entry) {
        Ground ground =
                new Ground(
                        IMPORTED, 0, "REVIEW", entry.inputs(), entry.explanation(), "ASSUMPTION");
        return persons.byDocument(sender, entry.idType(), entry.idNumber())
                .map(Optional::orElseThrow)
                .chain(
                        person ->
                                proposals.proposes(
                                        sender, new Proposal(person, null, List.of(ground))))
                .chain(
                        proposed ->
                                proposed
                                        ? entries.add(sender, filer, entry).map(Outcome::entered)
                                        : told(ON_THE_LIST));
    }

    private static Uni<Outcome> told(RowFault fault) {
        return Uni.createFrom().item(Outcome.bad(fault));
    }
}
