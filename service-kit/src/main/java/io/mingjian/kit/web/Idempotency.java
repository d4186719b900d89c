package io.mingjian.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.audit.Sm3;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.FieldError;
import io.mingjian.kit.refusal.IdempotencyKeyReuse;
import io.mingjian.kit.refusal.Malformed;
import io.mingjian.kit.session.Sessions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * {@code Idempotency-Key}: the same key and body get the first answer again, the same key with
 * another body is refused. The key's row commits with the effect; a second request that comes
 * meanwhile waits for it. Refusals are not kept. The key is looked up before anything is judged:
 * what was lawful then is answered as then, though it would be refused by now.
 */
@ApplicationScoped
public class Idempotency {
    private static final int LONGEST_KEY = 200;

    private static final String CLAIM =
            """
            insert into idempotency (organisation, key, operation, request_hash, created_at)
            values (:organisation, :key, :operation, :hash, :at) on conflict do nothing
            """;
    private static final String KEEP =
            """
            update idempotency set status = :status, location = nullif(:location, ''), etag = nullif(:etag, ''),
                   body = :body
            where organisation = :organisation and key = :key
            """;
    private static final String FIND =
            """
            select operation, request_hash, status, location, etag, body from idempotency
            where organisation = :organisation and key = :key
            """;

    private final ObjectMapper json;
    private final Clock clock;
    private final Pool pool;
    private final Duration kept;

    Idempotency(
            ObjectMapper json,
            Clock clock,
            Pool pool,
            @ConfigProperty(name = "mingjian.idempotency.keep-days") int keepDays) {
        this.json = json;
        this.clock = clock;
        this.pool = pool;
        this.kept = Duration.ofDays(keepDays);
    }

    /**
     * Runs an operation once per key, inside the running transaction.
     *
     * @param key the header's value; without one the operation simply runs
     * @param operation name and path, so that a key is not good for another operation
     * @param request the request body; compared by its JSON
     * @throws IdempotencyKeyReuse if the key came before with another body or for another operation
     */
    public Uni<Response> once(
            Caller caller,
            @Nullable String key,
            String operation,
            Object request,
            Supplier<Uni<Answer>> work) {
        return once(caller, key, operation, request, work, answer -> Uni.createFrom().voidItem());
    }

    /**
     * Runs an operation once per key; what everybody waits for, as the audit chain, comes last.
     *
     * @param last runs when all else of the transaction is written
     */
    public Uni<Response> once(
            Caller caller,
            @Nullable String key,
            String operation,
            Object request,
            Supplier<Uni<Answer>> work,
            Function<Answer, Uni<Void>> last) {
        return answerOnce(caller, key, operation, request, work, last).map(Answer::toResponse);
    }

    /**
     * The same for those who turn the answer into a response themselves, outside the unit of work.
     */
    public Uni<Answer> answerOnce(
            Caller caller,
            @Nullable String key,
            String operation,
            Object request,
            Supplier<Uni<Answer>> work,
            Function<Answer, Uni<Void>> last) {
        if (key == null) {
            return work.get().call(last::apply);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Uni.createFrom()
                    .failure(
                            new Malformed(
                                    new FieldError(
                                            "",
                                            "idempotency-key",
                                            "Idempotency-Key 须为 1 至 200 个字符。",
                                            "Idempotency-Key takes 1 to 200 characters.")));
        }
        String hash = hash(request);
        return Sessions.current()
                .chain(
                        session ->
                                claim(session, caller, key, operation, hash)
                                        .chain(
                                                first ->
                                                        first
                                                                ? work.get()
                                                                        .call(
                                                                                answer ->
                                                                                        keep(
                                                                                                session,
                                                                                                caller,
                                                                                                key,
                                                                                                answer))
                                                                        .call(last::apply)
                                                                : earlier(
                                                                        session, caller, key,
                                                                        operation, hash)));
    }

    /**
     * Whether this key was answered before for this operation. For doors that judge a request
     * before its body is there, or refuse while there is too much to do: a repetition is let
     * through to its first answer, whatever holds now.
     */
    public Uni<Boolean> isRepeated(Caller caller, @Nullable String key, String operation) {
        return found(caller, key)
                .map(
                        row ->
                                row.filter(
                                                kept ->
                                                        kept.get("operation", String.class)
                                                                .equals(operation))
                                        .isPresent());
    }

    /**
     * The first answer to this request, if there was one. For doors that prepare in several
     * transactions what {@link #answerOnce} then ends.
     *
     * @throws IdempotencyKeyReuse if the key came before with another body or for another operation
     */
    public Uni<Optional<Answer>> answered(
            Caller caller, @Nullable String key, String operation, Object request) {
        return found(caller, key)
                .map(row -> row.map(kept -> answer(kept, operation, hash(request))));
    }

    private static Uni<Optional<Tuple>> found(Caller caller, @Nullable String key) {
        return key == null
                ? Uni.createFrom().item(Optional.empty())
                : Sessions.current()
                        .chain(session -> find(session, caller, key).getResultList())
                        .map(rows -> rows.stream().findFirst());
    }

    private static Mutiny.SelectionQuery<Tuple> find(
            Mutiny.Session session, Caller caller, String key) {
        return session.createNativeQuery(FIND, Tuple.class)
                .setParameter("organisation", caller.organisation())
                .setParameter("key", key);
    }

    /** Keys are kept for a week, because a partner's callback may retry that long. */
    @Scheduled(every = "${mingjian.forget-every}", delayed = "1m")
    Uni<Void> forget() {
        return pool.preparedQuery("delete from idempotency where created_at < $1")
                .execute(
                        io.vertx.mutiny.sqlclient.Tuple.of(
                                clock.instant().minus(kept).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private Uni<Boolean> claim(
            Mutiny.Session session, Caller caller, String key, String operation, String hash) {
        return session.createNativeQuery(CLAIM)
                .setParameter("organisation", caller.organisation())
                .setParameter("key", key)
                .setParameter("operation", operation)
                .setParameter("hash", hash)
                .setParameter("at", clock.instant())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private Uni<Integer> keep(Mutiny.Session session, Caller caller, String key, Answer answer) {
        return session.createNativeQuery(KEEP)
                .setParameter("status", answer.status())
                .setParameter("location", answer.location() == null ? "" : answer.location())
                .setParameter("etag", answer.etag() == null ? "" : answer.etag())
                .setParameter("body", write(answer.body()))
                .setParameter("organisation", caller.organisation())
                .setParameter("key", key)
                .executeUpdate();
    }

    private Uni<Answer> earlier(
            Mutiny.Session session, Caller caller, String key, String operation, String hash) {
        return find(session, caller, key)
                .getSingleResult()
                .map(row -> answer(row, operation, hash));
    }

    private Answer answer(Tuple row, String operation, String hash) {
        if (!row.get("operation", String.class).equals(operation)
                || !row.get("request_hash", String.class).equals(hash)) {
            throw new IdempotencyKeyReuse();
        }
        return new Answer(
                row.get("status", Integer.class),
                row.get("location", String.class),
                row.get("etag", String.class),
                read(row.get("body", String.class)));
    }

    private String hash(Object request) {
        return Sm3.hex(request instanceof String text ? text : write(request));
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not writable as JSON", unwritable);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a kept answer is JSON", impossible);
        }
    }
}
