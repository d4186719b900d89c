package io.mingjian.monitoring.lead;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Store: how much work each bureau has with the leads of the city that asks. */
@ApplicationScoped
public class LeadLoads {
    private static final String LOADS =
            """
            select holder, count(*) as open, count(*) filter (where due_on < :today) as overdue,
                   count(*) filter (where state = 'ASSIGNED') as unreceived, min(coalesce(held_since, submitted_at)) as oldest
            from lead
            where bureau = :bureau and holder is not null
              and state not in ('UNQUALIFIED', 'DUPLICATE', 'CLOSED', 'FEEDBACK_SUBMITTED', 'RETURN_REQUESTED')
            group by holder order by holder
            """;

    /**
     * The work of one bureau: leads on which it has the next step.
     *
     * @param oldest since when it has the one that it has longest
     */
    public record Load(String holder, long open, long overdue, long unreceived, Instant oldest) {}

    /** The loads of all bureaus that have any. */
    public Uni<List<Load>> of(Caller city, LocalDate today) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(LOADS, Tuple.class)
                                        .setParameter("today", today)
                                        .setParameter("bureau", city.organisation())
                                        .getResultList())
                .map(rows -> rows.stream().map(LeadLoads::load).toList());
    }

    private static Load load(Tuple row) {
        return new Load(
                row.get("holder", String.class),
                number(row, "open"),
                number(row, "overdue"),
                number(row, "unreceived"),
                instant(row.get("oldest")));
    }

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
