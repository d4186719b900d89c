package io.mingjian.registry.criteria;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.queue.HintVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The criteria in their versions; the only SQL for them, and the public face of the room. */
@ApplicationScoped
public class Criteria implements HintVersions {
    private static final String HOLD =
            "select count(pg_advisory_xact_lock(hashtextextended('mingjian.criterion ' || :code, 0)))";

    /** All versions of all criteria, newest first. */
    Uni<List<CriterionRow>> all(Caller caller) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from CriterionRow order by id.code, id.version desc",
                                                CriterionRow.class)
                                        .getResultList());
    }

    /** The versions in use on a day, at most one of each criterion. */
    public Uni<List<Criterion>> inForceOn(Caller caller, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                """
                                                from CriterionRow where activatedBy is not null and validFrom <= :day
                                                  and (validUntil is null or validUntil >= :day)
                                                order by id.code
                                                """,
                                                CriterionRow.class)
                                        .setParameter("day", day)
                                        .getResultList())
                .map(rows -> rows.stream().map(CriterionRow::value).toList());
    }

    @Override
    public Uni<Map<String, Integer>> versionsOn(Caller caller, LocalDate day) {
        return inForceOn(caller, day)
                .map(found -> found.stream().collect(toMap(Criterion::code, Criterion::version)));
    }

    /**
     * @throws NotFound if there is no such version
     */
    Uni<CriterionRow> require(Caller caller, String code, int version) {
        return Sessions.current()
                .chain(
                        session ->
                                session.find(
                                        CriterionRow.class, new CriterionRow.Key(code, version)))
                .onItem()
                .ifNull()
                .failWith(Criteria::noSuchVersion);
    }

    /**
     * One version, in use or not.
     *
     * @throws NotFound if there is no such version
     */
    public Uni<Criterion> version(Caller caller, String code, int version) {
        return require(caller, code, version).map(CriterionRow::value);
    }

    /**
     * All versions of a criterion, newest first; nobody else changes them until the transaction
     * ends.
     *
     * @throws NotFound if there is no such criterion
     */
    Uni<List<CriterionRow>> hold(Caller caller, String code) {
        return Sessions.current()
                .call(
                        session ->
                                session.createNativeQuery(HOLD, Long.class)
                                        .setParameter("code", code)
                                        .getSingleResult())
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from CriterionRow where id.code = :code order by id.version desc",
                                                CriterionRow.class)
                                        .setParameter("code", code)
                                        .getResultList())
                .invoke(
                        rows -> {
                            if (rows.isEmpty()) {
                                throw new NotFound("判定标准", "criterion");
                            }
                        });
    }

    static NotFound noSuchVersion() {
        return new NotFound("判定标准版本", "criterion version");
    }

    Uni<Void> add(Caller caller, CriterionRow row) {
        return Sessions.current().chain(session -> session.persist(row));
    }
}
