package io.mingjian.registry.ledger;

import static java.util.stream.Collectors.toMap;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is known of persons; the public face of the room. */
@ApplicationScoped
public class Ledger {
    private static final String HISTORY =
            """
            with person as (%s)
            select p.id as person_id, c.submission_id, c.filing_id, c.received_on as on_day, c.operator_key,
              c.goods_class, c.family_id, c.use_ratio, c.set_aside, cast(null as uuid) as mark_id,
              cast(null as text) as kind, cast(null as text) as basis
            from person p join filer f on f.person_id = p.id join counted_filing c on c.filer_id = f.id
            where c.received_on between :from and :to
            union all
            select p.id, m.submission_id, m.filing_id, m.on_day, null, null, null, null, null, m.id, m.kind, m.basis
            from person p join filer f on f.person_id = p.id join filer_mark m on m.filer_id = f.id
            where m.on_day between :from and :to and m.revoked_at is null
            """;

    private static final String ONE = HISTORY.formatted("select cast(:person as uuid) as id");

    private static final String NEXT =
            HISTORY.formatted(
                            """
                            select distinct f.person_id as id from filer f
                            where f.person_id > :after
                              and (exists (select 1 from counted_filing c
                                   where c.filer_id = f.id and c.received_on between :from and :to)
                                or exists (select 1 from filer_mark m
                                   where m.filer_id = f.id and m.on_day between :from and :to and m.revoked_at is null))
                            order by f.person_id limit :limit
                            """)
                    + "order by person_id";

    /**
     * Persons among the latest filings of a family; a template that thousands use is cut off.
     * Nearly every filer is a person of its own: only those that were joined are looked up.
     */
    private static final String PERSONS_PER_TEXT =
            """
            select k.id, count(distinct coalesce(f.person_id, latest.filer_id))
            from (select distinct cast(id as bigint) as id from jsonb_array_elements_text(cast(cast(:families as text) as jsonb)) as x (id)) k
              cross join lateral (select c.filer_id from counted_filing c
                where c.family_id = k.id and c.received_on between :from and :to
                order by c.received_on desc limit 1000) latest
              left join filer f on f.id = latest.filer_id and f.person_id <> f.id
            group by k.id
            """;

    private static final String SHARED_TEXTS =
            """
            select c.family_id, count(distinct f.person_id)
            from counted_filing c join filer f on f.id = c.filer_id
            where c.family_id is not null and c.received_on between :from and :to
            group by c.family_id having count(distinct f.person_id) > 1
            """;

    private final Book book;

    Ledger(Book book) {
        this.book = book;
    }

    /** Waits for others who learn something of this person, and keeps them waiting. */
    public Uni<Void> hold(Caller machine, UUID personId) {
        return book.hold(machine, List.of(personId)).replaceWithVoid();
    }

    /** What is known of a person from one day to another, both included. */
    public Uni<History> history(Caller caller, UUID personId, LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ONE, Tuple.class)
                                        .setParameter("person", personId)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .map(
                        rows ->
                                histories(rows).stream()
                                        .findFirst()
                                        .orElseGet(
                                                () -> History.of(personId, List.of(), List.of())));
    }

    /**
     * The next persons of whom something is known from one day to another, in the order of their
     * ids; for sweeps over all.
     */
    public Uni<List<History>> histories(
            Caller caller, UUID afterPersonId, int limit, LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(NEXT, Tuple.class)
                                        .setParameter("after", afterPersonId)
                                        .setParameter("limit", limit)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .map(Ledger::histories);
    }

    /**
     * How many persons sent in texts of these families from one day to another, both included;
     * counted over the latest thousand filings of each.
     */
    public Uni<Map<Long, Integer>> personsPerText(
            Caller caller, Collection<Long> families, LocalDate from, LocalDate to) {
        if (families.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PERSONS_PER_TEXT, Object[].class)
                                        .setParameter("families", families.toString())
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .map(Ledger::byFamily);
    }

    /** The families of texts that more than one person used, each with how many; for sweeps. */
    public Uni<Map<Long, Integer>> sharedTexts(Caller machine, LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(SHARED_TEXTS, Object[].class)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .map(Ledger::byFamily);
    }

    private static Map<Long, Integer> byFamily(List<Object[]> rows) {
        return rows.stream()
                .collect(toMap(row -> (Long) row[0], row -> ((Long) row[1]).intValue()));
    }

    private static List<History> histories(List<Tuple> rows) {
        Map<UUID, Known> known = new LinkedHashMap<>();
        for (Tuple row : rows) {
            known.computeIfAbsent(row.get("person_id", UUID.class), Known::of).add(row);
        }
        return known.values().stream().map(Known::history).toList();
    }

    /** Rows of one person as they come in. */
    private record Known(UUID personId, List<CountedFiling> filings, List<Mark> marks) {
        static Known of(UUID personId) {
            return new Known(personId, new ArrayList<>(), new ArrayList<>());
        }

        void add(Tuple row) {
            if (row.get("mark_id", UUID.class) == null) {
                filings.add(filing(row));
            } else {
                marks.add(mark(row));
            }
        }

        History history() {
            return History.of(personId, filings, marks);
        }
    }

    private static CountedFiling filing(Tuple row) {
        String setAside = row.get("set_aside", String.class);
        return new CountedFiling(
                row.get("submission_id", UUID.class),
                row.get("filing_id", UUID.class),
                row.get("on_day", LocalDate.class),
                row.get("operator_key", Long.class),
                row.get("goods_class", String.class),
                row.get("family_id", Long.class),
                row.get("use_ratio", BigDecimal.class),
                setAside == null ? null : SetAside.valueOf(setAside));
    }

    private static Mark mark(Tuple row) {
        return new Mark(
                row.get("mark_id", UUID.class),
                MarkKind.valueOf(row.get("kind", String.class)),
                row.get("on_day", LocalDate.class),
                row.get("submission_id", UUID.class),
                row.get("filing_id", UUID.class),
                row.get("basis", String.class));
    }
}
