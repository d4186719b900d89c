package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Monitoring agencies are reminded of an instruction: {@code instruction.reminded.v1}.
 *
 * @param point which point of time was reached, or {@code MANUAL} when the city reminds of its own
 * @param dueOn the day that the reminder is about; absent when the city reminds of its own
 * @param agencies the monitoring agencies that are reminded
 */
public record InstructionReminded(
        UUID instructionId,
        String instructionNo,
        String point,
        @Nullable LocalDate dueOn,
        List<String> agencies)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return instructionId;
    }
}
