package io.mingjian.monitoring.campaign;

import io.mingjian.kit.id.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A report as a publication summed it. Never changed. */
@Entity
@Immutable
@Table(name = "campaign_publication_line")
class PublicationLine implements Figures.OfPlatform {
    @Id private UUID id;
    private UUID publicationId;
    private UUID reportId;
    private String platform;
    private LocalDate periodFrom;
    private LocalDate periodTo;
    private long itemsBlocked;
    private long accountsHandled;
    private long agentsRemoved;
    private long productsHandled;
    private long platformCount;

    /** For the mapper. */
    PublicationLine() {}

    PublicationLine(Publication publication, PlatformReport report) {
        Figures figures = report.figures();
        id = Ids.next();
        publicationId = publication.id();
        reportId = report.id();
        platform = report.platform();
        periodFrom = report.period().from();
        periodTo = report.period().to();
        itemsBlocked = Objects.requireNonNull(figures.itemsBlocked());
        accountsHandled = Objects.requireNonNull(figures.accountsHandled());
        agentsRemoved = Objects.requireNonNull(figures.agentsRemoved());
        productsHandled = Objects.requireNonNull(figures.productsHandled());
        platformCount = Objects.requireNonNull(figures.platformCount());
    }

    UUID reportId() {
        return reportId;
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
}
