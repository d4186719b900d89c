package io.mingjian.registry.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what is counted; the only SQL that changes counted filings. */
@ApplicationScoped
class Book {
    /**
     * Whoever learns something of a person waits for others who do: each sees what the other wrote.
     */
    private static final String HOLD =
            """
            select p.id, count(pg_advisory_xact_lock(hashtextextended('mingjian.person ' || p.id, 0))) from
              (select distinct f.person_id as id from filer f where f.id in (:filers) order by f.person_id) p
            group by p.id order by p.id
            """;

    /** What the second part of a mixed filing adds; the first part stays what it was. */
    private static final String KEEP =
            """
            insert into counted_filing as c (filer_id, received_on, submission_id, filing_id, operator_key, goods_class,
              family_id, use_ratio, set_aside)
            select filer_id, received_on, submission_id, filing_id, operator_key, goods_class, family_id, use_ratio,
              set_aside
            from jsonb_to_recordset(cast(cast(:entries as text) as jsonb)) as x (filer_id uuid, received_on date,
              submission_id uuid, filing_id uuid, operator_key bigint, goods_class text, family_id bigint,
              use_ratio numeric, set_aside text)
            order by filer_id, submission_id
            on conflict (filer_id, received_on, submission_id) do update set
              goods_class = coalesce(c.goods_class, excluded.goods_class),
              family_id = coalesce(c.family_id, excluded.family_id),
              use_ratio = coalesce(c.use_ratio, excluded.use_ratio),
              set_aside = coalesce(c.set_aside, excluded.set_aside)
            """;

    private static final String SET_ASIDE =
            "update counted_filing set set_aside = cast(nullif(:why, '') as text) where submission_id = :submission";

    private static final String IS_SET_ASIDE =
            "select coalesce(set_aside, '') from counted_filing where submission_id = :submission limit 1";

    private final ObjectMapper json;

    Book(ObjectMapper json) {
        this.json = json;
    }

    /** A row of {@code counted_filing}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Entry(
            UUID filerId,
            LocalDate receivedOn,
            UUID submissionId,
            UUID filingId,
            long operatorKey,
            @Nullable String goodsClass,
            @Nullable Long familyId,
            @Nullable BigDecimal useRatio,
            @Nullable SetAside setAside) {}

    /** The persons of these filers, held until the transaction ends. */
    Uni<List<UUID>> hold(Caller caller, Collection<UUID> filerIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(HOLD, Object[].class)
                                        .setParameter("filers", filerIds)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).toList());
    }

    Uni<Void> keep(Caller machine, List<Entry> entries) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(KEEP)
                                        .setParameter("entries", text(entries))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Sets a submission aside, or counts it again. */
    Uni<Void> setAside(Caller caller, UUID submissionId, @Nullable SetAside why) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SET_ASIDE)
                                        .setParameter("submission", submissionId)
                                        .setParameter("why", why == null ? "" : why.name())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Why a submission is set aside, if it is; none at all if it is not in the ledger. */
    Uni<List<Optional<SetAside>>> setAsideOf(Caller caller, UUID submissionId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(IS_SET_ASIDE, String.class)
                                        .setParameter("submission", submissionId)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                why ->
                                                        why.isEmpty()
                                                                ? Optional.<SetAside>empty()
                                                                : Optional.of(
                                                                        SetAside.valueOf(why)))
                                        .toList());
    }

    private String text(List<Entry> entries) {
        try {
            return json.writeValueAsString(entries);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("entries are always writable", impossible);
        }
    }
}
