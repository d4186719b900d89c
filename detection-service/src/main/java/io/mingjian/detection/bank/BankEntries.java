package io.mingjian.detection.bank;

import io.mingjian.detection.bank.Bank.State;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The entries with their histories. Who may see which is asked of the entry itself. */
@ApplicationScoped
class BankEntries {
    /** Which entries a list shows. */
    record Filter(@Nullable Bank bank, @Nullable State state) {}

    /** Lets nobody else put anything in until the end of the transaction. */
    Uni<Void> oneAtATime() {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select 1 from pg_advisory_xact_lock(hashtext('mingjian.bank'))",
                                                Integer.class)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Void> flush() {
        return Sessions.current().call(Mutiny.Session::flush).replaceWithVoid();
    }

    Uni<Void> add(BankEntry entry) {
        return Sessions.current()
                .call(session -> session.persist(entry))
                .call(Mutiny.Session::flush)
                .replaceWithVoid();
    }

    /** An entry that the caller may see. */
    Uni<BankEntry> require(UUID id, Caller caller) {
        return Sessions.current()
                .chain(session -> session.find(BankEntry.class, id))
                .map(entry -> seen(entry, caller));
    }

    /** The same, locked until the end of the transaction. */
    Uni<BankEntry> requireLocked(UUID id, Caller caller) {
        return lock(id).map(entry -> seen(entry.orElse(null), caller));
    }

    /** For machines, which see everything. */
    Uni<Optional<BankEntry>> lock(UUID id) {
        return Sessions.current()
                .chain(session -> session.find(BankEntry.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(Optional::ofNullable);
    }

    /**
     * Entries of the file of a piece of evidence as generated that have not ended. A file stands
     * once in the bank, of whichever of its copies it was found.
     */
    Uni<List<UUID>> generatedOf(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id from bank_entry
                                                 where bank = 'KNOWN_AI'
                                                   and sha256 = (select sha256 from evidence
                                                                  where id = :evidence)
                                                   and state in ('PROPOSED', 'ACTIVE', 'QUARANTINED')
                                                 order by id
                                                """,
                                                UUID.class)
                                        .setParameter("evidence", evidenceId)
                                        .getResultList());
    }

    /**
     * A person put this entry in on grounds of their own; otherwise it rests on what somebody found
     * about its piece of evidence, and ends with that.
     *
     * @return whether nobody had done so before
     */
    Uni<Boolean> standsByItself(UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into bank_own_ground (entry_id) values (:id)
                                                on conflict do nothing
                                                """)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .map(rows -> rows > 0);
    }

    /**
     * Whether a person put it in on grounds of their own, as every upload was: findings speak of
     * evidence.
     */
    Uni<Boolean> hasOwnGround(UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (
                                                  select 1 from bank_entry e
                                                   where e.id = :id
                                                     and (e.evidence_id is null
                                                          or exists (select 1 from bank_own_ground o
                                                                      where o.entry_id = e.id)))
                                                """,
                                                Boolean.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }

    private static BankEntry seen(@Nullable BankEntry entry, Caller caller) {
        if (entry == null || !entry.isSeenBy(caller)) {
            throw new NotFound("图库条目", "bank entry");
        }
        return entry;
    }

    /** The entry of this file that has not ended, if there is one. */
    Uni<Optional<BankEntry>> open(Bank bank, String organisation, String sha256) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from bank_entry e
                                                 where e.bank = :bank and e.sha256 = :sha256
                                                   and e.state in ('PROPOSED', 'ACTIVE', 'QUARANTINED')
                                                   and (e.bank <> 'MERCHANT_PHOTOS'
                                                        or e.organisation = :organisation)
                                                """,
                                                BankEntry.class)
                                        .setParameter("bank", bank.name())
                                        .setParameter("sha256", sha256)
                                        .setParameter("organisation", organisation)
                                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    /** What the caller may see, the latest first, from behind the given id on. */
    Uni<List<BankEntry>> list(Caller caller, Filter filter, Optional<UUID> before, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.* from bank_entry e
                                                 where (:city or e.organisation = :organisation
                                                                 and e.bank = 'MERCHANT_PHOTOS')
                                                   and (:bank = '' or e.bank = :bank)
                                                   and (:state = '' or e.state = :state)
                                                   and (:first or e.id < :before)
                                                 order by e.id desc
                                                """,
                                                BankEntry.class)
                                        .setParameter("city", caller.isCity())
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("bank", name(filter.bank()))
                                        .setParameter("state", name(filter.state()))
                                        .setParameter("first", before.isEmpty())
                                        .setParameter("before", before.orElse(new UUID(0, 0)))
                                        .setMaxResults(most)
                                        .getResultList());
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    /** Entries for which earlier evidence was not searched yet, the oldest first. */
    Uni<List<UUID>> unsearched(int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id from bank_entry where searched_at is null
                                                 order by id
                                                """,
                                                UUID.class)
                                        .setMaxResults(most)
                                        .getResultList());
    }

    /** Whether a common picture of after this time was not searched for yet. */
    Uni<Boolean> unsearchedCommon(Instant after) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (
                                                  select 1 from bank_entry
                                                   where searched_at is null and bank = 'COMMON'
                                                     and created_at > :after)
                                                """,
                                                Boolean.class)
                                        .setParameter("after", after)
                                        .getSingleResult());
    }

    /** All earlier evidence was searched for this entry. */
    Uni<Void> searched(UUID id, Instant now) {
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update bank_entry set searched_at = :at where id = :id
                                                """)
                                        .setParameter("at", now)
                                        .setParameter("id", id)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Adds a line to the history, behind those that are there. */
    Uni<Void> note(UUID entryId, EntryAct act) {
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into bank_entry_act (entry_id, position, act, full_act,
                                                  by_name, organisation, reasons, at)
                                                select cast(:entry as uuid), count(*) + 1, cast(:act as text),
                                                       nullif(cast(:full as text), cast(:act as text)),
                                                       cast(:name as text), cast(:organisation as text),
                                                       cast(:reasons as text), cast(:at as timestamptz)
                                                  from bank_entry_act where entry_id = :entry
                                                """)
                                        .setParameter("entry", entryId)
                                        .setParameter("act", act.kind().known().name())
                                        .setParameter("full", act.kind().name())
                                        .setParameter("name", act.byName())
                                        .setParameter("organisation", act.organisation())
                                        .setParameter("reasons", act.reasons())
                                        .setParameter("at", act.at())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The history of an entry, in order. */
    Uni<List<EntryAct>> acts(UUID entryId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select act, full_act, by_name, organisation, reasons, at
                                                  from bank_entry_act
                                                 where entry_id = :entry order by position
                                                """,
                                                Tuple.class)
                                        .setParameter("entry", entryId)
                                        .getResultList())
                .map(rows -> rows.stream().map(BankEntries::act).toList());
    }

    private static EntryAct act(Tuple row) {
        return new EntryAct(
                EntryAct.Kind.read(row.get("act", String.class), row.get("full_act", String.class)),
                row.get("by_name", String.class),
                row.get("organisation", String.class),
                row.get("reasons", String.class),
                Rows.instant(row, "at"));
    }
}
