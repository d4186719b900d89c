package io.mingjian.monitoring.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.monitoring.clock.ClockView;
import io.mingjian.monitoring.clock.LegalTime;
import io.mingjian.monitoring.clock.Moment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes over the wire in this room. */
final class LetterViews {
    private LetterViews() {}

    /** A letter as its drafter wants it. */
    @Schema(
            description =
                    "协助函草稿；收函单位只看到标题、正文和期限 / a draft; the platform reads title, text and term")
    record DraftRequest(
            @NotBlank
                    @Pattern(regexp = "platform-[a-z0-9-]{1,50}")
                    @Schema(
                            description =
                                    "平台的机构编号，如 platform-yougou / organisation id of the platform")
                    String platform,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 8000) String text) {}

    /** What the platform answers. */
    record AnswerRequest(
            @NotBlank @Size(max = 8000) String text,
            @Nullable
                    @Size(max = 100)
                    @Schema(description = "平台已上传的证据 / evidence that the platform uploaded")
                    List<@NotNull UUID> evidenceIds) {
        List<UUID> evidence() {
            return evidenceIds == null ? List.of() : evidenceIds;
        }
    }

    /** A word with a reminder. */
    record ReminderRequest(@Nullable @Size(max = 2000) String text) {}

    /** Why a letter is taken back. */
    record WithdrawalRequest(@Nullable @Size(max = 2000) String reasons) {}

    /** One reminder. */
    record ReminderView(OffsetDateTime at, @Nullable String text) {}

    /**
     * A letter as its reader may see it: to the platform without the lead and without the draft's
     * history.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterView(
            UUID id,
            @Nullable String letterNo,
            @Nullable @Schema(description = "仅本市局、区局可见 / for bureaus only") UUID leadId,
            @Nullable String leadNo,
            @Schema(description = "发函单位；草稿为起草单位 / who sent it") String bureau,
            @Schema(description = "现承办该线索、可催办和撤回的单位 / who works on the matter now") String holder,
            String platform,
            LetterState state,
            String stateZh,
            String title,
            String text,
            @Nullable OffsetDateTime draftedAt,
            @Nullable OffsetDateTime issuedAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable LocalDate dueOn,
            boolean overdue,
            List<ClockView> clocks,
            List<ReminderView> reminders,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String answer,
            List<UUID> answerEvidenceIds,
            @Schema(description = "超过期限后答复 / answered after the term") boolean late,
            @Nullable OffsetDateTime withdrawnAt,
            @Nullable String withdrawalReasons,
            List<String> openSteps) {

        static LetterView of(Letter letter, Caller reader, Moment now) {
            boolean bureau = !reader.is(OrganisationKind.PLATFORM);
            return new LetterView(
                    letter.id(),
                    letter.letterNo().orElse(null),
                    bureau ? letter.leadId() : null,
                    bureau ? letter.leadNo() : null,
                    letter.sender(),
                    letter.bureau(),
                    letter.platform(),
                    letter.state(),
                    letter.state().zh(),
                    letter.title(),
                    letter.text(),
                    bureau ? LegalTime.outside(letter.draftedAt()) : null,
                    letter.issuedAt().map(LegalTime::outside).orElse(null),
                    letter.acknowledgedAt().map(LegalTime::outside).orElse(null),
                    letter.dueOn().orElse(null),
                    letter.isOverdueOn(now.day()),
                    letter.runningClocks().views(now),
                    letter.reminders().stream()
                            .map(
                                    each ->
                                            new ReminderView(
                                                    LegalTime.outside(each.at()), each.text()))
                            .toList(),
                    letter.answeredAt().map(LegalTime::outside).orElse(null),
                    letter.answer().orElse(null),
                    letter.answerEvidence(),
                    letter.isLate(),
                    letter.withdrawnAt().map(LegalTime::outside).orElse(null),
                    bureau ? letter.withdrawalReasons().orElse(null) : null,
                    letter.openSteps(reader).stream().map(Enum::name).toList());
        }
    }
}
