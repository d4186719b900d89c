package io.mingjian.gateway.console;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint or a report as the registry shows it; what the other kind has is absent. */
record FilingAnswer(
        UUID id,
        String kind,
        String registrationNo,
        String state,
        @Nullable String stateName,
        @Nullable String channel,
        @Nullable String externalNo,
        @Nullable String registeringAgency,
        @Nullable String holder,
        @Nullable String districtName,
        @Nullable Place place,
        @Nullable OffsetDateTime receivedAt,
        @Nullable UUID linkedFilingId,
        @Nullable UUID filerId,
        boolean anonymous,
        @Nullable Masked complainant,
        @Nullable Masked reporter,
        @Nullable Operator respondent,
        @Nullable Operator reportedParty,
        @Nullable List<String> claims,
        @Nullable Facts disputeFacts,
        @Nullable String clueDescription,
        @Nullable String factualBasis,
        boolean consentToPublish,
        boolean consentToDelegatedMediation,
        @Nullable List<Clock> clocks,
        @Nullable List<FormAnswer> forms,
        @Nullable List<Closed> closedSteps,
        @Nullable FormAnswer findingForm,
        @Nullable List<Evidence> evidence,
        @Nullable List<Hint> hints,
        @Nullable List<Flag> flags,
        @Nullable List<Recheck> rechecks,
        @Nullable List<Step> steps,
        @Nullable String remedies) {

    /** Why it lies with this bureau. */
    record Place(@Nullable String basis, @Nullable String explanation) {}

    /** An identity with its masks on. */
    record Masked(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String idType,
            @Nullable String idNumber) {}

    /** The operator that it is about. */
    record Operator(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String address,
            @Nullable String platform) {}

    /** What the dispute is about. */
    record Facts(
            @Nullable LocalDate time,
            @Nullable String place,
            @Nullable String content,
            @Nullable BigDecimal amount) {}

    /** A running legal clock. */
    record Clock(
            String limit,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate dueOn,
            @Nullable Long remainingWorkingDays,
            boolean provisional,
            @Nullable String basis,
            @Nullable String status,
            @Nullable String explanation) {}

    /** A step of this state that is not the officer's to take now. */
    record Closed(String step, String name, String reason) {}

    /** A piece of evidence with the band that reached the registry, and what an officer found. */
    record Evidence(
            UUID evidenceId,
            boolean analyzed,
            @Nullable String band,
            @Nullable Finding confirmation) {}

    /** What an officer found about a piece of evidence. */
    record Finding(
            int version,
            @Nullable String truthName,
            @Nullable String restsOnName,
            @Nullable String reasons,
            @Nullable String confirmedBy,
            @Nullable String organisation,
            @Nullable OffsetDateTime confirmedAt) {}

    /** A remark that asks for a closer look and changes nothing. */
    record Hint(
            @Nullable String criterion,
            int version,
            @Nullable String level,
            @Nullable String explanation) {}

    /** What a listing of the filer asks for; it changes nothing. */
    record Flag(String code, @Nullable String zh, @Nullable String meaning) {
        String words() {
            return (zh == null ? code : zh) + "：" + (meaning == null ? "" : meaning);
        }
    }

    /** That what was done here is looked at again. */
    record Recheck(
            UUID id,
            @Nullable String cause,
            @Nullable LocalDate openedOn,
            @Nullable String result) {
        String words() {
            return (cause == null ? "" : cause)
                    + "，本件在列入期间办理过，"
                    + (result == null ? "须重新检视。" : "已重新检视：" + result + "。");
        }
    }

    /** A step that was taken. */
    record Step(
            String step,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String organisation,
            @Nullable OffsetDateTime at,
            @Nullable String groundName,
            @Nullable List<String> factorNames,
            @Nullable String reasons,
            @Nullable String article) {}
}
