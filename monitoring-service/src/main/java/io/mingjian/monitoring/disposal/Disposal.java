package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LegalDay;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One round of a bureau's work on a lead: decision, feedback, and what the city's check said. Each
 * is written once; rework is a new round beside this one.
 */
@Entity
class Disposal {
    @Id private UUID id;
    private UUID leadId;
    private int round;
    private String districtOrganisation;

    @Enumerated(EnumType.STRING)
    private DisposalCode code;

    private String reasons;
    private @Nullable String documentNo;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Measures measures;

    private @Nullable Integer restsOnRound;
    private Instant decidedAt;
    private String decidedBy;
    private @Nullable String feedback;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable FeedbackForm feedbackForm;

    private @Nullable Instant fedBackAt;
    private @Nullable String fedBackBy;

    /** Not the deciding bureau's where the city took over after the disposal. */
    private @Nullable String feedbackOrganisation;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckResult checkResult;

    private @Nullable String checkReasons;
    private @Nullable Instant checkedAt;
    private @Nullable String checkedBy;

    /** For the mapper. */
    Disposal() {}

    /**
     * @param measures the principal one first
     */
    static Disposal decide(UUID leadId, int round, List<Measure> measures, Caller by, Instant at) {
        Measure principal = measures.get(0);
        Disposal disposal = new Disposal();
        disposal.id = Ids.next();
        disposal.leadId = leadId;
        disposal.round = round;
        disposal.districtOrganisation = by.organisation();
        disposal.code = principal.code();
        disposal.reasons = principal.reasons();
        disposal.documentNo = principal.documentNo();
        disposal.measures = new Measures(measures);
        disposal.decidedAt = at;
        disposal.decidedBy = by.subject();
        return disposal;
    }

    /** A round in which only the feedback is made anew: what was decided stands, and by whom. */
    Disposal again(Caller by) {
        Disposal next = decide(leadId, round + 1, measures(), by, decidedAt);
        next.districtOrganisation = districtOrganisation;
        next.decidedBy = decidedBy;
        next.restsOnRound = restsOnRound == null ? Integer.valueOf(round) : restsOnRound;
        return next;
    }

    void feedBack(FeedbackForm form, Caller by, Instant at) {
        if (fedBackAt != null) {
            throw new IllegalStateException("round %d has its feedback".formatted(round));
        }
        feedback = form.summary();
        feedbackForm = form;
        fedBackAt = at;
        fedBackBy = by.subject();
        feedbackOrganisation = by.organisation();
    }

    /**
     * @throws Forbidden if it was this person's own feedback
     */
    void check(CheckResult result, @Nullable String why, Caller by, Instant at) {
        if (fedBackAt == null || checkedAt != null) {
            throw new IllegalStateException("round %d is not to be checked".formatted(round));
        }
        if (by.subject().equals(fedBackBy)) {
            throw new Forbidden(
                    "own-feedback",
                    "反馈须由填报人以外的人员核对。",
                    "Somebody else than who wrote the feedback checks it.");
        }
        checkResult = result;
        checkReasons = why;
        checkedAt = at;
        checkedBy = by.subject();
    }

    boolean isChecked() {
        return checkedAt != null;
    }

    List<Measure> measures() {
        return measures == null ? List.of(principalOnly()) : measures.list();
    }

    /** Of a round that was written before there were several. */
    private Measure principalOnly() {
        return new Measure(
                code, reasons, null, documentNo, null, null, LegalDay.of(decidedAt), null);
    }

    Optional<Integer> restsOnRound() {
        return Optional.ofNullable(restsOnRound);
    }

    Optional<FeedbackForm> feedbackForm() {
        return Optional.ofNullable(feedbackForm);
    }

    Optional<Instant> checkedAt() {
        return Optional.ofNullable(checkedAt);
    }

    UUID leadId() {
        return leadId;
    }

    int round() {
        return round;
    }

    String districtOrganisation() {
        return districtOrganisation;
    }

    DisposalCode code() {
        return code;
    }

    String reasons() {
        return reasons;
    }

    Optional<String> documentNo() {
        return Optional.ofNullable(documentNo);
    }

    Instant decidedAt() {
        return decidedAt;
    }

    Optional<String> feedback() {
        return Optional.ofNullable(feedback);
    }

    Optional<Instant> fedBackAt() {
        return Optional.ofNullable(fedBackAt);
    }

    /** Whose feedback it is, once there is one. */
    Optional<String> feedbackOrganisation() {
        return fedBackAt()
                .map(
                        at ->
                                feedbackOrganisation == null
                                        ? districtOrganisation
                                        : feedbackOrganisation);
    }

    /** Whether there is a feedback, and it is not this organisation's. */
    boolean isToldByAnotherThan(String organisation) {
        return feedbackOrganisation().filter(teller -> !teller.equals(organisation)).isPresent();
    }

    Optional<CheckResult> checkResult() {
        return Optional.ofNullable(checkResult);
    }

    Optional<String> checkReasons() {
        return Optional.ofNullable(checkReasons);
    }
}
