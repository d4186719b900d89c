package io.mingjian.registry.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.kit.time.LegalDay;
import io.mingjian.registry.filer.MaskedIdentity;
import io.mingjian.registry.procedure.ClosedStep;
import io.mingjian.registry.procedure.DueView;
import io.mingjian.registry.procedure.Moment;
import io.mingjian.registry.procedure.StepForm;
import io.mingjian.registry.procedure.TakenStep;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes out at the doors of entries. */
final class EntryViews {
    private EntryViews() {}

    /**
     * An entry in full.
     *
     * @param filer masked identity as last given
     * @param grounds what speaks for a listing
     * @param assumption always true so far: no text of the procedure was found
     * @param effective whether it has effect today
     * @param pending what waits for a second person
     * @param forms what each open step asks for
     * @param closedSteps the other steps of this state
     */
    @Schema(
            name = "AbnormalFilerEntry",
            description = "投诉举报异常名录条目（只提示从严审查，不得据此不予受理） / Entry of the abnormal-filer list")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            UUID id,
            @Nullable String entryNo,
            EntryState state,
            String stateName,
            UUID filerId,
            @Nullable MaskedIdentity filer,
            @Nullable UUID filingId,
            String organisation,
            List<Ground> grounds,
            boolean assumption,
            OffsetDateTime proposedAt,
            @Nullable TermView term,
            boolean effective,
            @Nullable PendingView pending,
            @Nullable DueView due,
            List<DueView> clocks,
            List<EntryStep> openSteps,
            List<StepForm> forms,
            List<ClosedStep> closedSteps,
            List<Fact> facts,
            List<TakenStep> steps) {

        static EntryView of(
                Entry entry, Moment now, @Nullable MaskedIdentity filer, List<TakenStep> steps) {
            List<DueView> clocks = entry.clocks().all(now.calendar(), now.today());
            return new EntryView(
                    entry.id(),
                    entry.entryNo(),
                    entry.state(),
                    entry.state().zh(),
                    entry.filerId(),
                    filer,
                    entry.filingId(),
                    entry.organisation(),
                    entry.grounds(),
                    true,
                    entry.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    entry.term().map(TermView::of).orElse(null),
                    entry.isEffectiveOn(now.today()),
                    entry.pending().map(PendingView::of).orElse(null),
                    clocks.stream().findFirst().orElse(null),
                    clocks,
                    Openness.steps(entry, now),
                    EntryForms.of(entry, now),
                    EntryForms.closed(entry, now),
                    entry.facts().list(),
                    steps.stream().map(EntryWords::of).toList());
        }
    }

    /** When it has effect. */
    @Schema(name = "AbnormalFilerTerm", description = "列入期限 / Term of a listing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TermView(LocalDate from, LocalDate until, boolean stayed, @Nullable LocalDate endedOn) {
        static TermView of(Term term) {
            return new TermView(term.from(), term.until(), term.isStayed(), term.endedOn());
        }
    }

    /** What waits for a second person. */
    @Schema(name = "AbnormalFilerPending", description = "待决定的建议 / What waits for a second person")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PendingView(
            Resolution resolution,
            String resolutionName,
            @Nullable LocalDate until,
            @Nullable String basis,
            @Nullable RevocationCause cause,
            @Nullable String documentNo,
            String reasons,
            LocalDate on,
            String by) {
        static PendingView of(Pending pending) {
            return new PendingView(
                    pending.resolution(),
                    pending.resolution().zh(),
                    pending.until(),
                    pending.basis(),
                    pending.cause(),
                    pending.documentNo(),
                    pending.reasons(),
                    pending.on(),
                    pending.name());
        }
    }

    /** A line of the list. */
    @Schema(name = "AbnormalFilerEntryItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryItem(
            UUID id,
            @Nullable String entryNo,
            EntryState state,
            String stateName,
            UUID filerId,
            String organisation,
            List<Ground> grounds,
            OffsetDateTime proposedAt,
            @Nullable TermView term,
            boolean effective,
            @Nullable DueView due) {

        static EntryItem of(Entry entry, Moment now) {
            return new EntryItem(
                    entry.id(),
                    entry.entryNo(),
                    entry.state(),
                    entry.state().zh(),
                    entry.filerId(),
                    entry.organisation(),
                    entry.grounds(),
                    entry.proposedAt().atZone(LegalDay.ZONE).toOffsetDateTime(),
                    entry.term().map(TermView::of).orElse(null),
                    entry.isEffectiveOn(now.today()),
                    entry.clocks().mostUrgent(now.calendar(), now.today()).orElse(null));
        }
    }
}
