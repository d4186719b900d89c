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

    private static final String OWNERS =
            """
            select k.kind, a.hash, k.filer_id,
                   exists (select 1 from filer_key d where d.filer_id = k.filer_id and d.kind = 'ID')
            from jsonb_to_recordset(cast(cast(:keys as text) as jsonb)) as a (kind text, hash text)
              join filer_key k on k.kind = a.kind and k.key = decode(a.hash, 'base64')
            """;

    private static final String KEEP =
            """
            with made as (
              insert into filer (id, created_at, person_id)
              select cast(id as uuid), :at, cast(id as uuid) from jsonb_array_elements_text(cast(cast(:filers as text) as jsonb)) as f (id))
            insert into filer_key (kind, key, filer_id)
            select kind, decode(hash, 'base64'), filer
            from jsonb_to_recordset(cast(cast(:keys as text) as jsonb)) as k (kind text, hash text, filer uuid)
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

    /** Keeps what was made and taken. */
    Uni<Void> keep(Caller caller, Owners owners) {
        if (owners.fresh().isEmpty() && owners.taken().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
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
