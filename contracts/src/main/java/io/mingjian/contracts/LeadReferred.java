package io.mingjian.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring lead shows the conduct of a filer or a crime: {@code lead.referred.v1}. What the
 * officer wrote stays with the lead; here are codes only.
 *
 * @param kind {@code FILER_CONDUCT} or {@code CRIME}
 * @param conduct code of the conduct
 * @param organisation the bureau that referred it
 * @param amount in yuan, for the police to assess
 */
public record LeadReferred(
        UUID referralId,
        UUID leadId,
        String leadNo,
        String kind,
        String conduct,
        String organisation,
        @Nullable BigDecimal amount,
        List<UUID> evidenceIds)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return leadId;
    }
}
