package io.mingjian.registry.queue;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.time.LegalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Entries in the words of the columns. They travel to the database as one JSON text, so that one
 * entry and a thousand are one statement.
 */
record QueueRows(List<Item> items, List<Watch> watches) {
    /** Sorts after every date of the law. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static QueueRows of(List<QueueEntry> entries, LocalDate today, Instant at) {
        return new QueueRows(
                entries.stream().map(entry -> Item.of(entry, today, at)).toList(),
                entries.stream()
                        .flatMap(
                                entry ->
                                        entry.clocks().stream().map(c -> Watch.of(entry, c, today)))
                        .toList());
    }

    /** A row of {@code queue_item}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            UUID filingId,
            FilingKind kind,
            String state,
            boolean open,
            String holder,
            String registeringAgency,
            String registeringOrganisation,
            String districtCode,
            String registrationNo,
            @Nullable UUID filerId,
            @Nullable String filerName,
            String respondentName,
            LocalDate receivedOn,
            LocalDate dueOn,
            boolean dueProvisional,
            @Nullable String dueBasis,
            List<UUID> evidenceIds,
            Instant updatedAt,
            UUID submissionId,
            boolean mixed,
            int level) {

        static Item of(QueueEntry entry, LocalDate today, Instant at) {
            var first = entry.mostUrgent();
            return new Item(
                    entry.filingId(),
                    entry.kind(),
                    entry.state(),
                    entry.isOpen(),
                    entry.holder(),
                    entry.registeringAgency(),
                    entry.registeringOrganisation(),
                    entry.districtCode(),
                    entry.registrationNo(),
                    entry.filerId(),
                    entry.filerName(),
                    entry.respondentName(),
                    entry.receivedOn(),
                    first.map(CountedClock::dueOn).orElse(NEVER),
                    first.map(CountedClock::provisional).orElse(false),
                    first.map(CountedClock::basis).orElse(null),
                    entry.evidenceIds(),
                    at,
                    entry.submissionId(),
                    entry.isMixed(),
                    entry.levelOn(today));
        }
    }

    /** A row of {@code clock_watch}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Watch(
            UUID filingId,
            String limitName,
            LegalClock clock,
            LocalDate startedOn,
            LocalDate halfOn,
            LocalDate nearlyOn,
            LocalDate dueOn,
            boolean provisional,
            String basis,
            boolean paused,
            int level) {

        static Watch of(QueueEntry entry, CountedClock counted, LocalDate today) {
            return new Watch(
                    entry.filingId(),
                    counted.limit(),
                    counted.clock(),
                    counted.clock().startedOn(),
                    counted.halfOn(),
                    counted.nearlyOn(),
                    counted.dueOn(),
                    counted.provisional(),
                    counted.basis(),
                    counted.clock().isPaused(),
                    counted.percentOn(today));
        }
    }
}
