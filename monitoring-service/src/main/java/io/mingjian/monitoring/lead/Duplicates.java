package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.lead.LeadViews.DuplicateProposal;
import io.mingjian.monitoring.lead.LeadViews.DuplicateReason;
import io.mingjian.monitoring.lead.LeadViews.ProposalState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Store of pairs of leads that may be one. Only the city reads it. */
@ApplicationScoped
class Duplicates {
    /** Enough for a reviewer to see what it is about. */
    private static final int MOST = 20;

    /** More different names than this are no longer looked for with a code. */
    private static final int MOST_NAMES = 50;

    private static final String TURN =
            "select 1 from (select pg_advisory_xact_lock(hashtext('duplicates ' || :bureau))) as turn";

    /**
     * Of the same page: one subject by its code, by its name, or by the only code that was ever
     * told with its name; that it has a code or a name of its own does not keep it from being found
     * by the other. The codes of the whole batch are looked up once, and from each the names that
     * lead to it and to no other; then the latest of each code and name on the page.
     */
    private static final String SAME =
            """
            with recursive given as materialized (
              select g.id, g.bureau, lead_page(g.normal_url, g.finding) as page, g.subject_key as name, g.uscc,
                     coalesce(g.uscc, lead_told_code(g.bureau, g.subject_key)) as code
              from lead g where g.id = any(cast(string_to_array(:ids, ',') as uuid[]))),
            told (bureau, code, name, place) as (
              select distinct bureau, code, '', 0 from given where code is not null
              union all
              select t.bureau, t.code, (
                  select min(l.subject_key) from lead l
                  where l.bureau = t.bureau and l.uscc = t.code and l.subject_key > t.name), t.place + 1
              from told t where t.name is not null and t.place < :names),
            called as materialized (
              select t.bureau, t.code, t.name from told t
              where t.name <> ''
                and (select min(l.uscc) from lead l where l.bureau = t.bureau and l.subject_key = t.name) = t.code
                and (select max(l.uscc) from lead l where l.bureau = t.bureau and l.subject_key = t.name) = t.code)
            select 'URL' as kind, cast(g.id as text) as one, cast(twin.id as text) as other
            from given g
            cross join lateral (
              (select l.id from lead l
               where lead_subject_on_page(l.bureau, lead_page(l.normal_url, l.finding), l.uscc)
                     = lead_subject_on_page(g.bureau, g.page, g.code)
                 and lead_page(l.normal_url, l.finding) = g.page
                 and l.uscc is not null and l.id <> g.id and l.state not in ('UNQUALIFIED', 'DUPLICATE')
               order by l.id desc limit :most)
              union
              select named.id
              from (
                select g.name where g.name <> '' or g.uscc is null
                union
                select c.name from called c where c.bureau = g.bureau and c.code = g.code) as by (name)
              cross join lateral (
                select l.id from lead l
                where lead_subject_on_page(l.bureau, lead_page(l.normal_url, l.finding), l.subject_key)
                      = lead_subject_on_page(g.bureau, g.page, by.name)
                  and lead_page(l.normal_url, l.finding) = g.page
                  and (l.subject_key <> '' or l.uscc is null) and l.id <> g.id and l.state not in ('UNQUALIFIED', 'DUPLICATE')
                order by l.id desc limit :most) named
              order by id desc limit :most) twin
            union
            select 'PICTURE', cast(f.lead_id as text), cast(twin.lead_id as text)
            from lead_evidence f cross join lateral (
              select e.lead_id from lead_evidence e
              join lead l on l.id = e.lead_id and l.state not in ('UNQUALIFIED', 'DUPLICATE')
              where e.bureau = f.bureau and e.sha256 = f.sha256 and e.lead_id <> f.lead_id
              order by e.lead_id desc limit :most) twin
            where f.lead_id = any(cast(string_to_array(:ids, ',') as uuid[]))
            union
            select 'PICTURE', cast(f.lead_id as text), cast(twin.lead_id as text)
            from lead_evidence f
            join evidence_alike a on a.evidence_id = f.evidence_id
            cross join lateral (
              select e.lead_id from lead_evidence e
              join lead l on l.id = e.lead_id and l.state not in ('UNQUALIFIED', 'DUPLICATE')
              where e.evidence_id = a.other_id and e.bureau = f.bureau and e.lead_id <> f.lead_id
              order by e.lead_id desc limit :most) twin
            where f.lead_id = any(cast(string_to_array(:ids, ',') as uuid[]))
            """;

    /**
     * The earlier of the two leads is the other. One that was thrown away or is a duplicate itself
     * needs no proposal and cannot be chosen.
     */
    private static final String FOUND_AGAIN =
            """
            insert into duplicate_proposal (lead_id, other_id, kind, score, state, proposed_at)
            select distinct later.id, earlier.id, 'PICTURE', 1, 'PROPOSED', cast(:at as timestamptz)
            from evidence_alike a
            join lead_evidence e on e.evidence_id = a.evidence_id
            join lead_evidence o on o.evidence_id = a.other_id and o.bureau = e.bureau and o.lead_id <> e.lead_id
            join lead one on one.id = e.lead_id
            join lead two on two.id = o.lead_id
            cross join lateral (
              select case when (one.submitted_at, one.id) > (two.submitted_at, two.id) then one.id else two.id end as id
            ) later
            cross join lateral (select case when later.id = one.id then two.id else one.id end as id) earlier
            where a.evidence_id = :id
              and one.state not in ('UNQUALIFIED', 'DUPLICATE') and two.state not in ('UNQUALIFIED', 'DUPLICATE')
              and not exists (
                select 1 from duplicate_proposal d
                where ((d.lead_id = later.id and d.other_id = earlier.id)
                       or (d.lead_id = earlier.id and d.other_id = later.id))
                  and (d.state <> 'PROPOSED' or d.kind = 'PICTURE'))
            limit :most
            on conflict do nothing
            """;

    private static final String PROPOSE =
            """
            with given as (
              select cast(split_part(line, '|', 1) as uuid) as one, cast(split_part(line, '|', 2) as uuid) as other,
                     split_part(line, '|', 3) as kind, cast(split_part(line, '|', 4) as double precision) as score
              from unnest(string_to_array(:lines, ';')) as line)
            insert into duplicate_proposal (lead_id, other_id, kind, score, state, proposed_at)
            select g.one, g.other, g.kind, g.score, 'PROPOSED', :at from given g
            join lead o on o.id = g.other and o.state not in ('UNQUALIFIED', 'DUPLICATE')
            where not exists (
              select 1 from duplicate_proposal d
              where ((d.lead_id = g.one and d.other_id = g.other) or (d.lead_id = g.other and d.other_id = g.one))
                and (d.state <> 'PROPOSED' or d.kind = g.kind))
            on conflict do nothing
            """;

    private static final String WITHDRAW =
            "delete from duplicate_proposal where (lead_id = :id or other_id = :id) and state = 'PROPOSED'";

    private static final String DECIDE =
            """
            update duplicate_proposal
            set state = :state, decided_at = :at, decided_by = :by, reasons = nullif(:reasons, '')
            where state = 'PROPOSED'
              and ((lead_id = :one and other_id = :other) or (lead_id = :other and other_id = :one))
            """;

    private static final String REOPEN =
            """
            update duplicate_proposal set state = 'PROPOSED', decided_at = null, decided_by = null, reasons = null
            where state = 'CONFIRMED'
              and ((lead_id = :one and other_id = :other) or (lead_id = :other and other_id = :one))
            """;

    private static final String OF_LEAD =
            """
            select cast(l.id as text) as id, l.lead_no, l.agency, l.state as lead_state, d.kind, d.score, d.state,
                   d.proposed_at, d.decided_at, d.decided_by, d.reasons
            from duplicate_proposal d
            join lead l on l.id = case when d.lead_id = :id then d.other_id else d.lead_id end
            where (d.lead_id = :id or d.other_id = :id) and l.bureau = :bureau
              and (:earlierOnly = false
                   or (d.lead_id = :id and d.state = 'PROPOSED' and l.state not in ('UNQUALIFIED', 'DUPLICATE')))
            order by d.score desc, l.id, d.kind
            """;

    /** A pair that the machine found; {@code one} came later. */
    record Pair(UUID one, UUID other, DuplicateKind kind, double score) {
        private String line() {
            return one + "|" + other + "|" + kind + "|" + score;
        }
    }

    /**
     * From here to the end of the transaction nobody else looks for duplicates of this bureau: of
     * two alike findings that come at once the second sees the first. Taken before a pair is
     * touched: who has the turn may want to propose that pair, and would wait for one who waits for
     * the turn.
     */
    Uni<Void> takeTurn(String bureau) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TURN, Integer.class)
                                        .setParameter("bureau", bureau)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Leads with the same page, subject and violation, or with the same file. */
    Uni<List<Pair>> same(Collection<UUID> leadIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SAME, Tuple.class)
                                        .setParameter("ids", Ids.joined(leadIds))
                                        .setParameter("names", MOST_NAMES)
                                        .setParameter("most", MOST)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Pair(
                                                                id(row, "one"),
                                                                id(row, "other"),
                                                                DuplicateKind.valueOf(
                                                                        row.get(
                                                                                "kind",
                                                                                String.class)),
                                                                1))
                                        .toList());
    }

    /** Proposes pairs, but for those that a person has decided on. */
    Uni<Void> propose(List<Pair> pairs, Instant at) {
        if (pairs.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String lines = pairs.stream().map(Pair::line).collect(Collectors.joining(";"));
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PROPOSE)
                                        .setParameter("lines", lines)
                                        .setParameter("at", at)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A file turned out to show what files of other leads show. */
    Uni<Void> proposeByPicture(UUID evidenceId, Instant at) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(FOUND_AGAIN)
                                        .setParameter("id", evidenceId)
                                        .setParameter("at", at)
                                        .setParameter("most", MOST)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The finding is another one now: what was proposed for the old one does not count. */
    Uni<Void> withdraw(UUID leadId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(WITHDRAW)
                                        .setParameter("id", leadId)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * A person decides on a pair.
     *
     * @return how many proposals of the pair were open
     */
    Uni<Integer> decide(
            UUID one,
            UUID other,
            ProposalState state,
            Caller by,
            Instant at,
            @Nullable String reasons) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(DECIDE)
                                        .setParameter("one", one)
                                        .setParameter("other", other)
                                        .setParameter("state", state.name())
                                        .setParameter("at", at)
                                        .setParameter("by", by.name())
                                        .setParameter("reasons", reasons == null ? "" : reasons)
                                        .executeUpdate());
    }

    /**
     * A pair that was confirmed is to be thought about anew; who confirmed it stays in the history.
     */
    Uni<Void> reopen(UUID one, UUID other) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REOPEN)
                                        .setParameter("one", one)
                                        .setParameter("other", other)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Open proposals of a lead: earlier leads that it may repeat and that still stand. */
    Uni<List<DuplicateProposal>> openOf(Lead lead) {
        return read(lead, true);
    }

    /** All proposals that name the lead, decided ones too. */
    Uni<List<DuplicateProposal>> allOf(Lead lead) {
        return read(lead, false);
    }

    private static Uni<List<DuplicateProposal>> read(Lead lead, boolean earlierOnly) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF_LEAD, Tuple.class)
                                        .setParameter("id", lead.id())
                                        .setParameter("bureau", lead.bureau())
                                        .setParameter("earlierOnly", earlierOnly)
                                        .getResultList())
                .map(Duplicates::grouped);
    }

    private static List<DuplicateProposal> grouped(List<Tuple> rows) {
        Map<UUID, List<Tuple>> byLead =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> id(row, "id"),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byLead.values().stream().map(Duplicates::proposal).toList();
    }

    private static DuplicateProposal proposal(List<Tuple> rows) {
        Tuple first = rows.get(0);
        Instant decidedAt = Rows.optionalInstant(first, "decided_at");
        return new DuplicateProposal(
                id(first, "id"),
                first.get("lead_no", String.class),
                first.get("agency", String.class),
                LeadState.valueOf(first.get("lead_state", String.class)),
                rows.stream().map(Duplicates::reason).toList(),
                ProposalState.valueOf(first.get("state", String.class)),
                LegalTime.outside(Rows.instant(first, "proposed_at")),
                decidedAt == null ? null : LegalTime.outside(decidedAt),
                first.get("decided_by", String.class),
                first.get("reasons", String.class));
    }

    private static DuplicateReason reason(Tuple row) {
        DuplicateKind kind = DuplicateKind.valueOf(row.get("kind", String.class));
        return new DuplicateReason(kind, kind.zh(), row.get("score", Double.class));
    }

    private static UUID id(Tuple row, String column) {
        return UUID.fromString(row.get(column, String.class));
    }
}
