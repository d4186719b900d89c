package io.mingjian.registry.trial;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.registry.trial.CityNeighbours.At;
import io.mingjian.registry.trial.CityNeighbours.Use;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads what several persons have in common. One row of the answer is one text or one contact, with
 * all its persons in one value: what nobody shares does not travel.
 */
@ApplicationScoped
class Neighbourhood {
    private static final String PERSONS =
            """
            select count(distinct f.person_id) from counted_filing c join filer f on f.id = c.filer_id
            where c.received_on between :from and :to
            """;

    /** A person is the first bits of a hash: within one text nobody is taken for another. */
    private static final String TEXTS =
            """
            with shared as (
              select family_id from counted_filing
              where family_id is not null and received_on between :from and :to
              group by family_id having count(distinct filer_id) > 1)
            select c.family_id, string_agg((c.received_on - date '1970-01-01') || ' '
                || (hashtextextended(cast(f.person_id as text), 0) & 1099511627775), ',') as uses
            from shared s join counted_filing c on c.family_id = s.family_id and c.received_on between :from and :to
              join filer f on f.id = c.filer_id
            group by c.family_id
            """;

    private static final String CONTACTS =
            """
            select string_agg(person_id || ' ' || since, ',') as persons
            from (select c.kind, c.key, f.person_id, min(c.first_on) - date '1970-01-01' as since
                  from filer_contact c join filer f on f.id = c.filer_id
                  where c.kind in ('PHONE', 'ADDRESS') group by c.kind, c.key, f.person_id) at_contact
            group by kind, key having count(*) > 1
            """;

    /** How many persons filed from one day to another. */
    Uni<Long> persons(Caller machine, LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(PERSONS, Long.class)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getSingleResult());
    }

    Uni<CityNeighbours> of(Caller machine, LocalDate from, LocalDate to) {
        CityNeighbours city = new CityNeighbours();
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TEXTS, Tuple.class)
                                        .setParameter("from", from)
                                        .setParameter("to", to)
                                        .getResultList())
                .invoke(
                        rows ->
                                rows.forEach(
                                        row ->
                                                city.text(
                                                        row.get("family_id", Long.class),
                                                        each(row, "uses", Neighbourhood::use))))
                .chain(Sessions::current)
                .chain(session -> session.createNativeQuery(CONTACTS, Tuple.class).getResultList())
                .invoke(
                        rows ->
                                rows.forEach(
                                        row ->
                                                city.contact(
                                                        each(row, "persons", Neighbourhood::at))))
                .replaceWith(city);
    }

    private static <T> List<T> each(Tuple row, String column, Function<String[], T> read) {
        return Arrays.stream(row.get(column, String.class).split(","))
                .map(each -> read.apply(each.split(" ")))
                .toList();
    }

    private static Use use(String[] parts) {
        return new Use(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    private static At at(String[] parts) {
        return new At(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
    }
}
