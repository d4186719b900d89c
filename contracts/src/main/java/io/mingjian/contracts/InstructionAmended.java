package io.mingjian.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The city amended a monitoring instruction: {@code instruction.amended.v1}. Each agency that it
 * names acknowledges the new version.
 *
 * @param version number of the version that is in force from now on
 * @param deadline last day for findings by this version
 * @param agencies the monitoring agencies that work on it
 */
public record InstructionAmended(
        UUID instructionId,
        String instructionNo,
        int version,
        LocalDate deadline,
        List<String> agencies)
        implements EventData {
    @Override
    public UUID aggregateId() {
        return instructionId;
    }
}
