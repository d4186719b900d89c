package io.mingjian.registry.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.FilingKind;
import io.mingjian.registry.ledger.MarkKind;
import io.mingjian.registry.listing.PersonEntries.PersonEntry;
import io.mingjian.registry.person.FaceView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes out at the door of dossiers. */
final class DossierViews {
    private DossierViews() {}

    /**
     * A person who files.
     *
     * @param filers the pseudonyms that are this person today
     * @param timeline the newest filings; those of other bureaus by day, number and state only
     * @param cut whether there are more filings than are shown
     */
    @Schema(name = "FilerDossier", description = "投诉举报人档案（脱敏，仅供人工参考） / All about one filer, masked")
    record DossierView(
            UUID personId,
            LocalDate asOf,
            List<FaceView> filers,
            List<WindowView> windows,
            List<OperatorView> operators,
            List<IssueView> issues,
            List<OutcomeView> outcomes,
            List<EntryLine> entries,
            List<HintView> hints,
            List<ReusedView> reusedEvidence,
            List<LineView> timeline,
            boolean cut) {}

    /**
     * Counts of the last days.
     *
     * @param upheld whose matter was found to be true: a good sign, counted apart
     */
    @Schema(name = "FilerWindow")
    record WindowView(int days, LocalDate from, long submissions, long setAside, long upheld) {}

    /** Filings against one operator (Order 121 Art 17(b)). */
    @Schema(name = "FilerOperator")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperatorView(
            @Nullable String operator, String goodsClass, long last90Days, long lastYear) {}

    /** Filings in nearly the same words (Order 121 Art 17(b)). */
    @Schema(name = "FilerIssue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssueView(@Nullable String exampleNo, long last30Days, long lastYear, long operators) {}

    /** What became of filings. */
    @Schema(name = "FilerOutcome")
    record OutcomeView(
            MarkKind kind, String kindName, long times, LocalDate lastOn, boolean positive) {}

    /** An entry of the list. */
    @Schema(name = "FilerEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryLine(
            UUID id,
            @Nullable String entryNo,
            String state,
            String stateName,
            boolean live,
            LocalDate proposedOn,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        static EntryLine of(PersonEntry entry) {
            return new EntryLine(
                    entry.id(),
                    entry.entryNo(),
                    entry.state(),
                    entry.stateName(),
                    entry.isLive(),
                    entry.proposedOn(),
                    entry.from(),
                    entry.until());
        }
    }

    /** A remark by a criterion in force. */
    @Schema(name = "FilerHint")
    record HintView(String criterion, int version, String level, String explanation) {}

    /** A picture that came in elsewhere too. */
    @Schema(name = "FilerReusedEvidence")
    record ReusedView(UUID evidenceId, String registrationNo, int times) {}

    /**
     * A filing.
     *
     * @param filingId and {@code respondent}: only of those that the caller may open
     * @param facts what people established about it
     */
    @Schema(name = "FilerFiling")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            LocalDate receivedOn,
            FilingKind kind,
            String registrationNo,
            String state,
            @Nullable UUID filingId,
            @Nullable String respondent,
            List<String> facts) {}
}
