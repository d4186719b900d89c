package io.mingjian.registry.listing;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The room's door for trials of criteria: what people decided about persons, one line a decision.
 */
@ApplicationScoped
public class EntryOutcomes {
    private static final String DECIDED =
            """
            select f.person_id, cast(s.at at time zone 'Asia/Shanghai' as date) as on_day, s.step = 'LIST' as listed,
              exists (select 1 from step_taken r where r.object_id = e.id and r.at >= s.at
                and r.step in ('REVOKE', 'UPHOLD_OBJECTION')) as revoked
            from abnormal_filer_entry e join filer f on f.id = e.filer_id join step_taken s on s.object_id = e.id
            where s.step in ('LIST', 'NOT_LIST', 'DISMISS') and s.at >= :from and s.at < :until
            """;

    /**
     * A decision to list or not.
     *
     * @param revoked whether a listing turned out to be wrong since
     */
    public record Outcome(UUID personId, LocalDate on, boolean listed, boolean revoked) {}

    /** The decisions of a span of days, both included. */
    public Uni<List<Outcome>> between(Caller caller, LocalDate from, LocalDate to) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(DECIDED, Tuple.class)
                                        .setParameter(
                                                "from",
                                                from.atStartOfDay(LegalDay.ZONE).toInstant())
                                        .setParameter(
                                                "until",
                                                to.plusDays(1)
                                                        .atStartOfDay(LegalDay.ZONE)
                                                        .toInstant())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Outcome(
                                                                row.get("person_id", UUID.class),
                                                                row.get("on_day", LocalDate.class),
                                                                row.get("listed", Boolean.class),
                                                                row.get("revoked", Boolean.class)))
                                        .toList());
    }
}
