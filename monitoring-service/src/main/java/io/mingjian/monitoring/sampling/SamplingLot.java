package io.mingjian.monitoring.sampling;

import io.mingjian.kit.caller.Caller;
import io.mingjian.kit.id.Ids;
import io.mingjian.kit.lifecycle.Decision;
import io.mingjian.kit.refusal.Conflict;
import io.mingjian.monitoring.sampling.SamplingPlans.Plan;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leads of one agency under one instruction that are reviewed by a sample. */
@Entity
class SamplingLot {
    @Id private UUID id;
    @Version private int version;
    private UUID instructionId;
    private String bureau;
    private String agency;

    @Enumerated(EnumType.STRING)
    private SamplingState state;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    private int size;
    private int sampleSize;
    private int acceptanceNumber;
    private long seed;
    private Instant openedAt;
    private String openedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private @Nullable Integer defects;
    private @Nullable String reasons;

    /** For the mapper. */
    SamplingLot() {}

    /**
     * @param share the reviewer wants to see at least this part of the lot; nothing less than the
     *     plan says
     */
    static SamplingLot open(
            UUID instructionId,
            String agency,
            SamplingPlans.Row row,
            int size,
            double share,
            long seed,
            Caller by,
            Instant at) {
        SamplingLot lot = new SamplingLot();
        lot.id = Ids.next();
        lot.instructionId = instructionId;
        lot.bureau = by.organisation();
        lot.agency = agency;
        lot.state = SamplingLifecycle.TABLE.initial();
        lot.plan = row.plan();
        lot.size = size;
        lot.sampleSize = Math.min(size, Math.max(row.sample(), (int) Math.ceil(share * size)));
        lot.acceptanceNumber = row.accept();
        lot.seed = seed;
        lot.openedAt = at;
        lot.openedBy = by.name();
        return lot;
    }

    /**
     * A person decides about the lot.
     *
     * @throws Conflict if the sample does not bear the acceptance
     */
    void decide(SamplingStep step, Tally tally, @Nullable String why, Caller by, Instant at) {
        SamplingState to =
                SamplingLifecycle.TABLE.step(state, step, by, Decision.of(by, at, why)).to();
        if (step == SamplingStep.ACCEPT) {
            requireGood(tally);
        }
        state = to;
        decidedAt = at;
        decidedBy = by.name();
        defects = tally.defects();
        reasons = why;
    }

    private void requireGood(Tally tally) {
        if (tally.defects() > acceptanceNumber) {
            throw new Conflict(
                    "too-many-defects",
                    "样本中不合格 %d 条，超过合格判定数 %d，本批应转为逐条审核。"
                            .formatted(tally.defects(), acceptanceNumber),
                    "The sample has more defects than the plan accepts: the lot goes to full review.");
        }
        if (tally.pending() > 0) {
            throw new Conflict(
                    "sample-not-reviewed",
                    "样本中还有 %d 条未审核，请先逐条审核样本。".formatted(tally.pending()),
                    "Some leads of the sample are not reviewed yet.");
        }
    }

    /** How the review of the sample stands. */
    record Tally(int pending, int good, int defects) {}

    /** What the sample says so far. */
    Outlook outlook(Tally tally) {
        if (state != SamplingState.OPEN) {
            return Outlook.DECIDED;
        }
        if (tally.defects() > acceptanceNumber) {
            return Outlook.MUST_FALL_BACK;
        }
        return tally.pending() > 0 ? Outlook.UNDER_REVIEW : Outlook.MAY_ACCEPT;
    }

    /** What a reviewer may do with a lot. */
    enum Outlook {
        UNDER_REVIEW,
        MAY_ACCEPT,
        MUST_FALL_BACK,
        DECIDED
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID instructionId() {
        return instructionId;
    }

    String agency() {
        return agency;
    }

    SamplingState state() {
        return state;
    }

    Plan plan() {
        return plan;
    }

    int size() {
        return size;
    }

    int sampleSize() {
        return sampleSize;
    }

    int acceptanceNumber() {
        return acceptanceNumber;
    }

    long seed() {
        return seed;
    }

    Instant openedAt() {
        return openedAt;
    }

    String openedBy() {
        return openedBy;
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }
}
