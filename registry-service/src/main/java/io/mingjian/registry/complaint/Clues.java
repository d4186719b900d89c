package io.mingjian.registry.complaint;

import io.mingjian.kit.caller.Caller;
import io.mingjian.registry.form.Channel;
import io.mingjian.registry.form.Respondent;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Makes a report of a clue that mediation brought to light (Order 121 Art 27); the room that
 * registers filings answers, so that complaints need not know reports.
 */
public interface Clues {

    /** Enters the report in the running transaction; its clock of verification starts today. */
    Uni<ClueReport> register(Caller caller, Clue clue);

    /**
     * A clue with the complaint in which it was found. Nothing of the complainant goes with it (Art
     * 37).
     *
     * @param districtCode place of the complaint, whose bureau verifies
     * @param channel by which the complaint came
     */
    record Clue(
            UUID complaintId,
            String districtCode,
            Channel channel,
            Respondent party,
            String description,
            String basis,
            Instant foundAt) {}

    /** The report that a clue became. */
    @Schema(name = "ClueReport", description = "由线索形成的举报 / The report that a clue became")
    record ClueReport(UUID id, String registrationNo, String state, String holder) {}
}
