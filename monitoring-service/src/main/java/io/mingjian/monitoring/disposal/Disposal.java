package io.mingjian.monitoring.disposal;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.disposal.DisposalViews.DisposeRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One round of a district's work on a lead: decision, feedback, and what the city's check said. */
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
    private Instant decidedAt;
    private String decidedBy;
    private @Nullable String feedback;
    private @Nullable Instant fedBackAt;
    private @Nullable String fedBackBy;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckResult checkResult;

    private @Nullable String checkReasons;
    private @Nullable Instant checkedAt;
    private @Nullable String checkedBy;

    /** For the mapper. */
    Disposal() {}

    static Disposal decide(UUID leadId, int round, DisposeRequest request, Caller by, Instant at) {
        Disposal disposal = new Disposal();
        disposal.id = Ids.next();
        disposal.leadId = leadId;
        disposal.round = round;
        disposal.districtOrganisation = by.organisation();
        disposal.code = request.code();
        disposal.reasons = Objects.requireNonNull(request.reasons());
        disposal.documentNo = request.documentNo();
        disposal.decidedAt = at;
        disposal.decidedBy = by.subject();
        return disposal;
    }

    void feedBack(String summary, Caller by, Instant at) {
        feedback = summary;
        fedBackAt = at;
        fedBackBy = by.subject();
    }

    void check(CheckResult result, @Nullable String why, Caller by, Instant at) {
        checkResult = result;
        checkReasons = why;
        checkedAt = at;
        checkedBy = by.subject();
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

    Optional<CheckResult> checkResult() {
        return Optional.ofNullable(checkResult);
    }

    Optional<String> checkReasons() {
        return Optional.ofNullable(checkReasons);
    }
}
