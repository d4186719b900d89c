package io.mingjian.contracts;

import java.util.List;
import java.util.UUID;

/**
 * A monitoring instruction moved: {@code instruction.issued.v1}, {@code .acknowledged.v1}, {@code
 * .declined.v1}, {@code .closed.v1}.
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
