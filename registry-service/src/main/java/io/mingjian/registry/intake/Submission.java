package io.mingjian.registry.intake;

import io.mingjian.registry.filer.GivenIdentity;
import io.mingjian.registry.form.Advertising;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Claim;
import io.mingjian.registry.form.ClaimedAmounts;
import io.mingjian.registry.form.DisputeFacts;
import io.mingjian.registry.form.JointComplaint;
import io.mingjian.registry.form.Placement;
import io.mingjian.registry.form.PowerOfAttorney;
import io.mingjian.registry.form.ReporterCapacity;
import io.mingjian.registry.form.Respondent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form that was read and found complete: every value has its type and its check digit.
 *
 * @param warnings what an officer should look at again
 */
public record Submission(
        SubmissionKind kind,
        Channel channel,
        @Nullable String externalNo,
        Instant receivedAt,
        Optional<GivenIdentity> filer,
        Optional<Agent> agent,
        Optional<Joint> joint,
        Respondent respondent,
        List<Claim> claims,
        @Nullable ClaimedAmounts claimedAmounts,
        @Nullable DisputeFacts facts,
        @Nullable String clueDescription,
        @Nullable String factualBasis,
        @Nullable Advertising advertising,
        @Nullable ReporterCapacity reporterCapacity,
        boolean safetyHarm,
        List<UUID> evidenceIds,
        boolean consentToPublish,
        boolean consentToDelegatedMediation,
        @Nullable Placement complaintPlace,
        @Nullable Placement reportPlace,
        List<Warning> warnings) {

    /** Who files for the filer, and by which power (Art 11). */
    public record Agent(GivenIdentity identity, PowerOfAttorney power) {}

    /** Who complains together with the filer, in the order of the form (Art 12). */
    public record Joint(List<GivenIdentity> others, JointComplaint complaint) {}

    @Nullable PowerOfAttorney power() {
        return agent.map(Agent::power).orElse(null);
    }

    /** What the filing says in words; the same words again are the same matter, perhaps. */
    String text() {
        return (facts == null ? "" : facts.content())
                + '\n'
                + (clueDescription == null ? "" : clueDescription);
    }
}
