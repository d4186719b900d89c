package io.mingjian.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingjian.acceptance.actor.Actors;
import io.mingjian.acceptance.actor.Answer;
import io.mingjian.acceptance.actor.DistrictHandler;
import java.util.List;

/**
 * What hangs on a lead of one district: a letter to a platform that is not the one which asks, and
 * the clue that the registry made of a referral.
 */
record LoopObjects(String letterId, String clueId, String clueNo) {
    static LoopObjects madeBy(Actors actors, String lead, String marker) {
        DistrictHandler handler = actors.huangpu();
        Answer letter = handler.draftsLetter(lead, "platform-elsewhere", marker);
        handler.refers(lead, "FORGING", marker);
        JsonNode clue = ofLead(handler.awaitsClueOf(lead), lead);
        return new LoopObjects(
                letter.textAt("/id"), clue.path("id").asText(), clue.path("clueNo").asText());
    }

    private static JsonNode ofLead(Answer clues, String lead) {
        for (JsonNode clue : clues.at("/items")) {
            if (clue.path("leadId").asText().equals(lead)) {
                return clue;
            }
        }
        throw new AssertionError("no clue of the lead among " + clues.text());
    }

    List<String> ids() {
        return List.of(letterId, clueId);
    }
}
