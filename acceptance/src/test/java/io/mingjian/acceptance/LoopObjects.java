package io.mingjian.acceptance;

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
        Answer letter = handler.draftsLetter(lead, "platform-duoduo-live", marker);
        handler.refers(lead, "FORGING", marker);
        Answer clue = handler.seesClueOf(lead);
        return new LoopObjects(letter.textAt("/id"), clue.textAt("/id"), clue.textAt("/clueNo"));
    }

    List<String> ids() {
        return List.of(letterId, clueId);
    }
}
