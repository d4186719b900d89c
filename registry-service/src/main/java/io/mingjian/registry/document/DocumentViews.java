package io.mingjian.registry.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.paper.Letter;
import io.mingjian.registry.document.Documents.Seen;
import io.mingjian.registry.document.Renditions.Rendition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the doors of notices show. */
final class DocumentViews {
    private DocumentViews() {}

    /** A line of the list of notices. */
    @Schema(name = "DocumentItem", description = "文书 / A notice in the list")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentItem(
            UUID id,
            NoticeKind kind,
            String kindName,
            Addressee addressee,
            String addresseeName,
            String documentNo,
            String organisation,
            LocalDate issuedOn,
            @Nullable LocalDate due,
            @Nullable ServiceMethod servedByMethod,
            @Nullable LocalDate servedOn,
            boolean withdrawn,
            @Nullable UUID replaces) {
        static DocumentItem of(Document document) {
            return new DocumentItem(
                    document.id(),
                    document.kind(),
                    document.kind().zh(),
                    document.addressee(),
                    document.addressee().zh(),
                    document.documentNo(),
                    document.organisation(),
                    document.issuedOn(),
                    document.due(),
                    document.servedByMethod(),
                    document.servedOn(),
                    document.withdrawnAt() != null,
                    document.replaces());
        }
    }

    /** An entry about service; the last one holds. */
    @Schema(name = "DocumentService", description = "送达登记 / An entry about service")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServiceView(
            int seq,
            ServiceMethod method,
            String methodName,
            String basis,
            LocalDate servedOn,
            String recipient,
            @Nullable String consent,
            @Nullable String proof,
            @Nullable UUID evidenceId,
            @Nullable String correctionReasons,
            String recordedBy,
            OffsetDateTime recordedAt) {
        static ServiceView of(ServiceEntry entry) {
            return new ServiceView(
                    entry.seq(),
                    entry.method(),
                    entry.method().zh(),
                    entry.basis(),
                    entry.servedOn(),
                    entry.recipient(),
                    entry.consent(),
                    entry.proof(),
                    entry.evidenceId(),
                    entry.correctionReason(),
                    entry.recordedBy(),
                    local(entry.recordedAt()));
        }
    }

    /** A notice was taken back. */
    @Schema(name = "DocumentWithdrawal", description = "撤回 / When and why it was taken back")
    record WithdrawalView(OffsetDateTime at, String by, String reasons) {
        static @Nullable WithdrawalView of(Document document) {
            Instant at = document.withdrawnAt();
            return at == null
                    ? null
                    : new WithdrawalView(
                            local(at),
                            Objects.requireNonNull(document.withdrawnBy()),
                            Objects.requireNonNull(document.withdrawalReason()));
        }
    }

    /**
     * A notice with what it says; the filer is masked.
     *
     * @param lines from the letterhead to the date
     * @param services oldest first; the last one holds
     * @param renditions hashes of the files that were handed out first
     * @param openActs what the caller's bureau may do with it now
     */
    @Schema(name = "Document", description = "文书及其内容、送达和文件哈希 / A notice with its text and service")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentView(
            UUID id,
            NoticeKind kind,
            String kindName,
            Addressee addressee,
            String addresseeName,
            String documentNo,
            String organisation,
            UUID filingId,
            FilingKind filingKind,
            String registrationNo,
            int templateVersion,
            LocalDate issuedOn,
            String issuedBy,
            @Nullable LocalDate due,
            List<String> lines,
            List<ServiceView> services,
            List<Rendition> renditions,
            @Nullable UUID replaces,
            @Nullable WithdrawalView withdrawal,
            List<Act> openActs) {
        static DocumentView of(
                Caller caller,
                Seen seen,
                Letter letter,
                List<ServiceEntry> services,
                List<Rendition> renditions) {
            Document document = seen.document();
            return new DocumentView(
                    document.id(),
                    document.kind(),
                    document.kind().zh(),
                    document.addressee(),
                    document.addressee().zh(),
                    document.documentNo(),
                    document.organisation(),
                    document.filingId(),
                    document.filingKind(),
                    document.registrationNo(),
                    document.templateVersion(),
                    document.issuedOn(),
                    document.issuedBy(),
                    document.due(),
                    letter.lines(),
                    services.stream().map(ServiceView::of).toList(),
                    renditions,
                    document.replaces(),
                    WithdrawalView.of(document),
                    Act.open(caller, seen));
        }
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(LegalDay.ZONE).toOffsetDateTime();
    }
}
