package io.mingjian.monitoring.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is to be printed, or was.
 *
 * @param subjectId what it is about: instruction, assignment or disposal
 * @param edition of the instruction, round of the disposal
 * @param addressee organisation to whom this copy speaks
 * @param bureau city bureau whose matter it is
 * @param facts what it says, fixed when it was ordered
 * @param problem why the last try did not succeed
 */
record PaperOrder(
        UUID id,
        PaperKind kind,
        UUID subjectId,
        int edition,
        String addressee,
        String bureau,
        String paperNo,
        int templateVersion,
        Map<String, String> facts,
        LocalDate issuedOn,
        PaperState state,
        int attempts,
        long partsDone,
        long partsAll,
        @Nullable String problemCode,
        @Nullable String problem,
        Instant orderedAt,
        @Nullable Instant endedAt) {

    PaperOrder {
        facts = Map.copyOf(facts);
    }

    /** What stands at the places of its text. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(facts);
        values.put("paperNo", paperNo);
        values.put("edition", String.valueOf(edition));
        values.put("issuedOn", Words.day(issuedOn));
        return values;
    }
}
