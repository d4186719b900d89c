package io.mingjian.registry.listing;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Invalid;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for entries; every query is narrowed by the caller. */
@ApplicationScoped
class Entries {
    /** One live entry per person; others wait here until this one is decided. */
    private static final String HOLD =
            "select count(pg_advisory_xact_lock(hashtextextended(:key, 298))) from (values (1)) one";

    /** An entry stands on one filer and holds for all who are the same person today. */
    private static final String OF_PERSON =
            """
            select e.* from abnormal_filer_entry e
            where e.filer_id in
              (select m.id from filer f join filer m on m.person_id = f.person_id where f.id = :filer)
            order by e.id
            """;

    private static final String EFFECTIVE =
            """
            select distinct f.id
            from filer f
              join filer m on m.person_id = f.person_id
              join abnormal_filer_entry e on e.filer_id = m.id
            where f.id = any(cast(string_to_array(cast(:filers as text), ',') as uuid[]))
              and e.effective_from <= :day and e.effective_until >= :day
            """;

    private static final String RUN_OUT =
            """
            select e.id from abnormal_filer_entry e
            where e.term_until < :today and e.state in (:states)
              and (e.state = 'LISTED' or not e.term_passed)
            order by e.id limit %d for update skip locked
            """;

    private static final List<String> EXPIRING =
            Arrays.stream(EntryState.values())
                    .filter(state -> EntryLifecycle.TABLE.row(state, EntryStep.EXPIRE).isPresent())
                    .map(EntryState::name)
                    .toList();

    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Entry> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Entry.class, id))
                .onItem()
                .ifNull()
                .failWith(Entries::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    /** All entries of a person, the oldest first; holds others back until the transaction ends. */
    Uni<List<Entry>> hold(Caller caller, UUID personId) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(HOLD, Long.class)
                                        .setParameter("key", personId.toString())
                                        .getSingleResult())
                .chain(() -> ofPerson(caller, personId));
    }

    /** All entries of the person behind a filer, the oldest first. */
    Uni<List<Entry>> ofPerson(Caller caller, UUID filerId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF_PERSON, Entry.class)
                                        .setParameter("filer", filerId)
                                        .getResultList());
    }

    /**
     * Term of the entry of this number, if there is one and it was ever listed; without the rest of
     * the entry, because look-ups need no more of it and are many.
     */
    Uni<Optional<Term>> termOf(Caller caller, String entryNo) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select term from Entry where entryNo = :number and term is not null",
                                                Term.class)
                                        .setParameter("number", entryNo)
                                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** Those of these filers whose person is on the list, with effect, on a day. */
    Uni<List<UUID>> effectiveOn(Caller caller, Collection<UUID> filerIds, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(EFFECTIVE, UUID.class)
                                        .setParameter("filers", Ids.joined(filerIds))
                                        .setParameter("day", day)
                                        .getResultList());
    }

    Uni<Void> add(Caller caller, Entry entry) {
        return Sessions.current().chain(session -> session.persist(entry));
    }

    /** Entries whose last day has passed before this one, locked until the transaction ends. */
    Uni<List<UUID>> lockRunOut(Caller machine, LocalDate today, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(RUN_OUT.formatted(limit), UUID.class)
                                        .setParameter("today", today)
                                        .setParameter("states", EXPIRING)
                                        .getResultList());
    }

    /** An entry that the machine goes on with. */
    Uni<Entry> find(Caller machine, UUID id) {
        return Sessions.current().chain(session -> session.find(Entry.class, id));
    }

    /**
     * What is asked for.
     *
     * @param effectiveOn only those that have effect on this day
     */
    record Filter(
            @Nullable EntryState state, @Nullable UUID filerId, @Nullable LocalDate effectiveOn) {}

    /** A page of entries, newest first. */
    Uni<List<Entry>> page(Caller caller, Filter filter, @Nullable UUID before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("from Entry where 1 = 1");
        if (caller.kind() != OrganisationKind.MUNICIPAL_BUREAU) {
            where.append(" and organisation = :organisation");
            values.put("organisation", caller.isDistrict() ? caller.organisation() : "");
        }
        if (filter.state() != null) {
            where.append(" and state = :state");
            values.put("state", filter.state());
        }
        if (filter.filerId() != null) {
            where.append(" and filerId = :filer");
            values.put("filer", filter.filerId());
        }
        if (filter.effectiveOn() != null) {
            where.append(" and effectiveFrom <= :day and effectiveUntil >= :day");
            values.put("day", filter.effectiveOn());
        }
        if (before != null) {
            where.append(" and id < :before");
            values.put("before", before);
        }
        return Sessions.current()
                .chain(
                        session -> {
                            var query =
                                    session.createSelectionQuery(
                                            where + " order by id desc", Entry.class);
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }

    /** The body of a request names a filing that is not there, or not the caller's to see. */
    static Invalid unknownFiling() {
        return new Invalid(
                "/filingId",
                "unknown-filing",
                "未找到所指投诉举报，或者不由贵单位办理，或者为匿名举报。",
                "No such filing, not yours, or anonymous.");
    }

    private static NotFound notFound() {
        return new NotFound("名录条目", "abnormal-filer-entry");
    }
}
