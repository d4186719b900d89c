package io.mingjian.registry.ledger;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.NotFound;
import io.mingjian.kit.session.Rows;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.ledger.MarkViews.MarkView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Dated facts about filers; the only SQL that changes them. */
@ApplicationScoped
class Marks {
    /** What was taken back and is found once more stands again. */
    private static final String ADD =
            """
            insert into filer_mark as m (id, filer_id, kind, on_day, submission_id, filing_id, source, basis, entered_by,
              entered_at, reasons)
            values (:id, :filer, :kind, :on, cast(nullif(:submission, '') as uuid), cast(nullif(:filing, '') as uuid),
              :source, :basis, :by, :at, cast(nullif(:reasons, '') as text))
            on conflict (kind, source) do update set on_day = excluded.on_day, basis = excluded.basis,
              entered_by = excluded.entered_by, entered_at = excluded.entered_at, reasons = excluded.reasons,
              revoked_at = null, revoked_by = null, revoked_reasons = null
            where m.revoked_at is not null
            returning m.id
            """;

    private static final String REVOKE =
            """
            update filer_mark set revoked_at = :at, revoked_by = :by, revoked_reasons = cast(nullif(:reasons, '') as text)
            where kind = :kind and source = :source and revoked_at is null
            """;

    private static final String OF =
            """
            select id, filer_id, kind, on_day, filing_id, source, basis, entered_by, entered_at, reasons, revoked_at,
              revoked_by, revoked_reasons
            from filer_mark where filer_id in (:filers) order by on_day desc, id desc
            """;

    private final Clock clock;

    Marks(Clock clock) {
        this.clock = clock;
    }

    /**
     * A fact as it is entered.
     *
     * @param source what it was learnt from; each source gives one mark of a kind
     */
    record Entered(
            UUID filerId,
            MarkKind kind,
            LocalDate on,
            @Nullable UUID submissionId,
            @Nullable UUID filingId,
            String source,
            String basis,
            @Nullable String reasons) {}

    /**
     * Keeps a fact.
     *
     * @return the mark; absent if it was known
     */
    Uni<Optional<UUID>> add(Caller caller, Entered mark) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(ADD, UUID.class)
                                        .setParameter("id", Ids.next())
                                        .setParameter("filer", mark.filerId())
                                        .setParameter("kind", mark.kind().name())
                                        .setParameter("on", mark.on())
                                        .setParameter("submission", text(mark.submissionId()))
                                        .setParameter("filing", text(mark.filingId()))
                                        .setParameter("source", mark.source())
                                        .setParameter("basis", mark.basis())
                                        .setParameter("by", caller.name())
                                        .setParameter("at", clock.instant())
                                        .setParameter("reasons", text(mark.reasons()))
                                        .getResultList())
                .map(rows -> rows.stream().findFirst());
    }

    /**
     * Takes a fact back.
     *
     * @return whether it stood
     */
    Uni<Boolean> revoke(Caller caller, MarkKind kind, String source, @Nullable String reasons) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(REVOKE)
                                        .setParameter("kind", kind.name())
                                        .setParameter("source", source)
                                        .setParameter("by", caller.name())
                                        .setParameter("reasons", text(reasons))
                                        .setParameter("at", clock.instant())
                                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** All facts about these filers, those taken back too, newest first. */
    Uni<List<MarkView>> of(Caller caller, List<UUID> filers) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(OF, Tuple.class)
                                        .setParameter("filers", filers)
                                        .getResultList())
                .map(rows -> rows.stream().map(Marks::view).toList());
    }

    /**
     * @throws NotFound if these filers have no such mark
     */
    Uni<MarkView> require(Caller caller, List<UUID> filers, UUID id) {
        return of(caller, filers).map(all -> first(all, each -> each.id().equals(id)));
    }

    Uni<MarkView> require(Caller caller, List<UUID> filers, MarkKind kind, String source) {
        return of(caller, filers)
                .map(
                        all ->
                                first(
                                        all,
                                        each ->
                                                each.kind() == kind
                                                        && each.source().equals(source)));
    }

    private static MarkView first(List<MarkView> all, Predicate<MarkView> which) {
        return all.stream().filter(which).findFirst().orElseThrow(() -> new NotFound("事实", "mark"));
    }

    private static MarkView view(Tuple row) {
        MarkKind kind = MarkKind.valueOf(row.get("kind", String.class));
        Instant revokedAt = Rows.optionalInstant(row, "revoked_at");
        return new MarkView(
                row.get("id", UUID.class),
                row.get("filer_id", UUID.class),
                kind,
                kind.zh(),
                row.get("on_day", LocalDate.class),
                row.get("filing_id", UUID.class),
                row.get("source", String.class),
                row.get("basis", String.class),
                row.get("entered_by", String.class),
                Rows.instant(row, "entered_at").atZone(LegalDay.ZONE).toOffsetDateTime(),
                row.get("reasons", String.class),
                revokedAt == null ? null : revokedAt.atZone(LegalDay.ZONE).toOffsetDateTime(),
                row.get("revoked_by", String.class),
                row.get("revoked_reasons", String.class));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
