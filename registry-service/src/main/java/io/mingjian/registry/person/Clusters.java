package io.mingjian.registry.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.ContactKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The only SQL for who shares contacts with whom; contacts that too many have join nobody. */
@ApplicationScoped
class Clusters {
    private static final String HUBS =
            "jsonb_each_text(cast(cast(:hubs as text) as jsonb)) as h (kind, most)";

    /** All who share a contact with one of these persons, contact by contact. */
    private static final String BESIDE =
            """
            with mine as (
              select distinct c.kind, c.key, cast(h.most as int) as most
              from jsonb_array_elements_text(cast(cast(:persons as text) as jsonb)) as p (id)
                join filer m on m.person_id = cast(p.id as uuid)
                join filer_contact c on c.filer_id = m.id
                join %s on h.kind = c.kind),
            few as (
              select mine.kind, mine.key from mine
              where (select count(*) from (select 1 from filer_contact x where x.kind = mine.kind and x.key = mine.key
                                           limit mine.most + 1) x) between 2 and mine.most)
            select c.kind, encode(c.key, 'hex') as key, min(c.masked) as masked,
              string_agg(distinct cast(f.person_id as text), ',') as persons
            from few join filer_contact c on c.kind = few.kind and c.key = few.key join filer f on f.id = c.filer_id
            group by c.kind, c.key having count(distinct f.person_id) > 1
            order by c.kind, c.key
            """
                    .formatted(HUBS);

    private static final String SHARED =
            """
            select c.kind, encode(c.key, 'hex') as key, min(c.masked) as masked,
              string_agg(distinct cast(f.person_id as text), ',') as persons
            from filer_contact c join %s on h.kind = c.kind join filer f on f.id = c.filer_id
            where (c.kind, c.key) > (:kind, decode(:key, 'hex'))
            group by c.kind, c.key
            having count(*) <= max(cast(h.most as int)) and count(distinct f.person_id) > 1
            order by c.kind, c.key limit :limit
            """
                    .formatted(HUBS);

    private static final String REPLACE =
            """
            with held as (select pg_advisory_xact_lock(hashtext('mingjian.contact-cluster'))),
            gone as (delete from contact_cluster where (select count(*) from held) = 1
                     and id not in (select id from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid)))
            insert into contact_cluster (id, persons, contacts, kinds, counted_at)
            select id, persons, contacts, kinds, :at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r (id uuid, persons int, contacts int, kinds text)
            where (select count(*) from held) = 1
            on conflict (id) do update set persons = excluded.persons, contacts = excluded.contacts,
              kinds = excluded.kinds, counted_at = excluded.counted_at
            """;

    private static final String LARGEST =
            "select id, persons, contacts, kinds, counted_at from contact_cluster order by persons desc, id";

    private final ObjectMapper json;
    private final Clock clock;

    Clusters(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * A contact that several persons have.
     *
     * @param key its keyed hash, which tells contacts apart and is shown to nobody
     */
    record Link(ContactKind kind, String key, String masked, List<UUID> persons) {}

    /** A group of persons as it was counted last; its id is its oldest person's. */
    record Cluster(UUID id, int persons, int contacts, String kinds) {}

    record Counted(Cluster cluster, Instant at) {}

    /** The contacts that these persons share with somebody. */
    Uni<List<Link>> beside(Caller caller, Collection<UUID> persons) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(BESIDE, Tuple.class)
                                        .setParameter("persons", text(persons))
                                        .setParameter("hubs", hubs())
                                        .getResultList())
                .map(rows -> rows.stream().map(Clusters::link).toList());
    }

    /** The next contacts that several persons share, in the order of kinds and keys. */
    Uni<List<Link>> sharedAfter(Caller machine, String kind, String key, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SHARED, Tuple.class)
                                        .setParameter("hubs", hubs())
                                        .setParameter("kind", kind)
                                        .setParameter("key", key)
                                        .setParameter("limit", limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(Clusters::link).toList());
    }

    /** Puts what was counted in the place of what was counted before. */
    Uni<Void> replace(Caller machine, List<Cluster> largest) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REPLACE)
                                        .setParameter("rows", text(largest))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The largest ones; only for the city. */
    Uni<List<Counted>> largest(Caller caller, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LARGEST, Tuple.class)
                                        .setMaxResults(limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(Clusters::counted).toList());
    }

    private static Counted counted(Tuple row) {
        return new Counted(
                new Cluster(
                        row.get("id", UUID.class),
                        row.get("persons", Integer.class),
                        row.get("contacts", Integer.class),
                        row.get("kinds", String.class)),
                Rows.instant(row, "counted_at"));
    }

    private static Link link(Tuple row) {
        return new Link(
                ContactKind.valueOf(row.get("kind", String.class)),
                row.get("key", String.class),
                row.get("masked", String.class),
                Arrays.stream(row.get("persons", String.class).split(","))
                        .map(UUID::fromString)
                        .toList());
    }

    private String hubs() {
        return text(Hub.on(Hub.SHIPPED, LegalDay.today(clock)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of ids are always writable", impossible);
        }
    }
}
