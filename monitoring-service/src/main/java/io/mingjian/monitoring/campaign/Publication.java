package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.kit.refusal.Forbidden;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are to be published or were. The numbers are fixed when it is proposed; the database
 * keeps them and checks that they are the sum of the lines.
 */
@Entity
@Table(name = "campaign_publication")
class Publication {
    @Id private UUID id;
    @Version private int version;
    private UUID campaignId;
    private int number;

    @Enumerated(EnumType.STRING)
    private PublicationState state;

    private LocalDate periodFrom;
    private LocalDate until;
    private int reports;
    private long itemsBlocked;
    private long accountsHandled;
    private long agentsRemoved;
    private long productsHandled;
    private long platformCount;
    private Instant proposedAt;
    private String proposedBy;
    private @Nullable Instant releasedAt;
    private @Nullable String releasedBy;

    /** For the mapper. */
    Publication() {}

    static Publication propose(
            Campaign campaign,
            int number,
            LocalDate until,
            List<PlatformReport> reports,
            Caller by,
            Instant at) {
        Publication publication = new Publication();
        publication.id = Ids.next();
        publication.campaignId = campaign.id();
        publication.number = number;
        publication.state = PublicationState.PROPOSED;
        publication.periodFrom = campaign.period().from();
        publication.until = until;
        publication.reports = reports.size();
        publication.set(Figures.sum(reports));
        publication.proposedAt = at;
        publication.proposedBy = by.subject();
        return publication;
    }

    private void set(Figures sum) {
        itemsBlocked = Objects.requireNonNull(sum.itemsBlocked());
        accountsHandled = Objects.requireNonNull(sum.accountsHandled());
        agentsRemoved = Objects.requireNonNull(sum.agentsRemoved());
        productsHandled = Objects.requireNonNull(sum.productsHandled());
        platformCount = Objects.requireNonNull(sum.platformCount());
    }

    /**
     * A second person lets the figures out.
     *
     * @throws Conflict if it is no longer a proposal
     * @throws Forbidden for the one who proposed it
     */
    void release(Caller by, Instant at) {
        if (state != PublicationState.PROPOSED) {
            throw new Conflict(
                    "not-proposed",
                    "该期数据" + state.zh() + "，不能再次发布。",
                    "This publication is no longer a proposal.");
        }
        if (by.subject().equals(proposedBy)) {
            throw new Forbidden(
                    "second-person",
                    "提出人不得自行发布，须由另一人决定。",
                    "A second person must release what you proposed.");
        }
        state = PublicationState.RELEASED;
        releasedAt = at;
        releasedBy = by.subject();
    }

    /** Another proposal takes the place of this one. */
    void replace() {
        state = PublicationState.REPLACED;
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID campaignId() {
        return campaignId;
    }

    int number() {
        return number;
    }

    PublicationState state() {
        return state;
    }

    LocalDate periodFrom() {
        return periodFrom;
    }

    LocalDate until() {
        return until;
    }

    int reports() {
        return reports;
    }

    Figures figures() {
        return new Figures(
                itemsBlocked, accountsHandled, agentsRemoved, productsHandled, platformCount);
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Optional<Instant> releasedAt() {
        return Optional.ofNullable(releasedAt);
    }
}
