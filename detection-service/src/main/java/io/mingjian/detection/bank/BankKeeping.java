package io.mingjian.detection.bank;

import io.mingjian.detection.bank.BankEntry.Draft;
import io.mingjian.kit.audit.Audit;
import io.mingjian.kit.audit.AuditEntry;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Puts pictures into banks and changes what is there, for people and for the machine alike. */
@ApplicationScoped
class BankKeeping {
    private final BankEntries entries;
    private final BankPrints prints;
    private final BankMatches matches;
    private final Audit audit;
    private final Clock clock;

    BankKeeping(
            BankEntries entries, BankPrints prints, BankMatches matches, Audit audit, Clock clock) {
        this.entries = entries;
        this.prints = prints;
        this.matches = matches;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The entry of a picture, and whether it was made just now. */
    record Put(BankEntry entry, boolean fresh) {}

    /**
     * Puts a picture in, unless it stands there already; then a person who does so has grounds of
     * their own beside what it rests on.
     *
     * @param recorder whom the audit names; the machine where it proposes what somebody found
     * @param first what the history begins with
     */
    Uni<Put> put(
            Caller by,
            Caller recorder,
            BankRules.Wanted wanted,
            BankPicture picture,
            EntryAct first) {
        String sha256 = picture.print().sha256();
        return entries.oneAtATime()
                .chain(() -> entries.open(wanted.bank(), by.organisation(), sha256))
                .chain(
                        known ->
                                known.map(
                                                there ->
                                                        standsByItself(recorder, there, first)
                                                                .replaceWith(new Put(there, false)))
                                        .orElseGet(
                                                () -> add(by, recorder, wanted, picture, first)));
    }

    private Uni<Void> standsByItself(Caller recorder, BankEntry there, EntryAct first) {
        if (recorder.isMachine()) {
            return Uni.createFrom().voidItem();
        }
        return entries.standsByItself(there.id())
                .chain(
                        fresh ->
                                fresh
                                        ? audit.record(
                                                recorder,
                                                entry("bank-entry.own-ground", there, first))
                                        : Uni.createFrom().voidItem());
    }

    private Uni<Put> add(
            Caller by,
            Caller recorder,
            BankRules.Wanted wanted,
            BankPicture picture,
            EntryAct first) {
        BankEntry entry =
                new BankEntry(
                        Ids.next(),
                        new Draft(
                                wanted.bank(),
                                picture.evidenceId(),
                                picture.print().sha256(),
                                wanted.note(),
                                wanted.source(),
                                wanted.restsOn(),
                                wanted.grounds()),
                        by,
                        first.at());
        return entries.add(entry)
                .chain(() -> prints.add(entry.id(), picture.print(), picture.copy()))
                .chain(() -> entries.note(entry.id(), first))
                .chain(
                        () ->
                                recorder.isMachine()
                                        ? Uni.createFrom().item(false)
                                        : entries.standsByItself(entry.id()))
                .chain(() -> record(recorder, entry, first))
                .map(done -> new Put(entry, true));
    }

    /**
     * Notes a change of an entry that is locked, and sends everything that shows it to be weighed
     * anew; what is only wished so far changes no weight.
     */
    Uni<Void> changed(Caller recorder, BankEntry entry, EntryAct act) {
        return entries.flush()
                .chain(() -> entries.note(entry.id(), act))
                .chain(
                        () ->
                                act.kind().changesWeight()
                                        ? matches.toTell(entry.id())
                                        : Uni.createFrom().item(0))
                .chain(() -> record(recorder, entry, act));
    }

    private Uni<Void> record(Caller recorder, BankEntry entry, EntryAct act) {
        return audit.record(recorder, entry(act.kind().audited(), entry, act));
    }

    private static AuditEntry entry(String action, BankEntry entry, EntryAct act) {
        return AuditEntry.of(action, "bank-entry", entry.id().toString())
                .forPurpose(act.reasons())
                .changing(null, Map.of("bank", entry.bank(), "state", entry.state()));
    }
}
