package io.mingjian.registry.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a notice needs to know of its filing beside the order. Kept with the notice, so that its
 * text stays what it was when the filing changes; of the filer only the pseudonym.
 *
 * @param holder the bureau that has the filing now
 * @param filerId absent for anonymous reports (Order 121 Art 28)
 * @param mixed the filing is one part of two (Art 9)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Parties(
        String holder,
        UUID submissionId,
        @Nullable UUID filerId,
        boolean mixed,
        LocalDate receivedOn,
        String respondentName,
        @Nullable String respondentAddress) {}
