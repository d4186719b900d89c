package io.mingjian.registry.lookup;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The only SQL for agreements; every query is narrowed by the caller. */
@ApplicationScoped
class Agreements {
    UUID parse(String id) {
        return Ids.parse(id, "查询协议", "agreement");
    }

    /** What is agreed with the caller's organisation on a day; only to read. */
    Uni<Optional<Agreement>> holding(Caller caller, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                """
                                                from Agreement where kind = :kind and activatedAt is not null
                                                  and validFrom <= :day
                                                """,
                                                Agreement.class)
                                        .setParameter("kind", caller.kind())
                                        .setParameter("day", day)
                                        .setReadOnly(true)
                                        .getResultList())
                .map(begun -> Agreement.holding(begun, caller.organisation(), day));
    }

    /** All that the caller may know of, the newest first. */
    Uni<List<Agreement>> all(Caller caller) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Agreement order by id desc", Agreement.class)
                                        .getResultList())
                .map(all -> all.stream().filter(each -> each.isVisibleTo(caller)).toList());
    }

    /**
     * @throws NotFound if there is none, or the caller may not know of it
     */
    Uni<Agreement> require(Caller caller, UUID id) {
        return Sessions.current()
                .chain(session -> session.find(Agreement.class, id))
                .onItem()
                .ifNull()
                .failWith(Agreements::notFound)
                .invoke(
                        found -> {
                            if (!found.isVisibleTo(caller)) {
                                throw notFound();
                            }
                        });
    }

    Uni<Void> add(Caller caller, Agreement agreement) {
        return Sessions.current().chain(session -> session.persist(agreement));
    }

    private static NotFound notFound() {
        return new NotFound("查询协议", "agreement");
    }
}
