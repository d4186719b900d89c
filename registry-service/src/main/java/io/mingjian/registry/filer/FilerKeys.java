package io.mingjian.registry.filer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.filer.Owners.Key;
import io.mingjian.registry.filer.Owners.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The only SQL for filers and the keys under which they are found. */
@ApplicationScoped
class FilerKeys {
    /**
     * Waits for others who resolve the same keys; always in the order of the keys, so nobody waits
     * in a ring.
     */
    private static final String HOLD =
            """
            select count(pg_advisory_xact_lock(k)) from
              (select distinct k from unnest(cast(string_to_array(cast(:locks as text), ',') as bigint[])) as l (k)
               order by k) held
            """;

    /** One look into the index for each key: written as a join, all keys would be read. */
    private static final String OWNERS =
            """
            select k.kind, a.hash, k.filer_id,
                   (select count(*) from filer_key d where d.filer_id = k.filer_id and d.kind = 'ID') > 0
            from jsonb_to_recordset(cast(cast(:keys as text) as jsonb)) as a (kind text, hash text)
              cross join lateral (select k.kind, k.filer_id from filer_key k
                where k.kind = a.kind and k.key = decode(a.hash, 'base64') limit 1) k
            """;

    private static final String KEEP =
            """
            with made as (
              insert into filer (id, created_at, person_id)
              select cast(id as uuid), :at, cast(id as uuid) from jsonb_array_elements_text(cast(cast(:filers as text) as jsonb)) as f (id)),
            taken as (
              insert into filer_key (kind, key, filer_id)
              select kind, decode(hash, 'base64'), filer
              from jsonb_to_recordset(cast(cast(:keys as text) as jsonb)) as k (kind text, hash text, filer uuid))
            insert into filer_contact (kind, key, filer_id, masked, first_on, last_on)
            select kind, decode(hash, 'base64'), filer, masked, first_on, last_on
            from jsonb_to_recordset(cast(cast(:contacts as text) as jsonb)) as c (
              kind text, hash text, filer uuid, masked text, first_on date, last_on date)
            on conflict (kind, key, filer_id) do update set
              first_on = least(filer_contact.first_on, excluded.first_on),
              last_on = greatest(filer_contact.last_on, excluded.last_on)
            where excluded.first_on < filer_contact.first_on or excluded.last_on > filer_contact.last_on
            """;

    private final ObjectMapper json;
    private final Clock clock;

    FilerKeys(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The owners of these keys; nobody else resolves them until this transaction ends. */
    Uni<Owners> held(Caller caller, List<Keys> all) {
        Set<Key> keys =
                all.stream()
                        .flatMap(each -> Stream.of(each.id(), each.phone()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return Sessions.current()
                .call(session -> hold(session, keys))
                .chain(session -> owners(session, keys));
    }

    /** Keeps what was made and taken, and the contacts that came with it. */
    Uni<Void> keep(Caller caller, Owners owners, List<Contact> contacts) {
        List<Row> keys =
                owners.taken().stream()
                        .map(each -> new Row(each.key().kind(), each.key().hash(), each.filerId()))
                        .toList();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("filers", text(owners.fresh()))
                                        .setParameter("keys", text(keys))
                                        .setParameter("contacts", text(Contact.once(contacts)))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private record Row(String kind, String hash, UUID filer) {}

    private static Uni<Long> hold(Mutiny.Session session, Set<Key> keys) {
        String locks =
                keys.stream()
                        .map(key -> Long.toString(key.lock()))
                        .collect(Collectors.joining(","));
        return session.createNativeQuery(HOLD, Long.class)
                .setParameter("locks", locks)
                .getSingleResult();
    }

    private Uni<Owners> owners(Mutiny.Session session, Set<Key> keys) {
        return session.createNativeQuery(OWNERS, Object[].class)
                .setParameter("keys", text(keys))
                .getResultList()
                .map(
                        rows -> {
                            Owners owners = new Owners();
                            for (Object[] row : rows) {
                                owners.known(
                                        new Key((String) row[0], (String) row[1]),
                                        (UUID) row[2],
                                        (Boolean) row[3]);
                            }
                            return owners;
                        });
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("keys and ids are always writable", impossible);
        }
    }
}
