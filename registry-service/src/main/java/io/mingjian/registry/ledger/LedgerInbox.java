package io.mingjian.registry.ledger;

import io.mingjian.contracts.EventType;
import io.mingjian.contracts.EvidenceTruth;
import io.mingjian.contracts.FilerMergeChanged;
import io.mingjian.contracts.FilingAdvanced;
import io.mingjian.contracts.FilingEvidenceConfirmed;
import io.mingjian.contracts.FilingKind;
import io.mingjian.contracts.FilingNotAccepted;
import io.mingjian.contracts.FilingRegistered;
import io.mingjian.contracts.FilingTerminated;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.inbox.EventConsumer;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.ledger.FilingContents.Said;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Kafka door: counts filings, marks what people found about them, and hears who is one person. */
@ApplicationScoped
class LedgerInbox implements EventConsumer {
    private static final Caller MACHINE = Caller.machine("registry");

    /** Of Art 16: not for daily consumption, or no dispute that could be shown. */
    private static final int NOT_FOR_CONSUMPTION = 3;

    private static final int WITHDRAWN_OR_SETTLED = 1;

    private final Bookkeeping books;

    LedgerInbox(Bookkeeping books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "registry.ledger";
    }

    @Override
    public Set<EventType> handles() {
        return Set.of(
                EventType.FILING_REGISTERED,
                EventType.FILING_NOT_ACCEPTED,
                EventType.FILING_TERMINATED,
                EventType.FILING_ADVANCED,
                EventType.FILING_EVIDENCE_CONFIRMED,
                EventType.FILER_MERGED,
                EventType.FILER_UNMERGED);
    }

    @Override
    public Uni<Void> on(Received event) {
        LocalDate on = LegalDay.of(event.time());
        if (event.data() instanceof FilingRegistered filing) {
            return filing.filerId() == null
                    ? Uni.createFrom().voidItem()
                    : about(filing.kind(), filing.filingId(), said -> books.count(MACHINE, said));
        }
        if (event.data() instanceof FilingNotAccepted refused) {
            return refused.ground() != NOT_FOR_CONSUMPTION
                    ? Uni.createFrom().voidItem()
                    : about(
                            FilingKind.COMPLAINT,
                            refused.filingId(),
                            said -> refused(said, on, "第121号令第十六条第三项（不予受理）"));
        }
        if (event.data() instanceof FilingTerminated ended) {
            return about(FilingKind.COMPLAINT, ended.filingId(), said -> ended(said, ended));
        }
        if (event.data() instanceof FilingEvidenceConfirmed found) {
            return about(found.kind(), found.filingId(), said -> found(said, found));
        }
        if (event.data() instanceof FilerMergeChanged merge) {
            return books.regrouped(
                    MACHINE,
                    List.of(merge.filerId(), merge.otherFilerId()),
                    List.of(merge.personId(), merge.otherPersonId()));
        }
        return advanced((FilingAdvanced) event.data());
    }

    private Uni<Void> about(FilingKind kind, UUID filingId, Function<Said, Uni<Void>> then) {
        return books.said(MACHINE, kind, filingId)
                .chain(said -> said.map(then).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> refused(Said said, LocalDate on, String basis) {
        return mark(said, MarkKind.REFUSED_GROUND_3, on, "filing " + said.filingId(), basis);
    }

    private Uni<Void> ended(Said said, FilingTerminated ended) {
        LocalDate on = ended.terminatedOn();
        String source = "filing " + said.filingId();
        boolean paid = ended.settledAmount() != null && ended.settledAmount().signum() > 0;
        if (ended.ground() == WITHDRAWN_OR_SETTLED && paid) {
            return mark(said, MarkKind.WITHDRAWN_AFTER_PAYMENT, on, source, "第121号令第二十三条第一项");
        }
        if (Integer.valueOf(NOT_FOR_CONSUMPTION).equals(ended.article16Ground())) {
            return refused(said, on, "第121号令第二十三条第六项、第十六条第三项（终止调解）");
        }
        return ended.conduct() == null
                ? Uni.createFrom().voidItem()
                : mark(
                        said,
                        MarkKind.valueOf(ended.conduct()),
                        on,
                        source,
                        "第121号令第二十三条第六项、第四十二条（终止调解）");
    }

    /** A later finding about the same evidence takes the place of the earlier. */
    private Uni<Void> found(Said said, FilingEvidenceConfirmed found) {
        String source = "evidence " + found.evidenceId() + " of filing " + found.filingId();
        return found.truth() == EvidenceTruth.GENERATED
                ? mark(
                        said,
                        MarkKind.GENERATED_EVIDENCE,
                        found.confirmedOn(),
                        source,
                        "工作人员对证据的认定（" + found.restsOn() + "）")
                : books.revoke(
                        MACHINE,
                        said.filerId(),
                        MarkKind.GENERATED_EVIDENCE,
                        source,
                        "证据认定已变更为" + found.truth());
    }

    /** A case speaks for all who reported it, unless it is closed for want of a violation. */
    private Uni<Void> advanced(FilingAdvanced step) {
        boolean ofCase = step.step().equals("FILE_CASE") || step.step().equals("CLOSE_CASE");
        return step.kind() != FilingKind.REPORT || !ofCase
                ? Uni.createFrom().voidItem()
                : books.handledWith(MACHINE, FilingKind.REPORT, step.filingId())
                        .call(all -> books.hold(MACHINE, all.stream().map(Said::filerId).toList()))
                        .chain(all -> each(all, said -> borneOut(said, step.on())));
    }

    private Uni<Void> borneOut(Said said, LocalDate on) {
        String source = "filing " + said.filingId();
        return said.upheld()
                ? mark(said, MarkKind.UPHELD, on, source, "第121号令第三十五条；处罚程序规定第十九条（立案）")
                : books.revoke(MACHINE, said.filerId(), MarkKind.UPHELD, source, "违法事实不能成立");
    }

    private static Uni<Void> each(List<Said> all, Function<Said, Uni<Void>> then) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(then::apply)
                .collect()
                .last();
    }

    private Uni<Void> mark(Said said, MarkKind kind, LocalDate on, String source, String basis) {
        return books.mark(
                        MACHINE,
                        new Marks.Entered(
                                said.filerId(),
                                kind,
                                on,
                                said.submissionId(),
                                said.filingId(),
                                source,
                                basis,
                                null))
                .replaceWithVoid();
    }
}
