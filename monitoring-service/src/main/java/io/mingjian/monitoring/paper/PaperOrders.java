package io.mingjian.monitoring.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Store of orders and of who prints them. Which paper a caller may have is decided by what it is
 * about; lists are the city's own.
 */
@ApplicationScoped
class PaperOrders {
    private static final String COLUMNS =
            """
            id, kind, subject_id, edition, addressee, bureau, paper_no, template_version,
            cast(facts as text) as said, issued_on, state, attempts, parts_done, parts_all,
            problem_code, problem, ordered_at, ended_at
            """;

    private static final String ADD =
            """
            insert into paper_order (id, kind, subject_id, edition, addressee, bureau, paper_no, template_version,
              facts, issued_on, state, attempts, worker_until, parts_done, parts_all, ordered_at)
            values (:id, :kind, :subject, :edition, :addressee, :bureau, :no, :template,
              cast(cast(:facts as text) as jsonb), :issued, :state, 0, :at, 0, 0, :at)
            on conflict (kind, subject_id, edition, addressee) do nothing
            """;

    private static final String FIND =
            "select "
                    + COLUMNS
                    + " from paper_order where kind = :kind and subject_id = :subject and edition ="
                    + " :edition and addressee = :addressee";

    /** The oldest that nobody is at, or whose worker is gone. */
    private static final String CLAIM =
            """
            update paper_order set worker = :worker, worker_until = :until, attempts = attempts + 1
            where id = (select id from paper_order where state = 'WAITING' and worker_until <= :now
                        order by ordered_at, id limit 1 for update skip locked)
            """
                    + "returning "
                    + COLUMNS;

    private static final String HOLD =
            """
            update paper_order set worker_until = :until, parts_done = :done, parts_all = :all
            where id = :id and worker = :worker and state = 'WAITING'
            """;

    private static final String END =
            """
            update paper_order set state = :state, worker = null, worker_until = :until,
              problem_code = nullif(:code, ''), problem = nullif(:problem, ''),
              ended_at = case when :state = 'WAITING' then null else cast(:until as timestamptz) end
            where id = :id and worker = :worker and state = 'WAITING'
            """;

    private final ObjectMapper json;

    PaperOrders(ObjectMapper json) {
        this.json = json;
    }

    /** Writes an order, and tells whether there was none yet. */
    Uni<Boolean> add(PaperOrder order) {
        return Sessions.current()
                .call(Mutiny.Session::flush)
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("id", order.id())
                                        .setParameter("kind", order.kind().name())
                                        .setParameter("subject", order.subjectId())
                                        .setParameter("edition", order.edition())
                                        .setParameter("addressee", order.addressee())
                                        .setParameter("bureau", order.bureau())
                                        .setParameter("no", order.paperNo())
                                        .setParameter("template", order.templateVersion())
                                        .setParameter("facts", written(order.facts()))
                                        .setParameter("issued", order.issuedOn())
                                        .setParameter("state", order.state().name())
                                        .setParameter("at", order.orderedAt())
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Gives the order its number, which is taken only by one that was written. */
    Uni<Void> number(UUID id, String paperNo) {
        return update(
                "update paper_order set paper_no = :no where id = :id",
                Map.of("no", paperNo, "id", id));
    }

    Uni<Optional<PaperOrder>> find(PaperKind kind, UUID subject, int edition, String addressee) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FIND, Tuple.class)
                                        .setParameter("kind", kind.name())
                                        .setParameter("subject", subject)
                                        .setParameter("edition", edition)
                                        .setParameter("addressee", addressee)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(this::order));
    }

    /** One order of the caller's own bureau. */
    Uni<PaperOrder> require(Caller city, UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from paper_order where id = :id and"
                                                        + " bureau = :org",
                                                Tuple.class)
                                        .setParameter("id", id)
                                        .setParameter("org", city.organisation())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(this::order)
                                        .orElseThrow(PaperOrders::unknown));
    }

    /** A page of the orders of the caller's bureau, oldest first. */
    Uni<List<PaperOrder>> page(
            Caller city,
            @Nullable PaperState state,
            @Nullable UUID subject,
            @Nullable UUID after,
            int limit) {
        String sql =
                "select "
                        + COLUMNS
                        + " from paper_order where bureau = :org"
                        + (state == null ? "" : " and state = :state")
                        + (subject == null ? "" : " and subject_id = :subject")
                        + (after == null ? "" : " and id > :after")
                        + " order by id limit :limit";
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.SelectionQuery<Tuple> query =
                                    session.createNativeQuery(sql, Tuple.class)
                                            .setParameter("org", city.organisation())
                                            .setParameter("limit", limit);
                            if (state != null) {
                                query.setParameter("state", state.name());
                            }
                            if (subject != null) {
                                query.setParameter("subject", subject);
                            }
                            if (after != null) {
                                query.setParameter("after", after);
                            }
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(this::order).toList());
    }

    /** A failed order is tried anew, as often as a new one. */
    Uni<Boolean> again(UUID id, Instant now) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update paper_order set state = 'WAITING', attempts = 0, worker_until = :now,
                                                  ended_at = null
                                                where id = :id and state = 'FAILED'
                                                """)
                                        .setParameter("id", id)
                                        .setParameter("now", now)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Takes the oldest order that waits for a worker, or whose worker is gone. */
    Uni<Optional<PaperOrder>> claim(UUID worker, Instant now, Duration lease) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(CLAIM, Tuple.class)
                                        .setParameter("worker", worker)
                                        .setParameter("until", now.plus(lease))
                                        .setParameter("now", now)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(this::order));
    }

    /** Whether the order is still this worker's; if so, for another while. */
    Uni<Boolean> hold(UUID id, UUID worker, Instant until, long done, long all) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD)
                                        .setParameter("id", id)
                                        .setParameter("worker", worker)
                                        .setParameter("until", until)
                                        .setParameter("done", done)
                                        .setParameter("all", all)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** The same without news of how far it has come. */
    Uni<Boolean> heldBy(UUID id, UUID worker, Instant until) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update paper_order set worker_until = :until
                                                where id = :id and worker = :worker and state = 'WAITING'
                                                """)
                                        .setParameter("id", id)
                                        .setParameter("worker", worker)
                                        .setParameter("until", until)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** All its files are kept. */
    Uni<Boolean> done(UUID id, UUID worker, Instant at) {
        return end(id, worker, PaperState.DONE, at, "", "");
    }

    /** This try did not succeed; another may follow from that time on. */
    Uni<Boolean> postpone(UUID id, UUID worker, Instant until, String code, String problem) {
        return end(id, worker, PaperState.WAITING, until, code, problem);
    }

    /** No try is left. */
    Uni<Boolean> fail(UUID id, UUID worker, Instant at, String code, String problem) {
        return end(id, worker, PaperState.FAILED, at, code, problem);
    }

    private static Uni<Boolean> end(
            UUID id, UUID worker, PaperState state, Instant at, String code, String problem) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(END)
                                        .setParameter("id", id)
                                        .setParameter("worker", worker)
                                        .setParameter("state", state.name())
                                        .setParameter("until", at)
                                        .setParameter("code", code)
                                        .setParameter("problem", problem)
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** What was gathered for a report, if it was. */
    Uni<Optional<String>> gathered(UUID id) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select cast(gathered as text) from paper_order"
                                                        + " where id = :id and gathered is not null",
                                                String.class)
                                        .setParameter("id", id)
                                        .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    /** Keeps what was gathered; every file of the report is made of it. */
    Uni<Void> gathered(UUID id, String what) {
        return update(
                "update paper_order set gathered = cast(cast(:what as text) as jsonb) where id ="
                        + " :id",
                Map.of("what", what, "id", id));
    }

    /** Fixes a text at its first use, and gives the fingerprint of that use. */
    Uni<String> fix(PaperTemplate template, Instant at) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into paper_template (kind, version, sm3, first_used_at)
                                                values (:kind, :version, :sm3, :at)
                                                on conflict (kind, version) do update set sm3 = paper_template.sm3
                                                returning sm3
                                                """,
                                                String.class)
                                        .setParameter("kind", template.kind().name())
                                        .setParameter("version", template.version())
                                        .setParameter("sm3", PaperTemplates.sm3(template))
                                        .setParameter("at", at)
                                        .getSingleResult());
    }

    private static Uni<Void> update(String sql, Map<String, Object> values) {
        return Sessions.current()
                .chain(
                        session -> {
                            Mutiny.MutationQuery query = session.createNativeQuery(sql);
                            values.forEach(query::setParameter);
                            return query.executeUpdate();
                        })
                .replaceWithVoid();
    }

    private PaperOrder order(Tuple row) {
        return new PaperOrder(
                row.get("id", UUID.class),
                PaperKind.valueOf(row.get("kind", String.class)),
                row.get("subject_id", UUID.class),
                row.get("edition", Integer.class),
                row.get("addressee", String.class),
                row.get("bureau", String.class),
                row.get("paper_no", String.class),
                row.get("template_version", Integer.class),
                read(row.get("said", String.class)),
                row.get("issued_on", LocalDate.class),
                PaperState.valueOf(row.get("state", String.class)),
                row.get("attempts", Integer.class),
                row.get("parts_done", Long.class),
                row.get("parts_all", Long.class),
                row.get("problem_code", String.class),
                row.get("problem", String.class),
                Rows.instant(row, "ordered_at"),
                Rows.optionalInstant(row, "ended_at"));
    }

    private Map<String, String> read(String facts) {
        try {
            return json.readValue(facts, new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static NotFound unknown() {
        return new NotFound("文书", "paper");
    }
}
