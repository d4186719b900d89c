package io.mingjian.registry.lookup;

import io.mingjian.contracts.OrganisationKind;
import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import io.mingjian.kit.time.LimitStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * That a department may ask: for what, on which legal basis, how often and how long. Two people of
 * the city open it; one alone may close it.
 */
@Entity
@Table(name = "lookup_agreement")
class Agreement {
    @Id private UUID id;
    @Version private int version;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private @Nullable String organisation;

    @JdbcTypeCode(SqlTypes.JSON)
    private Purposes purposes;

    private String legalBasis;

    @Enumerated(EnumType.STRING)
    private LimitStatus status;

    private int dailyLimit;
    private LocalDate validFrom;
    private @Nullable LocalDate validUntil;
    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String activatedBy;
    private @Nullable Instant activatedAt;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String endReasons;

    protected Agreement() {}

    record Purposes(List<Purpose> list) {}

    /**
     * What is agreed.
     *
     * @param organisation absent for all organisations of the kind
     * @param validUntil last day; absent for no end
     */
    record Terms(
            OrganisationKind kind,
            @Nullable String organisation,
            List<Purpose> purposes,
            String legalBasis,
            LimitStatus status,
            int dailyLimit,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        Terms {
            purposes = List.copyOf(purposes);
        }
    }

    static Agreement proposed(UUID id, Terms terms, Caller by, Instant at) {
        Agreement agreement = new Agreement();
        agreement.id = id;
        agreement.kind = terms.kind();
        agreement.organisation = terms.organisation();
        agreement.purposes = new Purposes(terms.purposes());
        agreement.legalBasis = terms.legalBasis();
        agreement.status = terms.status();
        agreement.dailyLimit = terms.dailyLimit();
        agreement.validFrom = terms.validFrom();
        agreement.validUntil = terms.validUntil();
        agreement.proposedBy = by.subject();
        agreement.proposedAt = at;
        return agreement;
    }

    /**
     * The agreement that counts for an organisation: its own before its kind's, of these the one
     * that began last, of those the one that was activated last. That one decides also when it has
     * ended: closing it never opens an older one again.
     *
     * @param begun of its kind, activated and begun
     */
    static Optional<Agreement> holding(List<Agreement> begun, String organisation, LocalDate day) {
        return begun.stream()
                .filter(each -> each.organisation == null || organisation.equals(each.organisation))
                .max(
                        Comparator.comparing((Agreement each) -> each.organisation != null)
                                .thenComparing(Agreement::validFrom)
                                .thenComparing(Agreement::activated))
                .filter(each -> each.holdsOn(day));
    }

    /**
     * The second person puts it into force.
     *
     * @throws Forbidden if it is the person who proposed it
     * @throws Conflict if it was activated or ended before
     */
    void activate(Caller second, Instant at) {
        refuseEnded();
        if (activatedBy != null) {
            throw new Conflict("already-active", "该查询协议已经启用。", "This agreement is active already.");
        }
        if (second.subject().equals(proposedBy)) {
            throw new Forbidden(
                    "提出人不得自行启用查询协议，须由另一人决定。", "A second person must activate what you proposed.");
        }
        activatedBy = second.subject();
        activatedAt = at;
    }

    /**
     * Closes it at once, or gives up a proposal.
     *
     * @throws Conflict if it has ended
     */
    void end(Caller by, String reasons, Instant at) {
        refuseEnded();
        endedBy = by.subject();
        endedAt = at;
        endReasons = reasons;
    }

    boolean holdsOn(LocalDate day) {
        return activatedAt != null
                && endedAt == null
                && !validFrom.isAfter(day)
                && (validUntil == null || !validUntil.isBefore(day));
    }

    /** The city sees all, a department those that are made with it. */
    boolean isVisibleTo(Caller caller) {
        return caller.isCity()
                || (caller.kind() == kind
                        && (organisation == null || organisation.equals(caller.organisation())));
    }

    private Instant activated() {
        return Objects.requireNonNull(activatedAt, "only what was activated is compared");
    }

    private void refuseEnded() {
        if (endedAt != null) {
            throw new Conflict("already-ended", "该查询协议已经终止。", "This agreement has ended.");
        }
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    Terms terms() {
        return new Terms(
                kind,
                organisation,
                purposes.list(),
                legalBasis,
                status,
                dailyLimit,
                validFrom,
                validUntil);
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable String activatedBy() {
        return activatedBy;
    }

    @Nullable Instant activatedAt() {
        return activatedAt;
    }

    @Nullable String endedBy() {
        return endedBy;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    @Nullable String endReasons() {
        return endReasons;
    }
}
