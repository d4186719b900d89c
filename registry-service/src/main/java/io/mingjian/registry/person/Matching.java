package io.mingjian.registry.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.ContactKind;
import io.mingjian.registry.filer.Persons;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Proposes that filers are one person, by what they have in common. It never merges. */
@ApplicationScoped
class Matching {
    /** With whom the filers of a submission have a contact in common that not too many have. */
    private static final String MET =
            """
            with mine as (
              select filer_id from filer_statement where submission_id = :submission
              union select filer_id from filer_party where submission_id = :submission and filer_id is not null),
            met as (
              select m.filer_id, o.filer_id as other_id, string_agg(distinct c.kind, ',') as kinds
              from mine m
                join filer_contact c on c.filer_id = m.filer_id
                join jsonb_each_text(cast(cast(:hubs as text) as jsonb)) as h (kind, most) on h.kind = c.kind
                cross join lateral (
                  select array_agg(x.filer_id) as ids
                  from (select filer_id from filer_contact x where x.kind = c.kind and x.key = c.key
                        limit cast(h.most as int) + 1) x) s
                cross join lateral unnest(s.ids) as o (filer_id)
              where cardinality(s.ids) <= cast(h.most as int) and o.filer_id <> m.filer_id
              group by m.filer_id, o.filer_id)
            select met.filer_id, met.other_id, met.kinds,
              exists (select 1 from filer_contact n join filer_contact o on o.kind = n.kind and o.key = n.key
                      where n.kind = 'NAME' and n.filer_id = met.filer_id and o.filer_id = met.other_id),
              (select count(*) from filer_key k where k.kind = 'ID' and k.filer_id in (met.filer_id, met.other_id)) = 2
            from met join filer a on a.id = met.filer_id join filer b on b.id = met.other_id
            where a.person_id <> b.person_id
            """;

    /** What people decided about a rule they are not asked again; a stronger rule may ask. */
    private static final String PROPOSE =
            """
            insert into filer_merge (id, version, filer_id, other_id, state, rule, proposed_at)
            select p.id, 0, p.filer_id, p.other_id, 'PROPOSED', p.rule, :at
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as p (id uuid, filer_id uuid, other_id uuid, rule text)
            where not exists (select 1 from filer_merge g where g.filer_id = p.filer_id and g.other_id = p.other_id
                              and (g.rule = p.rule or g.state in ('PROPOSED', 'ACTIVE')))
            order by p.filer_id, p.other_id
            on conflict do nothing
            """;

    private final ObjectMapper json;
    private final Clock clock;

    Matching(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            UUID id,
            @JsonProperty("filer_id") UUID filerId,
            @JsonProperty("other_id") UUID otherId,
            MatchRule rule) {
        static Row of(UUID one, UUID other, MatchRule rule) {
            boolean inOrder = Persons.OLDEST_FIRST.compare(one, other) < 0;
            return new Row(Ids.next(), inOrder ? one : other, inOrder ? other : one, rule);
        }
    }

    /** Proposes whatever this submission gives reason to; a second time changes nothing. */
    Uni<Void> propose(Caller machine, UUID submissionId) {
        Map<ContactKind, Integer> hubs = Hub.on(Hub.SHIPPED, LegalDay.today(clock));
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(MET, Object[].class)
                                        .setParameter("submission", submissionId)
                                        .setParameter("hubs", text(hubs))
                                        .getResultList())
                .map(found -> found.stream().flatMap(Matching::proposal).toList())
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : keep(rows));
    }

    private static Stream<Row> proposal(Object[] met) {
        Set<ContactKind> agreed = EnumSet.noneOf(ContactKind.class);
        for (String kind : ((String) met[2]).split(",")) {
            agreed.add(ContactKind.valueOf(kind));
        }
        if ((Boolean) met[3]) {
            agreed.add(ContactKind.NAME);
        }
        return MatchRule.proposing(agreed, (Boolean) met[4])
                .map(rule -> Row.of((UUID) met[0], (UUID) met[1], rule))
                .stream();
    }

    private Uni<Void> keep(List<Row> rows) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PROPOSE)
                                        .setParameter("rows", text(rows))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("rows of ids are always writable", impossible);
        }
    }
}
