package io.mingjian.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A monitoring instruction moved: {@code instruction.issued.v1}, {@code .acknowledged.v1}, {@code
 * .declined.v1}, {@code .withdrawn.v1} (an agency need not work on it any longer), {@code
 * .completed.v1} (an agency says that nothing more will come), {@code .reopened.v1} (the city wants
 * more of it), {@code .closed.v1}.
 *
 * @param agencies the monitoring agencies that the event concerns
 */
public record InstructionChanged(UUID instructionId, String instructionNo, List<String> agencies)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return instructionId;
    }
}
