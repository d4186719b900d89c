package io.mingjian.registry.ledger;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What the ledger asks of both procedures alike; each says for itself what is counted of one of its
 * filings.
 */
public abstract class ProceedingContents<P> implements FilingContents {
    private static final String UNCOUNTED =
            """
            select p.id from %s p
            where p.filer_id is not null and p.received_at >= :since
              and not exists (select 1 from counted_filing f where f.submission_id = p.submission_id)
            order by p.id limit :limit
            """;

    private final Class<P> type;

    protected ProceedingContents(Class<P> type) {
        this.type = type;
    }

    /** What a filing of somebody known says. */
    protected abstract Said said(P filing);

    protected abstract boolean isVisibleTo(Caller caller, P filing);

    /** Whether anybody known filed it; nothing is counted of others. */
    protected abstract boolean hasFiler(P filing);

    @Override
    public Uni<List<Said>> of(Caller machine, Collection<UUID> filingIds) {
        String query =
                "from " + type.getSimpleName() + " where id in :ids and head.filerId is not null";
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(query, type)
                                        .setParameter("ids", filingIds)
                                        .getResultList())
                .map(found -> found.stream().map(this::said).toList());
    }

    @Override
    public Uni<Optional<Said>> seenBy(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(session -> session.find(type, filingId))
                .map(
                        found ->
                                Optional.ofNullable(found)
                                        .filter(each -> isVisibleTo(caller, each))
                                        .filter(this::hasFiler)
                                        .map(this::said));
    }

    @Override
    public Uni<List<UUID>> uncounted(Caller machine, LocalDate since, int limit) {
        String table = type.getSimpleName().toLowerCase(Locale.ROOT);
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(UNCOUNTED.formatted(table), UUID.class)
                                        .setParameter(
                                                "since",
                                                since.atStartOfDay(LegalDay.ZONE).toInstant())
                                        .setParameter("limit", limit)
                                        .getResultList());
    }
}
