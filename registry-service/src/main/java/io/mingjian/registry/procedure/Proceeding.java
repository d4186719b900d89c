package io.mingjian.registry.procedure;

import io.mingjian.contracts.FilingAdvanced;
import io.mingjian.contracts.FilingKind;
import io.mingjian.kit.lifecycle.Transition;
import io.mingjian.kit.time.WorkingCalendar;
import io.mingjian.registry.form.FilingHead;
import io.mingjian.registry.queue.QueueEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A complaint or a report, as far as all steps treat both alike. */
public interface Proceeding {
    UUID id();

    int version();

    FilingKind kind();

    FilingHead head();

    List<UUID> evidenceIds();

    /** Whether an agent or joint complainants stand on the form (Order 121 Arts 11, 12). */
    boolean hasFurtherParties();

    RunningClocks clocks();

    /**
     * How the queue shows it.
     *
     * @param filerName masked; null keeps what the queue shows already
     */
    QueueEntry queueEntry(@Nullable String filerName, WorkingCalendar calendar, LocalDate today);

    /** The data of {@code filing.advanced.v1} and {@code filing.closed.v1}. */
    default FilingAdvanced advanced(Transition<?, ?> taken, Moment now) {
        return new FilingAdvanced(
                id(),
                kind(),
                taken.step().name(),
                taken.from().name(),
                taken.to().name(),
                now.today());
    }
}
