package io.mingjian.registry.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.ClaimedAmounts;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.JointComplaint;
import io.mingjian.registry.form.PowerOfAttorney;
import io.mingjian.registry.form.Respondent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint says (official complaint form of April 2026).
 *
 * @param claimedAmounts absent where no amount was named
 * @param powerOfAttorney present if an agent complains (Art 11)
 * @param joint present if several complain together (Art 12)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplaintContent(
        Respondent respondent,
        List<Claim> claims,
        DisputeFacts facts,
        List<UUID> evidenceIds,
        boolean consentToPublish,
        boolean consentToDelegatedMediation,
        @Nullable ClaimedAmounts claimedAmounts,
        @Nullable PowerOfAttorney powerOfAttorney,
        @Nullable JointComplaint joint) {

    /** One complainant, without agent and amounts. */
    public ComplaintContent(
            Respondent respondent,
            List<Claim> claims,
            DisputeFacts facts,
            List<UUID> evidenceIds,
            boolean consentToPublish,
            boolean consentToDelegatedMediation) {
        this(
                respondent,
                claims,
                facts,
                evidenceIds,
                consentToPublish,
                consentToDelegatedMediation,
                null,
                null,
                null);
    }
}
