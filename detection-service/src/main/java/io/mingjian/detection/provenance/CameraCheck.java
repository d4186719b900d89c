package io.mingjian.detection.provenance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * One question to camera data.
 *
 * @param name stable upper-snake name
 * @param zhQuestion what is compared
 * @param answer pure and total
 */
record CameraCheck(String name, String zhQuestion, Function<CameraData, Answer> answer) {

    /** What came of a check. */
    enum Outcome {
        AGREES,
        CONTRADICTS,
        /** Seen, and points neither way. */
        NOTED,
        ABSENT
    }

    /**
     * An outcome with what was compared, in words.
     *
     * @param zhSeen empty where there was nothing to compare
     */
    record Answer(Outcome outcome, String zhSeen) {
        static final Answer ABSENT = new Answer(Outcome.ABSENT, "");

        static Answer agreesIf(boolean agrees, String zhSeen) {
            return new Answer(agrees ? Outcome.AGREES : Outcome.CONTRADICTS, zhSeen);
        }

        static Answer notedUnless(boolean agrees, String zhSeen) {
            return new Answer(agrees ? Outcome.AGREES : Outcome.NOTED, zhSeen);
        }
    }

    /** A check with its answer. */
    record Answered(CameraCheck check, Answer answer) {
        boolean is(Outcome outcome) {
            return answer.outcome() == outcome;
        }

        Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("check", check.name());
            facts.put("question", check.zhQuestion());
            facts.put("outcome", answer.outcome().name());
            facts.put("seen", answer.zhSeen());
            return facts;
        }
    }

    Answered of(CameraData data) {
        return new Answered(this, answer.apply(data));
    }
}
