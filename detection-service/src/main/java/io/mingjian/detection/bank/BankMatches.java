package io.mingjian.detection.bank;

import io.mingjian.kit.id.Ids;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which evidence shows the picture of which entry, and what of it weighs now.
 *
 * <p>Locks are taken in one order by everybody: evidence, then entries by id, then matches. Who
 * adds a match holds its entry shared, so that a decision about the entry either comes before, and
 * is seen, or after, and finds the match to be told.
 */
@ApplicationScoped
class BankMatches {
    /** As many as are kept of a film or a document. */
    private static final int MOST_PICTURES = 8;

    /** A common picture weighs on others while people have not said that it is none. */
    private static final String HOLDS_BACK =
            "e.bank = 'COMMON' and e.state in ('QUARANTINED', 'ACTIVE')";

    /**
     * A merchant's own evidence shows its own shop, and a picture that was put into a bank is no
     * copy of itself.
     */
    private static final String WEIGHS =
            "("
                    + HOLDS_BACK
                    + """
                       or e.bank <> 'COMMON' and e.state = 'ACTIVE'
                          and e.evidence_id is distinct from m.evidence_id
                          and not (e.bank = 'MERCHANT_PHOTOS' and e.organisation = v.organisation))
                    """;

    /**
     * What everybody is told of. That the machine stopped an entry comes from what others have
     * uploaded, so here it goes on until people have decided.
     */
    private static final String FOR_EVERYBODY =
            """
            e.bank = 'STOCK' and e.state in ('ACTIVE', 'QUARANTINED')
            and e.evidence_id is distinct from m.evidence_id
            """;

    /** What an examination has found of one piece of evidence. */
    Uni<Void> addOf(UUID evidenceId, List<BankSighting> entries, Instant now) {
        return holdEntries(entries.stream().map(BankSighting::other).toList())
                .chain(
                        () ->
                                each(
                                        entries,
                                        found ->
                                                add(found.other(), evidenceId, found, now, false)));
    }

    /** What a search for one entry has found; to be told where the entry weighs already. */
    Uni<Void> addTo(UUID entryId, List<BankSighting> evidence, boolean tell, Instant now) {
        return holdEntries(List.of(entryId))
                .chain(
                        () ->
                                each(
                                        evidence,
                                        found -> add(entryId, found.other(), found, now, tell)));
    }

    private static Uni<Void> each(
            List<BankSighting> sightings, Function<BankSighting, Uni<Integer>> work) {
        return Multi.createFrom()
                .iterable(sightings)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> holdEntries(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select id from bank_entry where id in (:ids)
                                                 order by id for share
                                                """,
                                                UUID.class)
                                        .setParameter("ids", ids)
                                        .getResultList())
                .replaceWithVoid();
    }

    /** A background is worth telling of a merchant's photograph alone. */
    private static Uni<Integer> add(
            UUID entryId, UUID evidenceId, BankSighting found, Instant now, boolean tell) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into bank_match (entry_id, evidence_id, kind, distance,
                                                  agreement, found_at, to_tell, at_second, place)
                                                select e.id, cast(:evidence as uuid), cast(:kind as text),
                                                       cast(:distance as int),
                                                       cast(:agreement as double precision),
                                                       cast(:at as timestamptz), cast(:tell as boolean),
                                                       nullif(cast(:second as double precision), -1),
                                                       nullif(cast(:place as text), '')
                                                  from bank_entry e
                                                 where e.id = :entry
                                                   and (cast(:kind as text) <> 'SAME_BACKGROUND'
                                                        or e.bank = 'MERCHANT_PHOTOS')
                                                on conflict do nothing
                                                """)
                                        .setParameter("entry", entryId)
                                        .setParameter("evidence", evidenceId)
                                        .setParameter("kind", found.likeness().name())
                                        .setParameter("distance", found.distance())
                                        .setParameter("agreement", found.agreement())
                                        .setParameter("at", now)
                                        .setParameter("tell", tell)
                                        .setParameter("second", second(found.within()))
                                        .setParameter("place", place(found.within()))
                                        .executeUpdate());
    }

    /** No second of a film is negative, and a parameter that is null has no type. */
    private static double second(Optional<Within> within) {
        return within.map(Within::second).orElse(-1.0);
    }

    private static String place(Optional<Within> within) {
        return within.map(Within::place).orElse("");
    }

    /**
     * What weighs on a piece of evidence now, the closest first.
     *
     * @param most of each bank, so that many entries of one push out none of another
     */
    Uni<BankFinds> of(UUID evidenceId, int most) {
        return of(evidenceId, WEIGHS, most);
    }

    /** What is told to those who are no bureaus, the closest first. */
    Uni<BankFinds> forEverybody(UUID evidenceId, int most) {
        return of(evidenceId, FOR_EVERYBODY, most);
    }

    /** One more than are told, so that it is known whether there are more. */
    private static Uni<BankFinds> of(UUID evidenceId, String which, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select * from (
                                                select m.entry_id, e.bank, m.kind, m.distance, m.agreement,
                                                       m.at_second, m.place as in_document,
                                                       e.created_at >= v.received_at as later,
                                                       e.state = 'ACTIVE' as decided, e.created_at,
                                                       row_number() over (partition by e.bank
                                                         order by m.kind <> 'IDENTICAL_FILE', m.distance,
                                                                  e.created_at, m.entry_id) as place
                                                  from bank_match m
                                                  join bank_entry e on e.id = m.entry_id
                                                  join evidence v on v.id = m.evidence_id
                                                 where m.evidence_id = :id and\s"""
                                                        + which
                                                        + ") found where place <= :most"
                                                        + " order by kind <> 'IDENTICAL_FILE',"
                                                        + " distance, created_at, entry_id",
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("most", most + 1)
                                        .getResultList())
                .map(rows -> rows.stream().map(BankMatches::find).toList())
                .map(found -> BankFinds.of(found, most));
    }

    private static BankFind find(Tuple row) {
        return new BankFind(
                row.get("entry_id", UUID.class),
                Bank.valueOf(row.get("bank", String.class)),
                Likeness.valueOf(row.get("kind", String.class)),
                row.get("distance", Integer.class),
                row.get("agreement", Double.class),
                Within.of(row.get("at_second", Double.class), row.get("in_document", String.class)),
                row.get("later", Boolean.class),
                row.get("decided", Boolean.class));
    }

    /**
     * How many common pictures this piece shows that each of the others shows too; one that stands
     * in the bank twice counts once. Of a common file that has no picture of its own, as a document
     * or a film of several scenes, all are.
     */
    Uni<Map<UUID, Integer>> commonWith(UUID evidenceId, Collection<UUID> others) {
        if (others.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select o.evidence_id,
                                                       cast(case when bool_or(p.print is null) then :all
                                                            else least(count(*),
                                                              count(distinct concat(m.at_second, '/', m.place)),
                                                              count(distinct concat(o.at_second, '/', o.place)))
                                                            end as int) as pictures
                                                  from bank_match m
                                                  join bank_entry e on e.id = m.entry_id
                                                  join bank_print p on p.entry_id = m.entry_id
                                                  join bank_match o on o.entry_id = m.entry_id
                                                 where m.evidence_id = :id and o.evidence_id in (:others)
                                                   and m.kind in ('IDENTICAL_FILE', 'SAME_PICTURE')
                                                   and o.kind in ('IDENTICAL_FILE', 'SAME_PICTURE')
                                                   and\s"""
                                                        + HOLDS_BACK
                                                        + " group by o.evidence_id",
                                                Tuple.class)
                                        .setParameter("id", evidenceId)
                                        .setParameter("others", List.copyOf(others))
                                        .setParameter("all", MOST_PICTURES)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        row -> row.get("evidence_id", UUID.class),
                                                        row ->
                                                                row.get(
                                                                        "pictures",
                                                                        Integer.class))));
    }

    /**
     * Grows with everything that changes what everybody may be told about this evidence. That
     * somebody proposed an entry, dropped the proposal or wished something is not told, so it does
     * not count; nor does that the machine stopped one and people let it go on.
     */
    Uni<Integer> changes(UUID evidenceId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select cast(coalesce(sum(1 + done.acts), 0) as int)
                                                  from bank_match m join bank_entry e on e.id = m.entry_id
                                                 cross join lateral (
                                                   select count(*) filter (
                                                            where a.act in ('CONFIRMED', 'REVOKED')
                                                              and a.full_act is null) as acts,
                                                          bool_or(a.act = 'CONFIRMED'
                                                            or a.full_act = 'REVOCATION_PROPOSED') as weighed
                                                     from bank_entry_act a
                                                    where a.entry_id = e.id) done
                                                 where m.evidence_id = :id and e.bank = 'STOCK'
                                                   and e.state <> 'PROPOSED'
                                                   and (e.state <> 'REVOKED' or done.weighed)
                                                """,
                                                Integer.class)
                                        .setParameter("id", evidenceId)
                                        .getSingleResult());
    }

    /** Evidence that shows the picture of an entry, the latest found first. */
    Uni<List<UUID>> evidenceOf(UUID entryId, int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select evidence_id from bank_match where entry_id = :entry
                                                 order by found_at desc, evidence_id
                                                """,
                                                UUID.class)
                                        .setParameter("entry", entryId)
                                        .setMaxResults(most)
                                        .getResultList());
    }

    /** How many pieces of evidence show the picture of each entry. */
    Uni<Map<UUID, Integer>> counts(List<UUID> entryIds) {
        if (entryIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select entry_id, cast(count(*) as int) as matches
                                                  from bank_match where entry_id in (:ids)
                                                 group by entry_id
                                                """,
                                                Tuple.class)
                                        .setParameter("ids", entryIds)
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        row -> row.get("entry_id", UUID.class),
                                                        row -> row.get("matches", Integer.class))));
    }

    /** The entry has changed: what shows its picture is to be weighed anew. */
    Uni<Integer> toTell(UUID entryId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update bank_match set to_tell = true
                                                 where entry_id = :entry and not to_tell
                                                """)
                                        .setParameter("entry", entryId)
                                        .executeUpdate());
    }

    /** Evidence of one entry that has to be weighed anew, the latest first. */
    record Untold(UUID entryId, List<UUID> evidenceIds) {}

    Uni<Optional<Untold>> untold(int most) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select entry_id, evidence_id from bank_match
                                                 where to_tell
                                                   and entry_id = (select t.entry_id from bank_match t
                                                                    where t.to_tell
                                                                    order by t.entry_id limit 1)
                                                 order by evidence_id desc
                                                """,
                                                Tuple.class)
                                        .setMaxResults(most)
                                        .getResultList())
                .map(BankMatches::untold);
    }

    private static Optional<Untold> untold(List<Tuple> rows) {
        return rows.stream()
                .findFirst()
                .map(
                        first ->
                                new Untold(
                                        first.get("entry_id", UUID.class),
                                        rows.stream()
                                                .map(row -> row.get("evidence_id", UUID.class))
                                                .toList()));
    }

    /** These were sent to be weighed anew, in this transaction. */
    Uni<Void> told(Untold told) {
        return holdEntries(List.of(told.entryId()))
                .chain(Sessions::current)
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update bank_match set to_tell = false
                                                 where entry_id = :entry
                                                   and evidence_id = any (cast(string_to_array(:ids, ',')
                                                                               as uuid[]))
                                                """)
                                        .setParameter("entry", told.entryId())
                                        .setParameter("ids", Ids.joined(told.evidenceIds()))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Entries that many matters have shown lately, the fullest first. Evidence counts for the time
     * in which it came in, not for that in which a new entry found it; pieces of one filing or lead
     * count once.
     */
    Uni<List<Crowd>> crowds(QuarantineLimits limits, Instant now) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select e.id,
                                                       cast(count(distinct coalesce(
                                                         (select min(cast(n.source_id as text))
                                                            from evidence_naming n
                                                           where n.evidence_id = v.id
                                                             and n.naming_organisation = v.organisation),
                                                         cast(v.id as text)))
                                                         filter (where v.received_at > :window) as int)
                                                         as matters,
                                                       cast(count(distinct v.organisation)
                                                         filter (where v.received_at > :window) as int)
                                                         as organisations,
                                                       cast(count(distinct coalesce(
                                                         (select min(cast(n.source_id as text))
                                                            from evidence_naming n
                                                           where n.evidence_id = v.id
                                                             and n.naming_organisation = v.organisation),
                                                         cast(v.id as text)))
                                                         filter (where v.received_at <= :window
                                                                   and v.received_at > :before) as int)
                                                         as former
                                                  from bank_entry e
                                                  join bank_match m on m.entry_id = e.id
                                                  join evidence v on v.id = m.evidence_id
                                                 where e.bank not in ('COMMON', 'KNOWN_AI')
                                                   and e.state = 'ACTIVE'
                                                   and (e.released_at is null or e.released_at < :rest)
                                                   and e.id in (select r.entry_id from bank_match r
                                                                 where r.found_at > :window
                                                                 group by r.entry_id
                                                                having count(*) > :matters)
                                                 group by e.id
                                                 order by matters desc, e.id
                                                """,
                                                Tuple.class)
                                        .setParameter("window", limits.windowFrom(now))
                                        .setParameter("before", limits.beforeFrom(now))
                                        .setParameter("rest", limits.restFrom(now))
                                        .setParameter("matters", limits.matters())
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> crowd(row, limits)).toList());
    }

    private static Crowd crowd(Tuple row, QuarantineLimits limits) {
        return new Crowd(
                row.get("id", UUID.class),
                row.get("matters", Integer.class),
                row.get("organisations", Integer.class),
                row.get("former", Integer.class),
                limits.before());
    }

    /** Those crowds whose picture, or whose whole file, no common picture covers. */
    Uni<List<Crowd>> uncovered(List<Crowd> crowds, Instant rest) {
        if (crowds.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select b.evidence_id, b.at_second, b.place
                                                  from bank_match b join bank_entry c on c.id = b.entry_id
                                                 where b.evidence_id in (:ids) and\s"""
                                                        + BankBook.COVERS,
                                                Tuple.class)
                                        .setParameter(
                                                "ids", crowds.stream().map(Crowd::id).toList())
                                        .setParameter("rest", rest)
                                        .getResultList())
                .map(
                        covers ->
                                crowds.stream()
                                        .filter(
                                                crowd ->
                                                        covers.stream()
                                                                .noneMatch(
                                                                        row -> covers(row, crowd)))
                                        .toList());
    }

    private static boolean covers(Tuple row, Crowd crowd) {
        Optional<Within> within =
                Within.of(row.get("at_second", Double.class), row.get("place", String.class));
        return row.get("evidence_id", UUID.class).equals(crowd.id())
                && (within.isEmpty() || within.equals(crowd.within()));
    }
}
