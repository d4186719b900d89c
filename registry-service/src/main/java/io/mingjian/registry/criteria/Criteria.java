package io.mingjian.registry.criteria;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.criteria.Criterion.Finding;
import io.mingjian.registry.queue.HintVersions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The criteria and their hits; the only SQL for both tables. */
@ApplicationScoped
class Criteria implements HintVersions {
    private static final String HIT =
            """
            insert into criterion_hit
              (id, code, version, filer_id, submission_id, filing_id, level, inputs, explanation, evaluated_at)
            values (:id, :code, :version, :filer, :submission, :filing, :level, cast(cast(:inputs as text) as jsonb), :text, :at)
            on conflict (code, version, filer_id, submission_id) do nothing
            """;

    private final ObjectMapper json;
    private final Clock clock;

    Criteria(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

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

    /**
     * The versions in use on a day, one per criterion: of those valid by then, the one that begins
     * last.
     */
    Uni<List<Criterion>> inForceOn(Caller caller, LocalDate day) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                select distinct on (code) * from criterion_version
                                where activated_by is not null and valid_from <= :day
                                order by code, valid_from desc, version desc
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
                .failWith(() -> new NotFound("判定标准版本", "criterion version"));
    }

    /** The number that a next version of this criterion gets. */
    Uni<Integer> nextVersion(Caller caller, String code) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "select max(c.id.version) from CriterionRow c where c.id.code = :code",
                                                Integer.class)
                                        .setParameter("code", code)
                                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("判定标准", "criterion"))
                .map(last -> last + 1);
    }

    Uni<Void> add(Caller caller, CriterionRow row) {
        return Sessions.current().chain(session -> session.persist(row));
    }

    /**
     * Keeps a hit with all that explains it.
     *
     * @return whether it is new; both halves of a mixed filing give one hit
     */
    Uni<Boolean> keep(Caller caller, Criterion criterion, Subject of, Finding finding) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HIT)
                                        .setParameter("id", Ids.next())
                                        .setParameter("code", criterion.code())
                                        .setParameter("version", criterion.version())
                                        .setParameter("filer", of.filerId())
                                        .setParameter("submission", of.submissionId())
                                        .setParameter("filing", of.filingId())
                                        .setParameter("level", finding.level().name())
                                        .setParameter("inputs", text(finding.inputs()))
                                        .setParameter("text", finding.explanation())
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Whom and what an evaluation is about. */
    record Subject(UUID filerId, UUID submissionId, UUID filingId) {}

    JsonNode tree(Object inputs) {
        return json.valueToTree(inputs);
    }

    String text(Object inputs) {
        try {
            return json.writeValueAsString(inputs);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("inputs are always writable", impossible);
        }
    }
}
