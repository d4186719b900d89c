package io.mingjian.registry.person;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.Persons.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only SQL for merges. A district sees those of filers whom it knows both. */
@ApplicationScoped
class Merges {
    /** People merge seldom: one after the other is enough, and no two can close a circle. */
    private static final String HOLD =
            "select count(pg_advisory_xact_lock(hashtext('mingjian.filer-merge'))) from (values (1)) one";

    private static final String BOTH_KNOWN =
            """
            exists (select 1 from filer f where f.id = g.filer_id and %1$s)
            and exists (select 1 from filer f where f.id = g.other_id and %1$s)
            """
                    .formatted(KnownPersons.KNOWN);

    /** What has come about by another way is not proposed any more. */
    private static final String STILL_TWO =
            """
            (g.state <> 'PROPOSED' or (select a.person_id from filer a where a.id = g.filer_id)
              <> (select b.person_id from filer b where b.id = g.other_id))
            """;

    /** Everybody else who merges or separates waits until this transaction ends. */
    Uni<Void> hold(Caller caller) {
        return Sessions.current()
                .chain(session -> session.createNativeQuery(HOLD, Long.class).getSingleResult())
                .replaceWithVoid();
    }

    /**
     * @throws NotFound if there is none, or it is not the caller's to see
     */
    Uni<Merge> require(Caller caller, UUID id) {
        return list(caller, " and g.id = :id", Map.of("id", id), 1)
                .map(
                        found -> {
                            if (found.isEmpty()) {
                                throw new NotFound("合并建议", "merge");
                            }
                            return found.get(0);
                        });
    }

    /** The one of these two filers about which there is still something to decide. */
    Uni<Optional<Merge>> proposed(Caller caller, Merge same) {
        return list(
                        caller,
                        " and g.filer_id = :filer and g.other_id = :other and g.state = 'PROPOSED'",
                        Map.of("filer", same.filerId(), "other", same.otherId()),
                        1)
                .map(found -> found.stream().findFirst());
    }

    /** What holds a person together. */
    Uni<List<Merge>> activeOf(Caller caller, Person person) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Merge where filerId in :members and state = :active",
                                                Merge.class)
                                        .setParameter("members", person.members())
                                        .setParameter("active", MergeState.ACTIVE)
                                        .getResultList());
    }

    /** Keeps a merge, whether it was found before or only now. */
    Uni<Void> save(Caller caller, Merge merge) {
        return Sessions.current().chain(session -> session.persist(merge));
    }

    /**
     * A page, newest first.
     *
     * @param person only what concerns this person
     */
    Uni<List<Merge>> page(
            Caller caller,
            @Nullable MergeState state,
            Optional<Person> person,
            @Nullable UUID before,
            int limit) {
        StringBuilder where = new StringBuilder(" and ").append(STILL_TWO);
        Map<String, Object> values = new LinkedHashMap<>();
        if (state != null) {
            where.append(" and g.state = :state");
            values.put("state", state.name());
        }
        person.ifPresent(
                found -> {
                    where.append(" and (g.filer_id in :members or g.other_id in :members)");
                    values.put("members", found.members());
                });
        if (before != null) {
            where.append(" and g.id < :before");
            values.put("before", before);
        }
        return list(caller, where.toString(), values, limit);
    }

    private static Uni<List<Merge>> list(
            Caller caller, String where, Map<String, Object> values, int limit) {
        boolean all = KnownPersons.seesAll(caller);
        String sql =
                "select g.* from filer_merge g where "
                        + (all ? "true" : BOTH_KNOWN)
                        + where
                        + " order by g.id desc";
        return Sessions.current()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, Merge.class);
                            if (!all) {
                                query.setParameter("organisation", caller.organisation());
                            }
                            values.forEach(query::setParameter);
                            return query.setMaxResults(limit).getResultList();
                        });
    }
}
