package io.mingjian.registry.queue;

import io.mingjian.contracts.FilingKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a filing stands, as the queue shows it.
 *
 * @param submissionId common to the two parts of a mixed filing
 * @param isMixed whether it is one part of a mixed filing (Order 121 Art 9)
 * @param isOpen whether somebody still has to act
 * @param holder bureau that has the filing now
 * @param registeringAgency bureau whose intake unit entered it and may look at it
 * @param registeringOrganisation owner of the evidence that it names
 * @param filerName masked; absent for anonymous reports
 * @param clocks those that run or stand still; the one that ends first decides the place in the
 *     queue
 */
public record QueueEntry(
        UUID filingId,
        UUID submissionId,
        boolean isMixed,
        FilingKind kind,
        String state,
        boolean isOpen,
        String holder,
        String registeringAgency,
        String registeringOrganisation,
        String districtCode,
        String registrationNo,
        @Nullable UUID filerId,
        @Nullable String filerName,
        String respondentName,
        LocalDate receivedOn,
        List<CountedClock> clocks,
        List<UUID> evidenceIds) {

    public QueueEntry {
        clocks = List.copyOf(clocks);
        evidenceIds = List.copyOf(evidenceIds);
    }

    Optional<CountedClock> mostUrgent() {
        return clocks.stream().min(Comparator.comparing(CountedClock::dueOn));
    }

    /** How much of its most advanced clock is used up on a day. */
    int levelOn(LocalDate today) {
        return clocks.stream().mapToInt(clock -> clock.percentOn(today)).max().orElse(0);
    }
}
