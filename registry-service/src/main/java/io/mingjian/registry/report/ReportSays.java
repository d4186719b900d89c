package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.ledger.FilingContents;
import io.mingjian.registry.ledger.SetAside;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the ledger what reports say. */
@ApplicationScoped
class ReportSays implements FilingContents {
    private static final String UNCOUNTED =
            """
            select r.id from report r
            where r.filer_id is not null and r.received_at >= :since
              and not exists (select 1 from counted_filing f where f.submission_id = r.submission_id)
            order by r.id limit :limit
            """;

    @Override
    public FilingKind kind() {
        return FilingKind.REPORT;
    }

    @Override
    public Uni<List<Said>> of(Caller machine, Collection<UUID> filingIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Report where id in :ids and head.filerId is not null",
                                                Report.class)
                                        .setParameter("ids", filingIds)
                                        .getResultList())
                .map(found -> found.stream().map(ReportSays::said).toList());
    }

    /** Whoever reported first or later, the case speaks for all whose reports were merged. */
    @Override
    public Uni<List<Said>> handledWith(Caller machine, UUID filingId) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Report where id = :id or mergedInto = :id order by id",
                                                Report.class)
                                        .setParameter("id", filingId)
                                        .getResultList())
                .map(
                        found -> {
                            boolean upheld =
                                    found.stream()
                                            .anyMatch(
                                                    each ->
                                                            each.id().equals(filingId)
                                                                    && each.hasBorneOut());
                            return found.stream()
                                    .filter(each -> each.head().filerId() != null)
                                    .map(each -> said(each, upheld))
                                    .toList();
                        });
    }

    @Override
    public Uni<Optional<Said>> seenBy(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(session -> session.find(Report.class, filingId))
                .map(
                        found ->
                                Optional.ofNullable(found)
                                        .filter(each -> each.isVisibleTo(caller))
                                        .filter(each -> each.head().filerId() != null)
                                        .map(ReportSays::said));
    }

    @Override
    public Uni<List<UUID>> uncounted(Caller machine, LocalDate since, int limit) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createNativeQuery(UNCOUNTED, UUID.class)
                                        .setParameter(
                                                "since",
                                                since.atStartOfDay(LegalDay.ZONE).toInstant())
                                        .setParameter("limit", limit)
                                        .getResultList());
    }

    private static Said said(Report report) {
        return said(report, report.hasBorneOut());
    }

    private static Said said(Report report, boolean upheld) {
        FilingHead head = report.head();
        ReportContent content = report.content();
        Respondent party = content.reportedParty();
        return new Said(
                report.id(),
                head.submissionId(),
                Objects.requireNonNull(head.filerId()),
                LegalDay.of(head.receivedAt()),
                report.holder(),
                party.name(),
                party.uscc(),
                party.shop(),
                content.clueDescription() + content.factualBasis(),
                null,
                setAside(content),
                false,
                upheld);
    }

    private static @Nullable SetAside setAside(ReportContent content) {
        if (content.capacity() != null) {
            return content.capacity() == ReporterCapacity.INSIDER
                    ? SetAside.INSIDER
                    : SetAside.WHISTLE_BLOWER;
        }
        return Boolean.TRUE.equals(content.safetyHarm()) ? SetAside.SAFETY_HARM : null;
    }
}
