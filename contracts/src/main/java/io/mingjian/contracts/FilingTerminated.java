package io.mingjian.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mediation of a complaint was ended without agreement (Order 121 Art 23): {@code
 * filing.terminated.v1}.
 *
 * @param ground number of the ground in Art 23, 1 to 8
 * @param article16Ground of ground 6: number of the situation of Art 16 that came to light
 * @param conduct of ground 6: code of the conduct of Art 42 that came to light
 * @param settledAmount of ground 1: yuan that the respondent paid before it was withdrawn
 */
public record FilingTerminated(
        UUID filingId,
        int ground,
        LocalDate terminatedOn,
        @Nullable Integer article16Ground,
        @Nullable String conduct,
        @Nullable BigDecimal settledAmount)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return filingId;
    }
}
