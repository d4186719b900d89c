package io.mingjian.monitoring.assignment;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.assignment.Districts.District;
import io.mingjian.monitoring.assignment.PlaceRules.Proposal;
import io.mingjian.monitoring.lead.Standing;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a lead was given to a district: what the rules proposed, what the city chose, receipt and
 * return.
 */
@Entity
class Assignment {
    @Id private UUID id;
    private UUID leadId;
    private String leadNo;
    private String districtOrganisation;
    private String districtCode;
    private @Nullable String placeRule;
    private @Nullable String proposedDistrictCode;
    private @Nullable String reasons;
    private Instant assignedAt;
    private String assignedBy;
    private @Nullable Instant receivedAt;
    private @Nullable String receivedBy;
    private @Nullable Instant returnRequestedAt;
    private @Nullable String returnRequestedBy;
    private @Nullable String returnReasons;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    private @Nullable String endingReasons;

    /** How the city took a lead away from the district. */
    enum Ending {
        REASSIGNED,
        TAKEN_OVER
    }

    /** For the mapper. */
    Assignment() {}

    static Assignment of(
            Standing lead,
            District district,
            Optional<Proposal> proposal,
            @Nullable String reasons,
            Caller by,
            Instant at) {
        Assignment assignment = new Assignment();
        assignment.id = Ids.next();
        assignment.leadId = lead.leadId();
        assignment.leadNo = lead.leadNo();
        assignment.districtOrganisation = district.organisation();
        assignment.districtCode = district.code();
        assignment.placeRule = proposal.map(found -> found.rule().id()).orElse(null);
        assignment.proposedDistrictCode =
                proposal.map(found -> found.district().code()).orElse(null);
        assignment.reasons = reasons;
        assignment.assignedAt = at;
        assignment.assignedBy = by.subject();
        return assignment;
    }

    void receive(Caller by, Instant at) {
        receivedAt = at;
        receivedBy = by.subject();
    }

    void requestReturn(@Nullable String why, Caller by, Instant at) {
        returnRequestedAt = at;
        returnRequestedBy = by.subject();
        returnReasons = why;
    }

    /** The city gives the lead to another district or works on it itself. */
    void end(Ending how, @Nullable String why, Caller by, Instant at) {
        if (returnRequestedAt == null && endedAt == null) {
            ending = how;
            endingReasons = why;
            endedBy = by.subject();
            endedAt = at;
        }
    }

    boolean isReturned() {
        return returnRequestedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID leadId() {
        return leadId;
    }

    String leadNo() {
        return leadNo;
    }

    String districtOrganisation() {
        return districtOrganisation;
    }

    String districtCode() {
        return districtCode;
    }

    Optional<String> placeRule() {
        return Optional.ofNullable(placeRule);
    }

    Optional<String> proposedDistrictCode() {
        return Optional.ofNullable(proposedDistrictCode);
    }

    Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    Instant assignedAt() {
        return assignedAt;
    }

    Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }

    Optional<Instant> returnRequestedAt() {
        return Optional.ofNullable(returnRequestedAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    Optional<String> endingReasons() {
        return Optional.ofNullable(endingReasons);
    }

    Optional<String> returnReasons() {
        return Optional.ofNullable(returnReasons);
    }
}
