package io.mingjian.registry.report;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.ledger.ProceedingContents;
import io.mingjian.registry.ledger.SetAside;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the ledger what reports say. */
@ApplicationScoped
class ReportSays extends ProceedingContents<Report> {
    ReportSays() {
        super(Report.class);
    }

    @Override
    public FilingKind kind() {
        return FilingKind.REPORT;
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
                                    .filter(this::hasFiler)
                                    .map(each -> said(each, upheld))
                                    .toList();
                        });
    }

    @Override
    protected boolean isVisibleTo(Caller caller, Report report) {
        return report.isVisibleTo(caller);
    }

    @Override
    protected boolean hasFiler(Report report) {
        return report.head().filerId() != null;
    }

    @Override
    protected Said said(Report report) {
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
