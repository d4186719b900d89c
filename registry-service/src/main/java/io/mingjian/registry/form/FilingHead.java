package io.mingjian.registry.form;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about a filing when it is entered, the same for complaints and reports.
 *
 * @param submissionId common to the two parts of a mixed filing (Order 121 Art 9)
 * @param linkedFilingId the other part of a mixed filing
 * @param filerId pseudonym of the filer; absent for anonymous reports (Art 28)
 * @param registrationNo number in the series of the registering agency, kind and year
 * @param registeringAgency bureau whose intake unit entered the filing and takes it back (Art 41)
 * @param registeringOrganisation who handed it in and owns its evidence; differs from the agency
 *     for platforms
 * @param handlerOfficer who entered it; absent for filings entered before this was kept
 */
@Embeddable
public record FilingHead(
        UUID submissionId,
        @Nullable UUID linkedFilingId,
        @Nullable UUID filerId,
        String registrationNo,
        @Enumerated(EnumType.STRING) Channel channel,
        @Nullable String externalNo,
        String registeringAgency,
        String registeringOrganisation,
        Instant receivedAt,
        @Nullable String handlerOfficer) {

    public FilingHead(
            UUID submissionId,
            @Nullable UUID linkedFilingId,
            @Nullable UUID filerId,
            String registrationNo,
            Channel channel,
            @Nullable String externalNo,
            String registeringAgency,
            String registeringOrganisation,
            Instant receivedAt) {
        this(
                submissionId,
                linkedFilingId,
                filerId,
                registrationNo,
                channel,
                externalNo,
                registeringAgency,
                registeringOrganisation,
                receivedAt,
                null);
    }

    /** Whether this is one part of a mixed filing. */
    public boolean isMixed() {
        return linkedFilingId != null;
    }
}
