package io.mingjian.acceptance.actor;

import java.util.Map;

/** Handles the filings and the leads of one district. */
public final class DistrictHandler extends Officer {
    DistrictHandler(Door door, String name) {
        super(door, name);
    }

    public Answer receives(String lead) {
        return step(lead, "receipt", null);
    }

    public Answer verifies(String lead) {
        return step(lead, "verification", null);
    }

    public Answer disposes(String lead, String code, String reasons) {
        return step(lead, "disposal", Map.of("code", code, "reasons", reasons));
    }

    public Answer feedsBack(String lead, String summary) {
        return step(lead, "feedback", Map.of("summary", summary));
    }

    private Answer step(
            String lead, String step, @org.jspecify.annotations.Nullable Object document) {
        return door().step("/api/monitoring/v1/leads/" + lead, step, document).require(200);
    }
}
