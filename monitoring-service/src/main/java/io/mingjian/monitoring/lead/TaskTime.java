package io.mingjian.monitoring.lead;

import io.mingjian.kit.id.Ids;
import io.mingjian.kit.time.LegalDay;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One party's time at one task of a lead. Kept after the task is over, so that lateness can be
 * counted: late is what ended, or still runs, after {@code dueOn}. Who took over what was late
 * already has {@code startedOn} after {@code dueOn}.
 */
@Entity
class TaskTime {
    @Id private UUID id;
    private UUID leadId;
    private UUID instructionId;
    private String bureau;
    private String agency;
    private String task;
    private String holder;
    private LocalDate startedOn;
    private LocalDate dueOn;
    private @Nullable LocalDate endedOn;
    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    /** For the mapper. */
    TaskTime() {}

    static TaskTime begin(Lead lead, TaskTurn turn, Instant at) {
        TaskTime time = new TaskTime();
        time.id = Ids.next();
        time.leadId = lead.id();
        time.instructionId = lead.instructionId();
        time.bureau = lead.bureau();
        time.agency = lead.agency();
        time.task = turn.task().name();
        time.holder = turn.holder();
        time.startedOn = turn.from();
        time.dueOn = turn.dueOn();
        time.startedAt = at;
        return time;
    }

    boolean isOf(TaskTurn turn) {
        return task.equals(turn.task().name());
    }

    /** An older version of this service stopped the clock and wrote nothing here. */
    void endUnseen(Instant at) {
        endedAt = at;
        endedOn = LegalDay.of(at);
        endedBy = "-";
    }

    UUID id() {
        return id;
    }
}
