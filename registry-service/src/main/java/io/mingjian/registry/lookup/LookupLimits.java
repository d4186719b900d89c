package io.mingjian.registry.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.LimitReached;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.lookup.LookupRule.Counts;
import io.mingjian.registry.lookup.LookupRule.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps anybody from finding out by trying who is listed. Counts in the log itself, so all replicas
 * count alike.
 */
@ApplicationScoped
class LookupLimits {
    static final String CODE = "lookup-limit";

    /**
     * What stands against one more look-up. Whoever asks again for the same adds nothing to the
     * different ones.
     */
    private static final String REACHED =
            """
            with r as (
              select * from jsonb_to_recordset(cast(cast(:rules as text) as jsonb)) as r (
                place int, zh text, person boolean, counts text, most int, since timestamptz, seconds bigint)),
            recent as materialized (
              select subject, asked, outcome, at from lookup_log
              where organisation = :organisation and at >= (select min(since) from r))
            select r.zh, r.most, r.counts, r.seconds, c.oldest
            from r
              cross join lateral (
                select max(f.lifted_at) as at from lookup_lift f where f.organisation = :organisation
                  and f.subject is not distinct from case when r.person then :subject end) lift
              cross join lateral (
                select case when r.counts = 'LOOKUPS' then count(*) else count(distinct l.asked) end as done,
                       coalesce(bool_or(l.asked = decode(:asked, 'base64')), false) as again, min(l.at) as oldest
                from recent l
                where (not r.person or l.subject = :subject)
                  and l.at >= r.since and (lift.at is null or l.at > lift.at)
                  and (r.counts <> 'MISSES' or l.outcome <> 'LISTED')) c
            where c.done >= r.most and (r.counts = 'LOOKUPS' or not c.again)
            order by r.place limit 1
            """;

    private static final String LIFT =
            """
            insert into lookup_lift (id, organisation, subject, lifted_by, lifted_at, reasons)
            values (:id, :organisation, nullif(:subject, ''), :by, :at, :reasons)
            """;

    private final ObjectMapper json;
    private final Clock clock;
    private final List<LookupRule> rules = LookupRule.shipped();

    LookupLimits(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            int place,
            String zh,
            boolean person,
            Counts counts,
            int most,
            String since,
            long seconds) {}

    /**
     * Refuses one look-up more than is allowed, before it is known what it would find: a refusal
     * must not tell either. Other look-ups of the organisation must be held back meanwhile.
     *
     * @throws LimitReached saying when to try again
     */
    Uni<Void> check(Caller caller, Agreement agreement, byte[] asked, Instant at) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REACHED, Tuple.class)
                                        .setParameter("rules", text(rows(agreement, at)))
                                        .setParameter("organisation", caller.organisation())
                                        .setParameter("subject", caller.subject())
                                        .setParameter(
                                                "asked", Base64.getEncoder().encodeToString(asked))
                                        .getResultList())
                .invoke(reached -> reached.stream().findFirst().ifPresent(row -> refuse(row, at)))
                .replaceWithVoid();
    }

    /** The count begins anew, for an organisation or for one of its people. */
    Uni<Void> lift(Caller caller, String organisation, @Nullable String subject, String reasons) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LIFT)
                                        .setParameter("id", Ids.next())
                                        .setParameter("organisation", organisation)
                                        .setParameter("subject", subject == null ? "" : subject)
                                        .setParameter("by", caller.subject())
                                        .setParameter("at", clock.instant())
                                        .setParameter("reasons", reasons)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private List<Row> rows(Agreement agreement, Instant at) {
        LocalDate today = LegalDay.of(at);
        Instant midnight = today.atStartOfDay(LegalDay.ZONE).toInstant();
        List<Row> rows = new ArrayList<>();
        rows.add(
                new Row(
                        0,
                        "查询协议约定的每日查询次数",
                        false,
                        Counts.LOOKUPS,
                        agreement.terms().dailyLimit(),
                        midnight.toString(),
                        0));
        for (LookupRule rule : LookupRule.on(rules, today)) {
            rows.add(
                    new Row(
                            rows.size(),
                            rule.zh(),
                            rule.scope() == Scope.PERSON,
                            rule.counts(),
                            rule.most(),
                            at.minus(rule.window()).toString(),
                            rule.window().toSeconds()));
        }
        return rows;
    }

    private static void refuse(Tuple row, Instant at) {
        boolean daily = row.get("counts", String.class).equals(Counts.LOOKUPS.name());
        Instant free =
                daily
                        ? LegalDay.of(at).plusDays(1).atStartOfDay(LegalDay.ZONE).toInstant()
                        : Rows.instant(row, "oldest")
                                .plusSeconds(row.get("seconds", Number.class).longValue());
        throw new LimitReached(
                CODE,
                row.get("zh", String.class)
                        + "已达上限（"
                        + row.get("most", Integer.class)
                        + "）。请稍后再查；确有需要的，请联系市局解除限制。",
                "The limit of look-ups is reached; try again later or ask the city to lift it.",
                Duration.between(at, free));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rules are always writable", impossible);
        }
    }
}
