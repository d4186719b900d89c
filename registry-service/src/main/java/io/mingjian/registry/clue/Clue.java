package io.mingjian.registry.clue;

import io.mingjian.contracts.LeadReferred;
import io.mingjian.contracts.Role;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.refusal.StepNotAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A clue from monitoring. Nothing changes it but a person's decision with reasons. */
@Entity
@Table(name = "clue")
class Clue {
    private static final String CRIME = "CRIME";

    @Id private UUID id;
    @Version private int version;
    private String clueNo;

    @Enumerated(EnumType.STRING)
    private ClueKind kind;

    @Enumerated(EnumType.STRING)
    private ClueState state;

    private UUID referralId;
    private UUID leadId;
    private String leadNo;
    private String conduct;
    private String organisation;
    private @Nullable BigDecimal amount;

    @JdbcTypeCode(SqlTypes.JSON)
    private ClueEvidence evidence;

    private Instant openedAt;
    private @Nullable UUID filerId;
    private @Nullable UUID filingId;
    private @Nullable String reasons;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable String decidedBySubject;

    /** For the mapper. */
    Clue() {}

    static Clue open(String clueNo, LeadReferred referral, Instant at) {
        boolean crime = referral.kind().equals(CRIME);
        Clue clue = new Clue();
        clue.id = Ids.next();
        clue.clueNo = clueNo;
        clue.kind = crime ? ClueKind.TRANSFER_DRAFT : ClueKind.CLUE;
        clue.state = crime ? ClueState.DRAFT : ClueState.OPEN;
        clue.referralId = referral.referralId();
        clue.leadId = referral.leadId();
        clue.leadNo = referral.leadNo();
        clue.conduct = referral.conduct();
        clue.organisation = referral.organisation();
        clue.amount = referral.amount();
        clue.evidence = new ClueEvidence(referral.evidenceIds());
        clue.openedAt = at;
        return clue;
    }

    boolean isVisibleTo(Caller caller) {
        return caller.isCity() || caller.isDistrict() && caller.organisation().equals(organisation);
    }

    /**
     * What may be done with it. A draft waits for the transfer procedure; one that was referred by
     * mistake is dismissed.
     */
    List<ClueStep> openSteps() {
        return switch (state) {
            case OPEN -> List.of(ClueStep.TAKE_UP, ClueStep.DISMISS);
            case DRAFT -> List.of(ClueStep.DISMISS);
            case TAKEN_UP, DISMISSED -> List.of();
        };
    }

    /** A person says whom or what it is about. */
    void takeUp(@Nullable UUID filer, @Nullable UUID filing, Decision decision) {
        decide(ClueStep.TAKE_UP, ClueState.TAKEN_UP, decision);
        filerId = filer;
        filingId = filing;
    }

    /**
     * Nothing follows from it.
     *
     * @throws Forbidden for the draft of a transfer, unless a reviewer decides: whether the police
     *     are told is not for one handler to leave undone
     */
    void dismiss(Decision decision) {
        if (state == ClueState.DRAFT && !decision.by().has(Role.REVIEWER)) {
            throw new Forbidden(
                    "移送草稿须由审核人员决定不予采用。", "A reviewer dismisses the draft of a transfer.");
        }
        decide(ClueStep.DISMISS, ClueState.DISMISSED, decision);
    }

    private void decide(ClueStep step, ClueState to, Decision decision) {
        if (!openSteps().contains(step)) {
            throw new StepNotAllowed(state, step, openSteps());
        }
        state = to;
        reasons = decision.reasons();
        decidedAt = decision.at();
        decidedBy = decision.by().name();
        decidedBySubject = decision.by().subject();
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String clueNo() {
        return clueNo;
    }

    ClueKind kind() {
        return kind;
    }

    ClueState state() {
        return state;
    }

    UUID referralId() {
        return referralId;
    }

    UUID leadId() {
        return leadId;
    }

    String leadNo() {
        return leadNo;
    }

    String conduct() {
        return conduct;
    }

    String organisation() {
        return organisation;
    }

    @Nullable BigDecimal amount() {
        return amount;
    }

    List<UUID> evidence() {
        return evidence.list();
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable UUID filerId() {
        return filerId;
    }

    @Nullable UUID filingId() {
        return filingId;
    }

    @Nullable String reasons() {
        return reasons;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }

    @Nullable String decidedBy() {
        return decidedBy;
    }
}
