package io.mingjian.monitoring.campaign;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a platform did in a period, as it said or as somebody found it. Never changed. */
@Entity
@Immutable
class PlatformReport implements Figures.OfPlatform {
    @Id private UUID id;
    private UUID campaignId;
    private String platform;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private long itemsBlocked;
    private long accountsHandled;
    private long agentsRemoved;
    private long productsHandled;
    private long platformCount;
    private String enteredBy;
    private @Nullable String source;
    private @Nullable UUID corrects;
    private @Nullable String reasons;
    private Instant reportedAt;
    private String reportedBy;

    /** For the mapper. */
    PlatformReport() {}

    /** A report for a period that was not reported before. */
    static PlatformReport of(
            UUID campaignId,
            String platform,
            Period period,
            Figures figures,
            @Nullable String source,
            Caller by,
            Instant at) {
        PlatformReport report = new PlatformReport();
        report.id = Ids.next();
        report.campaignId = campaignId;
        report.platform = platform;
        report.periodFrom = period.from();
        report.periodTo = period.to();
        report.itemsBlocked = Objects.requireNonNull(figures.itemsBlocked());
        report.accountsHandled = Objects.requireNonNull(figures.accountsHandled());
        report.agentsRemoved = Objects.requireNonNull(figures.agentsRemoved());
        report.productsHandled = Objects.requireNonNull(figures.productsHandled());
        report.platformCount = Objects.requireNonNull(figures.platformCount());
        report.enteredBy = by.organisation();
        report.source = source;
        report.reportedAt = at;
        report.reportedBy = by.subject();
        return report;
    }

    /** The same report with what was wrong put right. */
    PlatformReport corrected(
            Period period,
            Figures figures,
            @Nullable String newSource,
            String why,
            Caller by,
            Instant at) {
        PlatformReport report = of(campaignId, platform, period, figures, newSource, by, at);
        report.corrects = id;
        report.reasons = why;
        return report;
    }

    UUID id() {
        return id;
    }

    @Override
    public String platform() {
        return platform;
    }

    Period period() {
        return new Period(periodFrom, periodTo);
    }

    @Override
    public Figures figures() {
        return new Figures(
                itemsBlocked, accountsHandled, agentsRemoved, productsHandled, platformCount);
    }

    String enteredBy() {
        return enteredBy;
    }

    Optional<String> source() {
        return Optional.ofNullable(source);
    }

    Optional<UUID> corrects() {
        return Optional.ofNullable(corrects);
    }

    Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
