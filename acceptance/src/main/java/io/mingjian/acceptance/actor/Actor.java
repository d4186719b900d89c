package io.mingjian.acceptance.actor;

import static org.awaitility.Awaitility.await;

import io.mingjian.acceptance.picture.Picture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Somebody who meets the gateway; what all kinds can try is here, what one kind does is in its own
 * class.
 */
public abstract class Actor {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Door door;
    private final String name;

    /**
     * @param name how the tour calls this party, in zh-CN
     */
    Actor(Door door, String name) {
        this.door = door;
        this.name = name;
    }

    public Door door() {
        return door;
    }

    public String name() {
        return name;
    }

    /** Hands in a picture; the answer is the evidence with its hashes. */
    public Answer uploads(Picture picture) {
        return tryUpload(picture, Map.of()).require(201);
    }

    public Answer tryUpload(Picture picture, Map<String, String> headers) {
        return door.upload(
                "/api/detection/v1/evidence", picture.bytes(), picture.mediaType(), headers);
    }

    public Answer looksForFiling(Kind kind, String id) {
        return door.get(kind.path(id));
    }

    public Answer looksForEvidence(String id) {
        return door.get("/api/detection/v1/evidence/" + id);
    }

    public Answer looksForAnalysis(String evidenceId) {
        return door.get("/api/detection/v1/evidence/" + evidenceId + "/analysis");
    }

    /** Asks for a preservation bundle. */
    public Answer takesAway(List<String> evidenceIds, String purpose) {
        return door.post(
                "/api/detection/v1/preservation-bundles",
                Map.of("evidenceIds", evidenceIds, "purpose", purpose));
    }

    public Answer looksForLead(String id) {
        return door.get("/api/monitoring/v1/leads/" + id);
    }

    /** The analysis as soon as it is there and as wanted. */
    public Answer awaitsAnalysis(String evidenceId, Predicate<Answer> wanted) {
        return awaits(
                "analysis of " + evidenceId,
                () -> looksForAnalysis(evidenceId),
                answer ->
                        answer.status() == 200
                                && answer.textAt("/state").equals("ANALYZED")
                                && wanted.test(answer));
    }

    /** Asks again until the answer is as wanted; fails with the last answer. */
    Answer awaits(String what, Callable<Answer> question, Predicate<Answer> wanted) {
        Answer[] last = new Answer[1];
        try {
            return await(what)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> {
                                last[0] = question.call();
                                return last[0];
                            },
                            wanted);
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new IllegalStateException(
                    "waited %d s for %s; last answer: %s"
                            .formatted(
                                    PATIENCE.toSeconds(),
                                    what,
                                    last[0] == null ? "none" : last[0].text()),
                    late);
        }
    }

    static Map<String, Object> reasons(String text) {
        return Map.of("reasons", text);
    }

    static List<String> ids(List<Answer> evidence) {
        return evidence.stream().map(answer -> answer.textAt("/id")).toList();
    }
}
