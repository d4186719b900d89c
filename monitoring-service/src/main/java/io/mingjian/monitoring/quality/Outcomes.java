package io.mingjian.monitoring.quality;

import io.mingjian.monitoring.disposal.DisposalCode;
import io.mingjian.monitoring.disposal.DisposalCodes.Confirms;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What came out of a lead: what the code of its principal measure says of the finding, as {@code
 * codes/disposal-codes.yaml} has it. A lead that is not closed has no outcome: the city has not
 * confirmed it.
 */
final class Outcomes {
    private Outcomes() {}

    static Outcome of(DisposalCode code) {
        Confirms confirms = code.confirms();
        return switch (confirms) {
            case YES -> Outcome.VIOLATION_CONFIRMED;
            case NO -> Outcome.NOT_CONFIRMED;
            case OPEN -> Outcome.NOT_DETERMINED;
        };
    }

    static String sql() {
        return Arrays.stream(DisposalCode.values())
                .map(code -> "when '%s' then '%s'".formatted(code, of(code)))
                .collect(
                        Collectors.joining(
                                " ",
                                "case when l.state = 'CLOSED' then case l.disposal_code ",
                                " end end"));
    }
}
