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
        @Nullable List<String> openSteps,
        @Nullable List<Evidence> evidence,
        @Nullable List<Hint> hints,
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

    /** A piece of evidence with the band that reached the registry. */
    record Evidence(UUID evidenceId, boolean analyzed, @Nullable String band) {}

    /** A remark that asks for a closer look and changes nothing. */
    record Hint(
            @Nullable String criterion,
            int version,
            @Nullable String level,
            @Nullable String explanation) {}

    /** A step that was taken. */
    record Step(
            String step,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String organisation,
            @Nullable OffsetDateTime at,
            @Nullable String ground,
            @Nullable List<String> factors,
            @Nullable String reasons,
            @Nullable String article) {}
}
