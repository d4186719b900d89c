package io.mingjian.kit.number;

import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Running numbers. A number is taken in the transaction that uses it: if that rolls back, the
 * number was never given, so the series has no gap. Takers of one series wait for each other.
 */
@ApplicationScoped
public class Numbers {
    private static final String TAKE =
            """
            insert into number_series (agency, series, year, last) values (:agency, :series, :year, :count)
            on conflict (agency, series, year) do update set last = number_series.last + excluded.last
            returning last
            """;

    /**
     * The next number of a series, from 1.
     *
     * @param agency organisation id
     * @param series kind of number, as {@code complaint}
     * @param year calendar year in Asia/Shanghai
     */
    public Uni<Long> next(String agency, String series, int year) {
        return take(agency, series, year, 1);
    }

    /**
     * The next numbers of a series, as many as are asked for.
     *
     * @param count at least one
     * @return the first of them; the others follow without a gap
     */
    public Uni<Long> take(String agency, String series, int year, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a series gives at least one number: " + count);
        }
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(TAKE, Long.class)
                                        .setParameter("agency", agency)
                                        .setParameter("series", series)
                                        .setParameter("year", year)
                                        .setParameter("count", (long) count)
                                        .getSingleResult())
                .map(last -> last - count + 1);
    }
}
