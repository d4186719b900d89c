package io.mingjian.registry.ledger;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.filer.FilerParties;
import io.mingjian.registry.ledger.Book.Entry;
import io.mingjian.registry.ledger.FilingContents.Said;
import io.mingjian.registry.ledger.LedgerListener.Change;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters what became known of filers and tells those who listen, in the running transaction. */
@ApplicationScoped
class Bookkeeping {
    private final Instance<FilingContents> contents;
    private final Instance<LedgerListener> listeners;
    private final FilerParties parties;
    private final TextFamilies families;
    private final PlausibleUse uses;
    private final Book book;
    private final Marks marks;

    Bookkeeping(
            Instance<FilingContents> contents,
            Instance<LedgerListener> listeners,
            FilerParties parties,
            TextFamilies families,
            PlausibleUse uses,
            Book book,
            Marks marks) {
        this.contents = contents;
        this.listeners = listeners;
        this.parties = parties;
        this.families = families;
        this.uses = uses;
        this.book = book;
        this.marks = marks;
    }

    /** What a filing says; absent if its filer is not known. */
    Uni<Optional<Said>> said(Caller machine, FilingKind kind, UUID filingId) {
        return contents(kind)
                .of(machine, List.of(filingId))
                .map(found -> found.stream().findFirst());
    }

    /** What a filing and those that are handled with it say. */
    Uni<List<Said>> handledWith(Caller machine, FilingKind kind, UUID filingId) {
        return contents(kind).handledWith(machine, filingId);
    }

    /** What a filing says that the caller may see; absent if there is none such. */
    Uni<Optional<Said>> seen(Caller caller, UUID filingId) {
        return contents(FilingKind.COMPLAINT)
                .seenBy(caller, filingId)
                .chain(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().item(found)
                                        : contents(FilingKind.REPORT).seenBy(caller, filingId));
    }

    FilingContents contents(FilingKind kind) {
        return contents.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }

    /** Counts a filing for all its filers. */
    Uni<Void> count(Caller machine, Said said) {
        return entered(machine, said)
                .chain(persons -> tell(machine, persons, said.submissionId(), said.filingId()));
    }

    /** Counts a filing and tells nobody. */
    Uni<List<UUID>> entered(Caller machine, Said said) {
        return filers(machine, said)
                .chain(filers -> family(machine, said).map(family -> entries(said, filers, family)))
                .chain(
                        entries ->
                                book.hold(machine, entries.stream().map(Entry::filerId).toList())
                                        .call(() -> book.keep(machine, entries)));
    }

    private Uni<List<UUID>> filers(Caller machine, Said said) {
        return said.together()
                ? parties.jointOf(machine, said.submissionId())
                        .map(
                                others ->
                                        Stream.concat(Stream.of(said.filerId()), others.stream())
                                                .distinct()
                                                .toList())
                : Uni.createFrom().item(List.of(said.filerId()));
    }

    private Uni<Optional<Long>> family(Caller machine, Said said) {
        List<String> names =
                Stream.of(said.operator(), said.shop()).filter(Objects::nonNull).toList();
        return TextSignature.of(said.text(), names)
                .map(signature -> families.of(machine, signature).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private List<Entry> entries(Said said, List<UUID> filers, Optional<Long> family) {
        var goods = said.goods();
        List<Entry> entries = new ArrayList<>();
        for (UUID filer : filers) {
            entries.add(
                    new Entry(
                            filer,
                            said.receivedOn(),
                            said.submissionId(),
                            said.filingId(),
                            OperatorKey.of(said.uscc(), said.operator()),
                            goods == null ? null : goods.category().name(),
                            family.orElse(null),
                            goods == null
                                    ? null
                                    : uses.ratio(goods, said.receivedOn()).orElse(null),
                            said.setAside()));
        }
        return entries;
    }

    /**
     * Marks the filer of a filing; those who joined in are not marked for what one did.
     *
     * @return whether it was not known
     */
    Uni<Boolean> mark(Caller caller, Marks.Entered mark) {
        return book.hold(caller, List.of(mark.filerId()))
                .chain(
                        persons ->
                                marks.add(caller, mark)
                                        .call(id -> marked(caller, persons, mark, id)))
                .map(Optional::isPresent);
    }

    /** Waits for all who learn something of these filers, in one order. */
    Uni<Void> hold(Caller machine, List<UUID> filers) {
        return book.hold(machine, filers).replaceWithVoid();
    }

    private Uni<Void> marked(
            Caller caller, List<UUID> persons, Marks.Entered mark, Optional<UUID> added) {
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : tell(
                        caller,
                        persons,
                        mark.submissionId() == null ? added.get() : mark.submissionId(),
                        mark.filingId());
    }

    /** Sets a submission aside, or counts it again. */
    Uni<Void> setAside(Caller caller, Said said, @Nullable SetAside why) {
        return filers(caller, said)
                .chain(filers -> book.hold(caller, filers))
                .call(() -> book.setAside(caller, said.submissionId(), why))
                .chain(persons -> tell(caller, persons, null, null));
    }

    /** Filers were found to be one person, or to be several: all who are concerned are told. */
    Uni<Void> regrouped(Caller machine, List<UUID> filers, List<UUID> before) {
        return book.hold(machine, filers)
                .map(now -> Stream.concat(now.stream(), before.stream()).distinct().toList())
                .chain(persons -> tell(machine, persons, null, null));
    }

    /** Takes a mark back. */
    Uni<Void> revoke(
            Caller caller, UUID filerId, MarkKind kind, String source, @Nullable String reasons) {
        return book.hold(caller, List.of(filerId))
                .chain(
                        persons ->
                                marks.revoke(caller, kind, source, reasons)
                                        .chain(
                                                stood ->
                                                        stood
                                                                ? tell(caller, persons, null, null)
                                                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> tell(
            Caller caller,
            Collection<UUID> persons,
            @Nullable UUID occasion,
            @Nullable UUID filingId) {
        return Multi.createFrom()
                .iterable(persons)
                .onItem()
                .transformToMultiAndConcatenate(
                        person ->
                                Multi.createFrom()
                                        .iterable(listeners)
                                        .onItem()
                                        .transformToUniAndConcatenate(
                                                each ->
                                                        each.changed(
                                                                caller,
                                                                new Change(
                                                                        person, occasion,
                                                                        filingId))))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
