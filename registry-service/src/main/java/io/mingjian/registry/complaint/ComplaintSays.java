package io.mingjian.registry.complaint;

import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.session.Sessions;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.form.Respondent;
import io.mingjian.registry.ledger.FilingContents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells the ledger what complaints say. */
@ApplicationScoped
class ComplaintSays implements FilingContents {
    private static final String UNCOUNTED =
            """
            select c.id from complaint c
            where c.filer_id is not null and c.received_at >= :since
              and not exists (select 1 from counted_filing f where f.submission_id = c.submission_id)
            order by c.id limit :limit
            """;

    @Override
    public FilingKind kind() {
        return FilingKind.COMPLAINT;
    }

    @Override
    public Uni<List<Said>> of(Caller machine, Collection<UUID> filingIds) {
        return Sessions.current()
                .chain(
                        session ->
                                session.createSelectionQuery(
                                                "from Complaint where id in :ids and head.filerId is not null",
                                                Complaint.class)
                                        .setParameter("ids", filingIds)
                                        .getResultList())
                .map(found -> found.stream().map(ComplaintSays::said).toList());
    }

    /** Complaints that are mediated together are not borne out. */
    @Override
    public Uni<List<Said>> handledWith(Caller machine, UUID filingId) {
        return of(machine, List.of(filingId));
    }

    @Override
    public Uni<Optional<Said>> seenBy(Caller caller, UUID filingId) {
        return Sessions.current()
                .chain(session -> session.find(Complaint.class, filingId))
                .map(
                        found ->
                                Optional.ofNullable(found)
                                        .filter(each -> each.isVisibleTo(caller))
                                        .filter(each -> each.head().filerId() != null)
                                        .map(ComplaintSays::said));
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

    private static Said said(Complaint complaint) {
        FilingHead head = complaint.head();
        Respondent respondent = complaint.content().respondent();
        DisputeFacts facts = complaint.content().facts();
        return new Said(
                complaint.id(),
                head.submissionId(),
                Objects.requireNonNull(head.filerId()),
                LegalDay.of(head.receivedAt()),
                complaint.holder(),
                respondent.name(),
                respondent.uscc(),
                respondent.shop(),
                facts.content() + (facts.situation() == null ? "" : facts.situation()),
                facts.goods(),
                null,
                complaint.isJoint(),
                false);
    }
}
