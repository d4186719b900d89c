package io.mingjian.detection.finding;

import java.util.Map;

/**
 * Something in the file could not be read: damaged structure, a limit reached, a refused payload.
 * Makes the step inconclusive; it is no sign of tampering by itself.
 *
 * @param code stable upper-snake reason, such as {@code LIMIT} or {@code DAMAGED}
 * @param zhReason the reason as one sentence
 * @param facts where it happened: carrier, offset, length
 */
public record CouldNotRead(AnalyzerId by, String code, String zhReason, Map<String, Object> facts)
        implements Finding {
    public CouldNotRead {
        zhReason = Facts.text(zhReason);
        facts = Facts.copy(facts);
    }
}
