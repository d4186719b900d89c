package io.mingjian.monitoring.referral;

import io.mingjian.contracts.ClueChanged;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.monitoring.lead.Standing;
import io.mingjian.monitoring.referral.ReferralViews.ReferRequest;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That an officer saw more in a lead, and what the registry made of it. */
@Entity
class Referral {
    @Id private UUID id;
    private UUID leadId;
    private String leadNo;
    private String leadBureau;
    private String organisation;

    @Enumerated(EnumType.STRING)
    private ReferralKind kind;

    private String conduct;
    private String reasons;
    private @Nullable BigDecimal amount;

    @JdbcTypeCode(SqlTypes.JSON)
    private NamedEvidence evidence;

    private Instant referredAt;
    private String referredBy;
    private @Nullable String clueNo;
    private @Nullable String clueState;
    private long clueRevision;

    /** For the mapper. */
    Referral() {}

    static Referral of(Standing lead, ReferRequest request, Caller by, Instant at) {
        Referral referral = new Referral();
        referral.id = Ids.next();
        referral.leadId = lead.leadId();
        referral.leadNo = lead.leadNo();
        referral.leadBureau = lead.bureau();
        referral.organisation = by.organisation();
        referral.kind = request.kind();
        referral.conduct = request.conduct();
        referral.reasons = Objects.requireNonNull(request.reasons());
        referral.amount = request.amount();
        referral.evidence = new NamedEvidence(request.evidence());
        referral.referredAt = at;
        referral.referredBy = by.subject();
        return referral;
    }

    /** What the registry said last; an older word that comes late changes nothing. */
    void clueStands(ClueChanged clue, long revision) {
        if (revision > clueRevision) {
            clueNo = clue.clueNo();
            clueState = clue.state();
            clueRevision = revision;
        }
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

    String organisation() {
        return organisation;
    }

    ReferralKind kind() {
        return kind;
    }

    String conduct() {
        return conduct;
    }

    String reasons() {
        return reasons;
    }

    Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    List<UUID> evidence() {
        return evidence.list();
    }

    Instant referredAt() {
        return referredAt;
    }

    Optional<String> clueNo() {
        return Optional.ofNullable(clueNo);
    }

    Optional<String> clueState() {
        return Optional.ofNullable(clueState);
    }
}
